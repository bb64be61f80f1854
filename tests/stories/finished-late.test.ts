import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

/** Asks one thing after the other in a chat of their own; the answer to the last is what counts. */
const asker =
  (bot: () => Convenor, who: string) =>
  async (...messages: string[]) => {
    const speaker = { ...bot().person(who), chat: messages.join(' ') };
    let heard = await bot().hears(speaker, messages[0] ?? '');
    for (const text of messages.slice(1)) heard = await bot().hears(speaker, text);
    return {
      ...heard,
      refs: heard.lines.flatMap((line) => /^[A-Z]+[-/]\S+/.exec(line)?.[0] ?? []),
    };
  };

describe('what was finished late, on 10 June 2026 in Fenmarsh', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2026-06-10', folder: 'samples/fenmarsh' });
  });
  afterAll(() => bot.stop());
  const asks = asker(() => bot, 'unit-manager');

  it.each(['which actions finished late', 'what was done late', 'completed after the due date'])(
    '“%s” lists what was completed after its due day, with both days',
    async (asked) => {
      const late = await asks(asked);
      expect(late.text).toBe(
        '3 of 14 completed actions (21%) were finished late, by 4 to 35 days.',
      );
      expect(late.refs).toEqual(['FM-138', 'FM-113', 'FM-107']);
      expect(late.lines.join('\n')).toContain(
        'was due Tue 30 September 2025 · completed Tue 4 November 2025',
      );
    },
  );

  it.each([
    ['how many were completed on time', '11 of 14 completed actions (79%) were finished on time.'],
    ['which were done early', '10 of 14 completed actions (71%) were finished early.'],
    [
      'did the icb deliver theirs on time',
      '2 of 2 completed actions with NHS Fen and Wolds Integrated Care Board were finished on time.',
    ],
    [
      'what did the police finish late',
      'None of the 2 completed actions with Fenmarsh Constabulary was finished late.',
    ],
    [
      'late completions this quarter',
      'The only completed action between Wed 1 April and Tue 30 June was not finished late.',
    ],
  ])('“%s” is a share of what is known', async (asked, said) => {
    expect((await asks(asked)).text).toBe(said);
  });

  it('goes on from one to the other, and to what is overdue', async () => {
    expect((await asks('which actions finished late', 'and on time?')).text).toMatch(
      /^11 of 14 completed actions \(79%\) were finished on time\./,
    );
    expect((await asks('which actions finished late', 'and overdue')).text).toMatch(
      /^12 of 61 actions are overdue/,
    );
  });

  it('what is late and not finished is overdue, as ever', async () => {
    expect((await asks('not finished on time')).text).toMatch(/^12 of 61 actions are overdue/);
    expect((await asks('which are late')).text).toMatch(/^12 of 61 actions are overdue/);
  });
});

describe('what was finished late where days are missing', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());
  const asks = asker(() => bot, 'business-manager');

  it('says which are not counted', async () => {
    expect((await asks('which actions were finished on time')).text).toBe(
      'The only one of 31 completed actions with both dates was finished on time. 30 have no due date, so they are not counted.',
    );
    expect((await asks('what did police finish late')).text).toBe(
      'Of 2 completed actions with West Midlands Police nobody can say which were finished late. 2 have no due date, so they are not counted.',
    );
    expect((await asks('which agencies finish late most often')).text).toBe(
      'No action was finished late. 30 have no due date, so they are not counted.',
    );
  });
});

describe('what was finished late in Thornbury', () => {
  it('is counted by agency, with ties', async () => {
    const bot = await startConvenor({
      today: '2025-11-04',
      folder: 'tests/understanding/folders/thornbury',
    });
    const asks = asker(() => bot, 'gillian-hartley');
    expect((await asks('which agency finishes late most')).text).toBe(
      'Harrowbeck Police and NHS Greater Northmoor Integrated Care Board have the most actions finished late, 2 each (6 in all).',
    );
    expect((await asks('actions completed late this year')).text).toMatch(
      /^4 of 8 completed actions between Tue 1 April and Tue 31 March 2026 \(50%\) were finished/,
    );
    await bot.stop();
  });
});
