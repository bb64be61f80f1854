import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const SLPR = 'Sandwell Learning from Practice Reviews on Thu 18 March';

describe('who is coming, asked on Monday 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const says = (id: string, text: string) => bot.hears(bot.person(id), text);
  const asks = (text: string) => says('business-manager', text);

  it('takes a weekday for the meeting of that day', async () => {
    expect((await asks("who's coming on thursday")).text).toBe(
      `All 7 agencies are expected at ${SLPR}; nobody has sent apologies so far.`,
    );
    expect((await asks('is the police coming next week')).text).toBe(
      'West Midlands Police has sent no apologies so far, so it is expected at Quality of Practice, Performance and Assurance on Wed 24 March.',
    );
  });

  it('says that no group meets on that day, and when one does', async () => {
    expect((await asks("who's coming on tuesday")).text).toBe(
      `No meeting is in the records on Tue 16 March. The next is ${SLPR}.`,
    );
    expect((await asks('are the trust coming to QPPA on wednesday')).text).toBe(
      'No meeting of Quality of Practice, Performance and Assurance is in the records on Wed 17 March. The next is on Wed 24 March.',
    );
  });

  it('says who has sent apologies, who sends a deputy, and who has said nothing', async () => {
    const apologies = await says('council-partner-lead', 'sorry cant make thursday');
    await apologies.press('Send apologies');
    const deputy = await says(
      'trust-partner-lead',
      'Jo Field is coming to slpr on thursday in my place',
    );
    await deputy.press('Confirm');

    const reply = await asks('who has not sent apologies for thursday');
    expect(reply.text).toBe(
      `6 of 7 agencies are expected at ${SLPR}; Sandwell Metropolitan Borough Council has sent apologies and Sandwell Children's Trust sends a deputy, Jo Field.`,
    );
    expect(reply.lines.join('\n')).toContain('deputy expected');
    expect((await asks('is the council coming on thursday')).text).toBe(
      `Sandwell Metropolitan Borough Council has sent apologies for ${SLPR}.`,
    );
    expect((await asks('and the trust?')).text).toContain(
      `Sandwell Children's Trust sends a deputy, Jo Field, to ${SLPR}.`,
    );
    expect((await asks('any apologies for thursday')).text).toMatch(
      /^6 of 7 agencies are expected/,
    );
  });

  it('keeps to what has been where that is asked', async () => {
    expect((await asks('who came on thursday')).text).toMatch(
      /attended Tackling Neglect Subgroup on Thu 11 March/,
    );
    expect((await asks('did the police come last thursday')).text).toBe(
      'West Midlands Police attended Tackling Neglect Subgroup on Thu 11 March.',
    );
  });

  it.each([
    ["cancel thursday's meeting", `Cancel ${SLPR} at 14:00?`],
    [
      'postpone the meeting on the 24th',
      'Postpone Quality of Practice, Performance and Assurance on Wed 24 March at 14:00?',
    ],
    ["move friday's panel to monday", 'Move Rapid Review Panel on Fri 19 March at 14:00?'],
    [
      'the meeting on 14 april is off',
      'Cancel Tackling Neglect Subgroup on Wed 14 April at 14:00?',
    ],
    [
      "cancel next week's meeting",
      'Cancel Quality of Practice, Performance and Assurance on Wed 24 March at 14:00?',
    ],
  ])('“%s” chooses the meeting by its day', async (text, heading) => {
    const form = await asks(text);
    expect(form.text.startsWith(heading)).toBe(true);
  });

  it.each([
    [
      "cancel tomorrow's meeting",
      `Nothing was recorded. No meeting is in the records on Tue 16 March. The next is ${SLPR} at 14:00.`,
    ],
    [
      'cancel the board on thursday',
      "Nothing was recorded. No meeting of Sandwell Children's Safeguarding Partnership is in the records on Thu 18 March. The next is on Wed 12 May at 14:00.",
    ],
    [
      'cancel the qppa on 31 june',
      'There is no 31 June. Which meeting of Quality of Practice, Performance and Assurance do you mean? Say its day.',
    ],
  ])('“%s” takes no other meeting in its place', async (text, said) =>
    expect((await asks(text)).text).toBe(said),
  );

  it('asks which where two groups meet in that week', async () => {
    const reply = await asks("cancel this week's meeting");
    expect(reply.text).toMatch(
      /^Which meeting from Mon 15 March to Sun 21 March do you mean: Sandwell Learning from Practice Reviews or Rapid Review Panel\?$/,
    );
    expect((await reply.press('Rapid Review Panel')).text).toMatch(
      /^Cancel Rapid Review Panel on Fri 19 March at 14:00\?/,
    );
  });
});

describe('the same in Fenmarsh', () => {
  it('has its own days', async () => {
    const bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
    try {
      const manager = bot.person('unit-manager');
      const { text } = await bot.hears(manager, "who's coming on sunday");
      expect(text).toMatch(/^No meeting is in the records on Sun 14 June\. The next is /);
    } finally {
      await bot.stop();
    }
  });
});
