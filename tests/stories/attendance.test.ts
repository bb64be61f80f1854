import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedByHand, countedOnCard } from '../support/attendance-by-hand.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const BOARD = "Sandwell Children's Safeguarding Partnership";

describe('asking who came, on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const chair = () => bot.person('partnership-chair');
  const police = () => bot.person('police-partner-lead');

  it('says who came to the last board, how many by deputy, who did not, and whether it was quorate', async () => {
    const reply = await bot.hears(manager(), 'attendance last board');
    expect(reply.text).toBe(
      `10/12 (83%) of the agencies attended ${BOARD} on Wed 10 March, 2 of them by deputy; Independent Scrutineer and Lay Person sent apologies. It was quorate.`,
    );
    expect(reply.lines).toEqual(
      expect.arrayContaining(['Attendance on Wed 10 March', '● by deputy', '● present']),
    );
  });

  it('says the same in a group chat and a channel', async () => {
    for (const place of ['group', 'channel'] as const) {
      expect(
        (await bot.hears(manager(), 'attendance last board', { in: place })).text,
        place,
      ).toMatch(/^10\/12 \(83%\)/);
    }
  });

  it('finds a meeting by its month, and says when that one was postponed', async () => {
    const november = await bot.hears(manager(), 'who was at the november board');
    expect(november.text).toContain(`${BOARD} on Wed 11 November 2020`);
    const onDay = await bot.hears(manager(), 'attendance at the board on 11 november');
    expect(onDay.text).toContain(`${BOARD} on Wed 11 November 2020`);
    const none = await bot.hears(manager(), 'who was at the board on 12 november');
    expect(none.text).toMatch(
      /^No meeting of .* on Thu 12 November 2020 is in the records\. The next is/,
    );
    const december = await bot.hears(manager(), 'who was at the december child exploitation board');
    expect(december.text).toBe(
      'Child Exploitation Board on Wed 9 December 2020 was postponed, so nobody attended it.',
    );
  });

  it('says who was missing, with apologies or without', async () => {
    const reply = await bot.hears(manager(), 'who missed qppa last time');
    expect(reply.text).toMatch(
      /^3 of 10 agencies missed Quality of Practice, Performance and Assurance on Wed 27 January: /,
    );
    expect(reply.text).toContain(
      'Independent Scrutineer sent apologies; Education (schools and colleges) and',
    );
    expect(reply.lines).toEqual(expect.arrayContaining(['apologies', '● absent']));
    expect(reply.lines).not.toContain('● present');
  });

  it('says who came to none of the last three', async () => {
    const reply = await bot.hears(manager(), 'who hasnt turned up to qppa in the last 3');
    expect(reply.text).toMatch(
      /^Education \(schools and colleges\) and Sandwell Community and Voluntary Organisations came to none of the last 3 meetings of /,
    );
    expect(reply.lines.join('\n')).toContain(
      'missed 2 of 3 · Wed 27 January (apologies), Wed 23 September 2020 (apologies)',
    );
  });

  it('says how one agency attends over the year, by group, then another one', async () => {
    const reply = await bot.hears(chair(), 'how is police attendance');
    expect(reply.text).toBe(
      'West Midlands Police attended 22/26 (85%) of the meetings held in 2020-21 so far, 1 of them by deputy, and missed 4 with apologies.',
    );
    expect(reply.lines).toContain('5/8 (63%) · 1 by deputy, 3 with apologies');
    expect((await bot.hears(chair(), 'and for health?')).text).toMatch(
      /^NHS Black Country Integrated Care Board attended 25\/26 /,
    );
  });

  it('goes from a group to its meetings, and knows whose attendance is one’s own', async () => {
    const board = await bot.hears(manager(), 'lay member attendance at the board 20/21');
    expect(board.text).toMatch(/^Lay Person attended 1\/7 \(14%\) of the meetings of /);
    expect(board.lines).toEqual(
      expect.arrayContaining(['Wed 13 May 2020', '● present', '● absent', 'apologies']),
    );
    expect((await bot.hears(police(), 'my attendance')).text).toMatch(
      /^West Midlands Police attended 22\/26 /,
    );
  });

  it('says whether an agency came to one meeting', async () => {
    const reply = await bot.hears(police(), 'did the trust come to the last board');
    expect(reply.text).toBe(`Sandwell Children's Trust sent a deputy to ${BOARD} on Wed 10 March.`);
    const onDay = await bot.hears(police(), 'did public health attend the board on 13 may');
    expect(onDay.text).toBe(
      `Public Health (council) sent apologies for ${BOARD} on Wed 13 May 2020.`,
    );
  });

  it.each([
    ['BOARD', 'board attendance this year'],
    ['QPPA', 'qppa attendance 2020-21'],
    ['SLPR', 'slpr attendance 2020-21'],
    ['CEB', 'ceb attendance 2020-21'],
    ['LD', 'learning and development attendance 2020-21'],
    ['STNS', 'neglect subgroup attendance 2020-21'],
  ])('counts the year of %s as the files say, agency by agency', async (group, question) => {
    const reply = await bot.hears(bot.person('coordinator'), question);
    const byHand = await countedByHand('samples/sandwell', group, '2020-04-01', '2021-03-31');
    expect(byHand.size).toBeGreaterThan(5);
    expect(countedOnCard(reply.lines)).toEqual(byHand);
  });

  it('is among what the help offers, and those words are understood', async () => {
    const help = await bot.hears(police(), 'what can I ask you?');
    const meetings = await help.press('Meet');
    expect(meetings.lines.join('\n')).toContain('board attendance this year');
    for (const [words, answer] of [
      ['board attendance this year', /^At the 7 meetings of .* agencies attended 66\/84 \(79%\)/],
      ['who missed the last board', /^2 of 12 agencies missed .* on Wed 10 March/],
      ['attendance of West Midlands Police', /^West Midlands Police attended 22\/26 \(85%\)/],
    ] as const)
      expect((await bot.hears(police(), words)).text, words).toMatch(answer);
  });

  it('states the basis, and lists what was postponed or cancelled without counting it', async () => {
    const reply = await bot.hears(manager(), 'ceb attendance 2020-21');
    expect(reply.text).toMatch(
      /^At the 2 meetings of Child Exploitation Board held in 2020-21 so far agencies attended 13\/16 \(81%\)/,
    );
    expect(reply.lines).toEqual(
      expect.arrayContaining(['Wed 9 December 2020: postponed', 'Wed 20 January: cancelled']),
    );
    expect(reply.lines.join('\n')).toContain('a deputy counts as attending');
  });

  it('puts those who attend least first when asked so, over all groups', async () => {
    const reply = await bot.hears(manager(), 'which agencies attend least');
    expect(reply.text).toMatch(
      /^At the 26 meetings held in 2020-21 so far Lay Person attends least, 1\/7 \(14%\); /,
    );
    expect([...countedOnCard(reply.lines).keys()].slice(0, 2)).toEqual([
      'Lay Person',
      'Sandwell Community and Voluntary Organisations',
    ]);
  });

  it('never says a percentage without the numbers that it comes from', async () => {
    const reply = await bot.hears(manager(), 'attendance this year');
    expect(reply.text).toContain(
      'Chair of the Partnership and NSPCC attend most, together 8/8 (100%); Lay Person attends least',
    );
    expect(reply.text.replace(/\d+\/\d+ \(\d+%\)/g, '')).not.toContain('%');
  });

  it('says so when there is nothing to count', async () => {
    expect((await bot.hears(manager(), 'attendance 2019-20')).text).toBe(
      'No meeting was held in 2019-20, so there is no attendance to show.',
    );
    expect((await bot.hears(manager(), 'rapid review panel attendance 2020-21')).text).toMatch(
      /^No meeting of Rapid Review Panel was held in 2020-21 so far/,
    );
  });

  it.each([
    'attendance last board',
    'who missed qppa last time',
    'who hasnt turned up to qppa in the last 3',
    'how is police attendance',
    'attendance this year',
    'ceb attendance 2020-21',
  ])('understands what it offers to ask after “%s”', async (question) => {
    const reply = await bot.hears(manager(), question);
    expect(reply.buttons.length).toBeGreaterThan(0);
    for (const button of reply.buttons.filter((each) => each !== 'Get as Excel'))
      expect((await reply.press(button)).text, button).toMatch(
        /^At the \d+ meetings |^\d+\/\d+ \(\d+%\) of the agencies attended |^[A-Z].* (attended \d+\/\d+|came to none of the last 3 meetings)/,
      );
  });

  it('shows what to watch to the chair and the administrators, and to nobody else', async () => {
    const watched = `Lay Person missed the last 5 meetings of ${BOARD} without a deputy: the latest on Wed 10 March.`;
    expect((await bot.hears(manager(), 'attendance last board')).lines).toContain(watched);
    expect((await bot.hears(chair(), 'board attendance this year')).lines).toContain(watched);
    expect(
      (await bot.hears(police(), 'board attendance this year')).lines.join('\n'),
    ).not.toContain('missed the last');
  });

  it('watches what is missed now, whichever year is asked for and whenever the year began', async () => {
    expect((await bot.hears(chair(), 'board attendance 2019-20')).lines.join('\n')).not.toContain(
      'missed the last',
    );
    bot.turnTo('2021-04-06');
    const watched = (await bot.hears(chair(), 'board attendance this year')).lines;
    bot.turnTo('2021-03-15');
    expect(watched.join('\n')).toContain('Lay Person missed the last 5 meetings');
  });

  it('shows the chair of a group what to watch in that group alone', async () => {
    const trust = bot.person('trust-partner-lead');
    const reply = await bot.hears(trust, 'attendance this year');
    const watched = reply.lines.filter((line) => line.includes('missed the last'));
    expect(watched).toEqual([
      'West Midlands Police missed the last 2 meetings of Sandwell Learning from Practice Reviews without a deputy: Thu 4 March and Thu 21 January.',
    ]);
  });
});

