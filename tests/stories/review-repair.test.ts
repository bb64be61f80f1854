import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromTableRow } from '../../src/domain/review-table.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const PARTNERSHIP = 'sandwell';
const REF = 'RR-2021-02';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15T10:00' });
  await bot.isInstalledBy(police());
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const police = () => bot.person('police-partner-lead');
const inWords = (heard: Heard) => [heard.text, ...heard.lines].join('\n');
const running = async () =>
  (await bot.records.reviews.running(PARTNERSHIP)).find(({ ref }) => ref === REF);
const history = async () => bot.records.reviews.history(PARTNERSHIP, REF);

describe('a rapid review that was recorded wrong', () => {
  let opened: Heard;
  it('says on the card that it was opened how it is put right', async () => {
    const form = await bot.hears(manager(), 'open a new rapid review');
    opened = await form.press('Open it', { aware: '2021-03-11', category: 'serious harm' });
    expect(opened.buttons).toEqual(expect.arrayContaining(['Withdraw…', 'Correct…']));
    const undo = await bot.hears(manager(), 'undo');
    expect(undo.text).toContain(`${REF} was opened. Shall I undo that?`);
    expect((await undo.press('Undo')).lines).toContain(
      `It was opened by mistake: ${REF} · serious harm?`,
    );
  });

  it('has its aware day and its category corrected with a reason, and its clocks follow', async () => {
    const form = await bot.hears(manager(), `the aware day of ${REF} was 10 march`);
    expect(form.lines).toContain(`A day or its category is wrong: ${REF} · serious harm?`);
    const unsaid = await form.press('Confirm', { aware: '2021-03-10', reason: ' ' });
    expect(unsaid.text).toContain('Please give a reason, which is kept.');
    const corrected = await form.press('Confirm', { reason: 'The call was on Wednesday' });
    expect(inWords(corrected)).toContain('Wed 31 March (15 from becoming aware');
    expect(inWords(corrected)).toContain(
      'day of awareness (Thu 11 March 2021, now Wed 10 March 2021) corrected by',
    );
    expect(inWords(corrected)).toContain('with this as the day of awareness');
    expect((await running())?.awareOn).toBe('2021-03-10');
    const category = await bot.hears(manager(), `wrong category on ${REF}`);
    const death = await category.press('Confirm', { category: 'death', reason: 'Misread' });
    expect(inWords(death)).toContain(`${REF} · death`);
    expect((await history()).map(({ type }) => type)).toEqual(['opened', 'amended', 'amended']);
    expect((await history())[1]?.changes).toEqual({
      awareOn: { from: '2021-03-11', to: '2021-03-10' },
    });
  });

  it('has no day that lies ahead or behind what followed it', async () => {
    const form = await opened.press('Correct…');
    const ahead = await form.press('Confirm', { aware: '2021-03-16', reason: 'A slip' });
    expect(ahead.text).toContain('That day is still to come.');
    const behind = await form.press('Confirm', { notified: '2021-03-09', reason: 'A slip' });
    expect(behind.text).toContain('The days do not follow one another');
  });

  it('is withdrawn by an administrator with a reason; nothing of it runs, counts or is deleted', async () => {
    const words = `withdraw ${REF}, opened by mistake`;
    expect((await bot.hears(police(), words)).text).toContain(
      'Nothing was recorded: that is put right by an administrator',
    );
    const scope = await (await bot.hears(manager(), `tell me about ${REF}`)).press('Record it', {
      step: 'scope',
    });
    await scope.press('Confirm', { agencies: 'WMP', due: '2021-03-19' });
    const form = await bot.hears(manager(), words);
    expect((await form.press('Confirm', { reason: '' })).text).toContain('Please give a reason');
    const withdrawn = await form.press('Confirm', { reason: 'Not a notifiable incident' });
    expect(inWords(withdrawn)).toContain('Withdrawn, opened by mistake: Not a notifiable incident');
    expect(await running()).toBeUndefined();
    expect((await history()).at(-1)?.type).toBe('withdrawn');
    const told = bot.messagesIn(`a:${police().objectId}`).map(({ text }) => text);
    expect(told).toContain(`${REF} is withdrawn. It was opened by mistake. No summary is needed.`);
    expect((await bot.hears(manager(), `deadline for ${REF}`)).text).toBe(
      `${REF} is withdrawn, so nothing is due.`,
    );
    const notified = await bot.hears(manager(), `was the panel notified of ${REF}`);
    expect(notified.text).toContain(`No notification of ${REF} to the Panel is recorded.`);
    expect(notified.text).not.toMatch(/\b(is|was) due\b/);
    const list = await bot.hears(manager(), 'list the rapid reviews for 2020-21');
    expect(list.text).toContain('9 rapid reviews in 2020-21');
    expect(list.text).toContain(`${REF} is withdrawn and not counted.`);
    const next = await bot.hears(manager(), 'when is the new one due');
    expect(next.text).toContain('RR-2021-01');
    const again = await bot.hears(manager(), 'open a new rapid review');
    expect(inWords(again)).not.toContain('Nothing');
    expect((await form.press('Confirm', { reason: 'Twice' })).lines.join('\n')).not.toContain(
      'Twice',
    );
  });

  it('is taken up again with a reason, and its clocks run from the days that they ran from', async () => {
    const detail = await bot.hears(manager(), `tell me about ${REF}`);
    const form = await detail.press('Record it', { step: 'reinstate' });
    const taken = await form.press('Confirm', { reason: 'It was notifiable' });
    expect(inWords(taken)).toContain('taken up again by');
    expect((await running())?.awareOn).toBe('2021-03-10');
  });

  it('is not withdrawn once its decision is confirmed', async () => {
    const asked = await bot.hears(manager(), 'withdraw RR-2020-04, opened by mistake');
    expect(asked.text).toContain('it can be corrected by a new entry');
  });
});

