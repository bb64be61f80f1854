import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const ASKED = /Does this name a child\?\sI can’t tell, so I’ve kept nothing of it\./;
/** The question stands there one time, in heading and sentence. */
const ASKED_ONCE = /^(?!.*Does this name.*Does this name).*Does this name a child\?/s;
const DOUBTFUL = 'add action: police to ask why Shanice was not seen by 30 june';
const TRACES = /Shanice/i;

describe('what may name a child is asked about', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15T10:00' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const rows = async () => [...(await allRows(bot.tables)).values()];

  it('with two buttons, without its words, and nothing of it is stored or logged', async () => {
    const asked = await bot.hears(manager(), DOUBTFUL);
    expect(asked.lines.join('\n')).toMatch(ASKED);
    expect(asked.buttons).toEqual(['It names no child', 'It names a child']);
    expect(JSON.stringify(asked)).not.toMatch(TRACES);
    expect((await rows()).filter((row) => TRACES.test(row))).toEqual([]);
    expect(bot.logged.filter((line) => TRACES.test(line))).toEqual([]);
  });

  it('and it is said what to write where it names one', async () => {
    const asked = await bot.hears(manager(), DOUBTFUL);
    const answered = await asked.press('It names a child');
    expect(answered.text).toBe(
      'Thank you. I’ve kept nothing of it. Please write it without the name and what would tell who they are, and use the reference of the review or action. If a child is in danger now, call 999. Otherwise tell the council’s children’s services front door. I can’t pass a worry on, so don’t write a child’s name or details here.',
    );
    expect((await bot.hears(manager(), DOUBTFUL)).lines.join('\n')).toMatch(ASKED);
  });

  it('the same words pass where it names none, in the form that they open too', async () => {
    const asked = await bot.hears(manager(), DOUBTFUL);
    const thanked = await asked.press('It names no child');
    expect(thanked.text).toMatch(/^Thank you\. Please send it again/);
    expect((await rows()).filter((row) => TRACES.test(row))).toEqual([]);
    const form = await bot.hears(manager(), DOUBTFUL);
    expect(form.lines).toContain('Raise a new action?');
    const raised = await form.press('Raise it');
    expect(raised.lines.join('\n')).toMatch(/SA-114/);
  });

  it('but no other words, of nobody else, nowhere else, and only for half an hour', async () => {
    const other = 'add action: police to ask why Suleman was not seen by 30 june';
    expect((await bot.hears(manager(), other)).lines.join('\n')).toMatch(ASKED);
    const somebody = bot.person('partnership-chair');
    expect((await bot.hears(somebody, DOUBTFUL)).lines.join('\n')).toMatch(ASKED);
    const elsewhere = await bot.hears(manager(), DOUBTFUL, { in: 'group' });
    expect(elsewhere.lines.join('\n')).toMatch(ASKED);
    bot.turnTo('2021-03-15T10:31');
    expect((await bot.hears(manager(), DOUBTFUL)).lines.join('\n')).toMatch(ASKED);
  });

  it('in a form, which is sent again when its words name none', async () => {
    const form = await bot.hears(manager(), 'add action: police to review the protocol by 30 june');
    const asked = await form.press('Raise it', { title: 'Find Suleman’s lost file' });
    expect(asked.lines.join('\n')).toMatch(ASKED);
    expect((await rows()).filter((row) => /Suleman/.test(row))).toEqual([]);
    await asked.press('It names no child');
    const raised = await form.press('Raise it', { title: 'Find Suleman’s lost file' });
    expect(raised.lines.join('\n')).toMatch(/SA-115/);
  });

  it('once for all fields of a form, which are named, and for any number of them', async () => {
    const form = await bot.hears(manager(), 'add risk: unsafe sleeping');
    const texts = {
      title: 'We failed Shanice',
      group: 'QPPA',
      likelihood: '4',
      impact: '3',
      nextReviewOn: '2021-04-12',
      reason: 'Suleyk’s placement broke down',
      controls: 'The lad who jumped is seen every week',
    };
    const asked = await form.press('Add risk', texts);
    expect(asked.lines.join('\n')).toMatch(ASKED_ONCE);
    expect(asked.lines.join('\n')).toContain('Look at “title”, “reason” and “controls”.');
    expect(asked.buttons).toEqual(['It names no child', 'It names a child']);
    await asked.press('It names no child');
    const added = await form.press('Add risk', texts);
    expect(added.lines.join('\n')).not.toMatch(ASKED);
    expect(added.lines.join('\n')).toContain('CH-19');

    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`note${at}`, `We failed Shanice, part ${at}`]),
    );
    const next = await bot.hears(manager(), 'add risk: unsafe sleeping in hotels');
    const askedOfMany = await next.press('Add risk', { ...texts, ...many });
    expect(askedOfMany.lines.join('\n')).toMatch(ASKED_ONCE);
    expect(askedOfMany.lines.join('\n')).not.toMatch(/note/);
    await askedOfMany.press('It names no child');
    const addedToo = await next.press('Add risk', { ...texts, ...many });
    expect(addedToo.lines.join('\n')).not.toMatch(ASKED);
  });

  it('in a dialog, whose form asks, for it has no buttons', async () => {
    const opened = await bot.client.openDialog(manager(), 'raiseAction', {
      message: '<p>Police to ask why Shanice was not seen</p>',
    });
    expect(opened.inputs.title).toBe('');
    const asked = await opened.press('Raise it', {
      title: 'Ring Shanice’s foster carers',
      agency: 'WMP',
    });
    expect(asked.lines.join('\n')).toContain(
      'Nothing was recorded: that may name a child. Leave the name out, or say below that it names none.',
    );
    expect(asked.inputs).toMatchObject({ title: '', agency: 'WMP', namesNoChild: '' });
    const raised = await asked.press('Raise it', {
      title: 'Ring Shanice’s foster carers',
      namesNoChild: 'yes',
    });
    expect(raised.lines.join('\n')).toMatch(/SA-116/);
  });

  it('is not looked up in a search, and taught by no command', async () => {
    const found = await bot.client.search(manager(), 'Shanice');
    expect(JSON.stringify(found)).not.toMatch(TRACES);
    const taught = await bot.hears(manager(), '/vocabulary Shanice = neglect');
    expect(taught.lines.join('\n')).toMatch(ASKED);
  });

  it('never where somebody of the partnership is named', async () => {
    const people = await bot.hears(manager(), 'actions for Business Manager');
    expect(people.lines.join('\n')).not.toMatch(ASKED);
  });

  it('after a worry has its signpost', async () => {
    const worried = await bot.hears(manager(), 'worried about Shanice, she came in with bruises');
    expect(worried.lines.join('\n')).toMatch(/If a child is in danger now, call 999\./);
  });
});