describe('a register that is not closed', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-19' });
  });
  afterAll(() => bot.stop());

  const LATE =
    'The register of Sandwell Learning from Practice Reviews on Thu 18 March is not closed.';
  const asked = async () =>
    (await bot.hears(bot.person('business-manager'), 'slpr attendance 2020-21')).lines;

  it('is nothing to watch the day after, and is so from the second working day, the weekend not counted', async () => {
    expect(await asked()).not.toContain(LATE);
    bot.turnTo('2021-03-21');
    expect(await asked()).not.toContain(LATE);
    bot.turnTo('2021-03-22');
    expect(await asked()).toContain(LATE);
  });
});

describe('a meeting that is going on', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-12T14:00' });
  });
  afterAll(() => bot.stop());

  const IN_THE_MEETING = { in: 'group' } as const;
  const manager = () => bot.person('business-manager');
  const chair = () => bot.person('partnership-chair');

  it('has no register until it is opened', async () => {
    const reply = await bot.hears(manager(), 'who is missing today');
    expect(reply.text).toBe(`The register of ${BOARD} on Wed 12 May has not been opened.`);
  });

  it('is answered from the live register: who is here, who is missing, and whether it may decide', async () => {
    const card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
    await card.isPressedBy(bot.person('police-partner-lead'), 'I’m here');
    await card.isPressedBy(bot.person('lay-member'), 'Send apologies', { message: 'on leave' });
    const reply = await bot.hears(manager(), 'who is missing today');
    expect(reply.text).toMatch(
      /^11 of 12 agencies are missing from .* on Wed 12 May: .* are not here yet; Lay Person sent apologies\./,
    );
    expect(reply.text).toContain(
      'not quorate: it lacks Sandwell Metropolitan Borough Council and NHS Black Country',
    );
    expect(reply.lines).not.toContain('West Midlands Police');
    const here = await bot.hears(manager(), 'who is here', IN_THE_MEETING);
    expect(here.text).toMatch(/^1 of 12 agencies is here at /);
    expect((await bot.hears(manager(), 'is health here today')).text).toMatch(
      /^NHS .* is not here yet at .* on Wed 12 May\.$/,
    );
  });

  it('once closed is answered from its lines, and a correction is seen with its reason and what was there before', async () => {
    const card = await bot.hears(manager(), 'start attendance for todays board', IN_THE_MEETING);
    await (await (await card.asSeenBy(chair())).press('Close the register')).press('Close anyway');
    const closed = await bot.hears(manager(), 'attendance last board');
    expect(closed.text).toMatch(/^1\/12 \(8%\) of the agencies attended .* on Wed 12 May; /);
    expect(closed.text).toContain(
      'It was not quorate: it lacked Sandwell Metropolitan Borough Council and NHS Black Country',
    );
    await (await card.asSeenBy(chair())).press('Correct', {
      agency: 'SCRUT',
      attended: 'present',
      reason: 'was on the phone',
    });
    const corrected = await bot.hears(manager(), 'attendance last board');
    expect(corrected.text).toMatch(/^2\/12 \(17%\) of the agencies attended /);
    const line =
      'Independent Scrutineer on Wed 12 May: present, was absent (corrected Wed 12 May by Partnership Chair: was on the phone).';
    expect(corrected.lines).toContain(line);
    expect((await bot.hears(manager(), 'board attendance this year')).lines).toContain(line);
  });
});
