import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const items = (lines: readonly string[]) => lines.filter((line) => /^\d+ {2}/.test(line));

async function add(title: string, group = 'qppa') {
  const form = await bot.hears(manager(), `add to the agenda of the next ${group}: ${title}`);
  return form.press('Add it', { title });
}

describe('an agenda item that was added by mistake, or in the wrong words', () => {
  it('is taken off by Undo, and put back by Undo', async () => {
    const added = await add('tidy shelves');
    expect(added.lines).toContain('“tidy shelves” is on the agenda.');
    const off = await added.press('Undo');
    expect(items(off.lines).join()).not.toContain('tidy shelves');
    const back = await off.press('Undo');
    expect(items(back.lines).join()).toContain('tidy shelves');
  });

  it('“scrap that one” finds it', async () => {
    await add('wrong meeting');
    const asked = await bot.hears(manager(), 'scrap that one');
    expect(asked.text).toMatch(/^“wrong meeting” was added to the agenda\. Shall I undo that\?/);
    expect(items((await asked.press('Undo')).lines).join()).not.toContain('wrong meeting');
  });

  it('is reworded, moved, given a presenter and minutes', async () => {
    await add('Audit plan', 'slpr');
    const agenda = await add('GCP trainers', 'slpr');
    const form = await agenda.press('Change…');
    const changed = await form.press('Change item', {
      title: 'Audit plan for 2021-22',
      presenter: 'Alex Reed',
      minutes: '10 mins',
      place: '1',
    });
    expect(items(changed.lines).join()).toMatch(/GCP trainers.*Audit plan for 2021-22/);
    expect(changed.lines).toContain(
      'Alex Reed presents · 10 minutes · Proposed by Business Manager',
    );
  });

  it('says what is wrong with its minutes, and keeps what it was', async () => {
    const agenda = await add('Winter pressures', 'board');
    const form = await agenda.press('Change…');
    const refused = await form.press('Change item', { title: 'Winter', minutes: 'a while' });
    expect(refused.text).toBe('Nothing was recorded. Minutes are a whole number, such as 10.');
  });

  it('that a member proposed is theirs to take back until it is accepted', async () => {
    const member = bot.person('education-lead');
    const form = await bot.hears(member, 'add to the agenda of the next qppa: school attendance');
    const proposed = await form.press('Propose it', { title: 'school attendance' });
    expect((await proposed.press('Undo')).lines.join('\n')).not.toContain('school attendance  ');
    const again = await bot.hears(member, 'add to the agenda of the next qppa: exclusions');
    const kept = await again.press('Propose it', { title: 'exclusions' });
    const agenda = await bot.hears(manager(), 'what is on the next qppa agenda');
    await agenda.press('Accept');
    expect((await kept.press('Undo')).text).toMatch(
      /^Nothing was recorded: the chair of .* or an administrator/,
    );
  });
});