describe('a rapid review that was sent to the Panel', () => {
  it('is recorded so in words, with its day, and never half in silence', async () => {
    const form = await bot.hears(manager(), 'sent RR-2021-01 to the panel today');
    expect(form.lines).toContain(
      'It was sent to the Panel with no agreement: RR-2021-01 · serious harm?',
    );
    const sent = await form.press('Confirm');
    expect(inWords(sent)).toContain('with the Panel since Mon 15 March');
    const again = await bot.hears(manager(), 'sent RR-2021-01 to the panel today');
    expect(again.text).toContain('It was sent to the Panel already.');
    expect((await bot.hears(police(), `sent ${REF} to the panel today`)).text).toContain(
      'that is recorded by an administrator',
    );
  });
});

describe('a rapid review that ends, waits or begins in a way of its own', () => {
  const open = async (category: string): Promise<string> => {
    const form = await bot.hears(manager(), 'open a new rapid review');
    const card = await form.press('Open it', { aware: '2021-03-11', category });
    return /RR-2021-\d\d/.exec(inWords(card))?.[0] ?? '';
  };

  it('ends where its case does not meet the criteria after all, with the reason', async () => {
    const ref = await open('serious harm');
    const form = await bot.hears(manager(), `${ref} does not meet the criteria after all`);
    expect(form.lines).toContain(`It does not meet the criteria after all: ${ref} · serious harm?`);
    const unsaid = await form.press('Confirm', { reason: ' ' });
    expect(unsaid.text).toContain('Please give a reason');
    const ended = await form.press('Confirm', { reason: 'The injury was an accident' });
    expect(inWords(ended)).toContain('Does not meet the criteria after all: The injury was');
    const running = await bot.records.reviews.running(PARTNERSHIP);
    expect(running.some((incident) => incident.ref === ref)).toBe(false);
    expect((await bot.hears(manager(), 'rapid reviews this year')).text).toContain(
      `${ref} did not meet the criteria after all and is not counted.`,
    );
    expect((await bot.hears(manager(), `when is ${ref} due`)).text).toContain(
      'does not meet the criteria after all, so nothing is due',
    );
    const [row] = await bot.records.reviews.asTable(PARTNERSHIP, [{ ref }]);
    expect(row?.outcome).toBe('criteria not met: The injury was an accident');
    expect(fromTableRow(row ?? { ref }).withdrawn).toEqual({
      reason: 'The injury was an accident',
      isOutsideCriteria: true,
    });
  });

  it('names who else is notified of the death of a looked-after child', async () => {
    const form = await bot.hears(manager(), 'open a rapid review, a looked after child died');
    expect(inWords(form)).not.toBe('');
    const ref = await open('death of a looked-after child');
    expect(inWords(await bot.hears(manager(), `show me ${ref}`))).toContain(
      'the Secretary of State and Ofsted, whether or not abuse or neglect is suspected',
    );
  });

  it('waits on while the Panel asks for more information, and is answered later', async () => {
    const own = await open('serious harm');
    const sent = await bot.hears(manager(), `sent ${own} to the panel today`);
    await sent.press('Confirm', { on: '2021-03-15' });
    const form = await bot.hears(manager(), `the panel wants more information on ${own}`);
    const waits = await form.press('Confirm', { response: 'more information', on: '2021-03-15' });
    expect(inWords(waits)).toContain('the Panel asked for more information');
    expect((await bot.hears(manager(), 'which reviews wait for the panel')).text).toContain(own);
    const answer = await bot.hears(manager(), `panel agrees ${own}`);
    const agreed = await answer.press('Confirm', { response: 'agreed', on: '2021-03-15' });
    expect(inWords(agreed)).toContain('the Panel agreed');
  });
});
