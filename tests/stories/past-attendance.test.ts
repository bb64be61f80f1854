import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const BOARD = "Sandwell Children's Safeguarding Partnership";
const SLPR = 'Sandwell Learning from Practice Reviews';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());
const ask = (who: string, question: string) => bot.hears(bot.person(who), question);
const textOf = async (question: string, who = 'business-manager') =>
  (await ask(who, question)).text;

describe('whether a meeting that took place had its quorum', () => {
  it('is answered for the month of the year that was named, with who was missing of those it takes', async () => {
    const reply = await ask('independent-scrutineer', "did July 2020's board have a quorum");
    expect(reply.text).toBe(
      `No, ${BOARD} on Wed 8 July 2020 was not quorate: it needs all of Sandwell Metropolitan Borough Council, West Midlands Police and NHS Black Country Integrated Care Board, and 2 of these 3 were there; NHS Black Country Integrated Care Board sent apologies. 8/12 (67%) of the agencies attended.`,
    );
    const at = (line: string) => reply.lines[reply.lines.indexOf(line) + 1];
    expect(at('NHS Black Country Integrated Care Board')).toBe('apologies');
    expect(at('West Midlands Police')).toBe('● present');
  });

  it('takes a month or a day alone for the last one there was', async () => {
    expect(await textOf('was the november board quorate')).toMatch(
      new RegExp(`^Yes, ${BOARD} on Wed 11 November 2020 was quorate: .* all 3 were there\\.`),
    );
    expect(await textOf('was the board quorate on 8 july')).toMatch(
      /on Wed 8 July 2020 was not quorate/,
    );
    expect(await textOf('was the last qppa quorate')).toMatch(
      /on Wed 27 January was quorate: it needs at least 4 agencies, and 7 were there\. 7\/10 \(70%\)/,
    );
  });

  it('is not answered where there was no meeting, no register or no rule', async () => {
    expect(await textOf('was ceb quorate in december')).toBe(
      'Child Exploitation Board on Wed 9 December 2020 was postponed, so it had no quorum. No quorum is set for this group.',
    );
    expect(await textOf('was slpr quorate in january')).toBe(
      `No quorum is set for ${SLPR}, so I can't say whether the meeting of Thu 21 January had one: 6/7 (86%) of the agencies attended.`,
    );
  });

  it('is of the meeting to come where it has not been yet', async () => {
    expect(await textOf('will the may board be quorate')).toMatch(
      /^The register of .*, Wed 12 May 2021, is not open, so I cannot tell yet\./,
    );
  });
});

describe('which meetings an agency missed', () => {
  it('is listed with days, and with apologies or without', async () => {
    const reply = await ask('partnership-chair', 'which meetings did police miss');
    expect(reply.text).toBe(
      `West Midlands Police missed 4 of the 26 meetings held in 2020-21 so far at which it was expected: ${SLPR} on Thu 4 March (apologies), ${SLPR} on Thu 21 January (apologies), ${SLPR} on Thu 11 June 2020 (apologies) and ${BOARD} on Wed 13 May 2020 (apologies).`,
    );
    expect(await textOf('which board meetings did the lay member miss')).toMatch(
      /^Lay Person missed 6 of the 7 meetings of .*: Wed 10 March \(apologies\), Wed 13 January \(absent\), /,
    );
    expect(await textOf('which meetings did schools miss since january')).toMatch(
      /missed 1 of the 7 meetings held since Fri 1 January /,
    );
  });

  it('is about the asker’s agency where they say “we”', async () => {
    expect(await textOf('which meetings have we missed', 'police-partner-lead')).toMatch(
      /^West Midlands Police missed 4 of the 26 meetings /,
    );
    expect(await textOf('how often have we been', 'lay-member')).toMatch(
      /^Lay Person attended 1\/7 \(14%\) /,
    );
  });

  it('knows when an agency was last there, and what it has missed since', async () => {
    expect(await textOf('when did we last see the lay member')).toBe(
      `Lay Person was last at ${BOARD} on Wed 13 May 2020, 306 days ago. It has missed the 5 meetings held since at which it was expected.`,
    );
    expect(await textOf('when was public health last at qppa')).toMatch(
      /on Wed 27 January, 47 days ago\.$/,
    );
  });
});

describe('who was there, by a day', () => {
  it('is the day just past where something is asked that was', async () => {
    expect(await textOf('neglect group, 11th: who was there?', 'trust-partner-lead')).toBe(
      '6/7 (86%) of the agencies attended Tackling Neglect Subgroup on Thu 11 March; Sandwell Metropolitan Borough Council sent apologies.',
    );
    expect(await textOf('who cant make the neglect group on the 14th')).toMatch(/Wed 14 April/);
  });

  it('answers for each agency that is named', async () => {
    expect(await textOf('did police and health both come to slpr in march')).toBe(
      `West Midlands Police sent apologies for ${SLPR} on Thu 4 March. NHS Black Country Integrated Care Board attended ${SLPR} on Thu 4 March.`,
    );
  });
});

describe('who attends best', () => {
  it('calls equal figures a tie, with the numbers of each', async () => {
    expect(await textOf('who has the best attendance')).toMatch(
      /Chair of the Partnership \(7\/7\) and NSPCC \(1\/1\) tie for the best attendance, 100% each;/,
    );
    expect(await textOf('who attends least')).toMatch(/Lay Person attends least, 1\/7 \(14%\)/);
  });
});
