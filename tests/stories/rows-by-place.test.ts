import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

let bot: Convenor;
let chats = 0;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

/** Says one thing after the other in a chat of their own; the answer to the last is what counts. */
async function says(...messages: [string, ...string[]]): Promise<Heard> {
  chats += 1;
  const speaker = { ...bot.person('business-manager'), chat: `rows-${chats}` };
  const [first, ...others] = messages;
  let heard = await bot.hears(speaker, first);
  for (const text of others) heard = await bot.hears(speaker, text);
  return heard;
}

describe('a row of the list that was just shown', () => {
  it.each([
    ['the first one', /^SA-021 “/],
    ['what about the second?', /^SA-014 “/],
    ['number 3', /^SA-016 “/],
    ['can you open the 4th please', /^SA-002 “/],
    ['and the second and third', /^SA-014 “.* SA-016 “/],
    ['the last two', /^SA-024 “.* SA-064 “/],
    ['last but one', /^SA-024 “/],
    ['top of the list', /^SA-021 “/],
    ['show me the thrid one', /^SA-016 “/],
  ])('is opened by its place: “%s”', async (asked, said) => {
    expect((await says('what is overdue', asked)).text).toMatch(said);
  });

  it.each([
    ['who owns the second', /^SA-014 is assigned to Sandwell Community and Voluntary/],
    ['when was the third one last updated', /^SA-016 was last updated on Thu 7 May 2020/],
    ['close the second one', /^Complete SA-014\?/],
    ['assign the first one to police', /^Give SA-021 to somebody else\?/],
    ['remind me about the fifth one on friday', /^Remind you on Fri 19 March\?/],
    ['move the second to 20 april', /^More time for SA-014\?/],
  ])('is asked or changed by its place: “%s”', async (asked, said) => {
    expect((await says('what is overdue', asked)).text).toMatch(said);
  });

  it('can be gone on from, down the list and back', async () => {
    const list = 'what is overdue';
    expect((await says(list, 'the first one', 'and the next one')).text).toMatch(/^SA-014 “/);
    expect((await says(list, 'the third one', 'the previous one')).text).toMatch(/^SA-014 “/);
    expect((await says(list, 'who owns the first one', 'and the second?')).text).toMatch(
      /^SA-014 “.* with Sandwell Community and Voluntary/,
    );
    expect((await says(list, 'SA-016', 'what about the first')).text).toMatch(/^SA-021 “/);
  });

  it.each([
    ['what is on the risk register', 'the second one', /^CH-07 “/],
    ['what is on the risk register', 'review the fourth one', /^Review CH-02\?/],
    ['list rapid reviews', 'the second one', /^RR-2020-02 /],
    ['list rapid reviews', 'what did the panel say about the fourth', /^RR-2020-04: the Panel/],
    ['what are our priorities', 'the third one', /^Mandate to Sandwell Learning from Practice/],
    ['what are our priorities', 'who leads the second one', /: led by Learning and Development\.$/],
    ['which groups do we have', 'the second one', /^Quality of Practice, Performance and Assur/],
    ['which groups do we have', 'who chairs the third one', /^Children's Trust Partner Lead/],
    ['which board meetings were held this year', 'the second', /on Wed 13 January, 2 of them by/],
    ['which board meetings were held this year', 'was the third one quorate', /Wed 11 November 20/],
    ['which meetings are in the next two months', 'the third one', /^The agenda of Quality of/],
  ])('is one of any list: “%s”, “%s”', async (list, asked, said) => {
    expect((await says(list, asked)).text).toMatch(said);
  });

  it('is asked back where its number is the reference of another row', async () => {
    expect((await says('what is overdue', 'number 2')).text).toMatch(
      /^Which do you mean: “SA-014 .*” or “SA-002 .*”\?$/,
    );
  });

  it('is asked back where the last one may be the latest, which stands first', async () => {
    const which = await says('which board meetings were held this year', 'the last one');
    expect(which.text).toBe(
      'Which do you mean: “SCSP: who came on Wed 10 March 2021” or “SCSP: who came on Wed 22 April 2020”?',
    );
  });

  it('is the last of those shown, and how many more there are is said', async () => {
    expect((await says('what is overdue', 'the last one')).text).toMatch(
      /^SA-064 “.*\. That is the last one shown; the list has 8 more\.$/,
    );
  });

  it('is not made up: a place behind the last row, or one that was not shown yet', async () => {
    expect((await says('whats overdue for police', 'the sixth one')).text).toBe(
      'I showed 2 rows, so there is none at that place.',
    );
    expect((await says('what is overdue', 'number 12')).text).toBe(
      'Only 10 of the 18 are shown so far. Say “show more” first.',
    );
    expect((await says('what is overdue', 'show more', 'number 12')).text).toMatch(/^SA-102 “/);
  });

  it('a table has rows that open nothing', async () => {
    expect((await says('attendance by agency', 'the first one')).text).toBe(
      'I can’t open that row by its place. Please name what you mean.',
    );
  });
});

describe('where nothing was listed', () => {
  it.each(['the first one', 'what about the second?', 'the last two', 'top three', 'the third'])(
    '“%s” is said to be of no list',
    async (asked) => {
      expect((await says(asked)).text).toBe(
        'I have no list to count in here. Ask for one first, such as:',
      );
    },
  );

  it('and after something else was asked', async () => {
    expect((await says('what is overdue', 'who chairs qppa', 'the second one')).text).toBe(
      'I have no list to count in here. Ask for one first, such as:',
    );
  });

  it('a number is the reference that it always was', async () => {
    expect((await says('number 3')).text).toMatch(/^SA-003 “/);
  });

  it('a day of the month is no row', async () => {
    const due = await says('what is overdue', 'what is due by the 2nd of april');
    expect(due.text).not.toMatch(/^SA-014/);
  });
});
