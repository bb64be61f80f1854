import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { type ByHand, driftByHand } from '../support/drift-by-hand.ts';
import { readWord } from '../support/read-word.ts';

const FOLDER = 'tests/folder/drift-year';
const AS_OF = '2026-03-18';
const read = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
const expected: (ByHand & { subject: string; why: string })[] = read('expected');
const nearMisses: { pattern: string; subject: string; why: string }[] = read('not');

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: AS_OF, folder: FOLDER });
});
afterAll(() => bot.stop());

/** What stands in the exception report, as a board gets it: each line of its tables of what drifts. */
async function reportOf(today: string) {
  bot.turnTo(today);
  const shown = await bot.hears(bot.person('board-chair'), 'exception report');
  const offered = await shown.press('Get exception report');
  const url = /"url":"([^"]+)"/.exec(JSON.stringify(offered.card))?.[1] ?? '';
  const file = await fetch(url, { method: 'POST' });
  const words = await readWord(new Uint8Array(await file.arrayBuffer()));
  return words
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6 && cells[1] !== 'What drifts')
    .map(([, sentence = '', since = '', , rows = '']) => ({
      sentence,
      line: toLine(rows.split(', ').filter(Boolean), since),
    }));
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const sayDay = (day: string | undefined) => (day ? long.format(Date.parse(day)) : 'Not recorded');
/** The report names so many records of a finding, and how many more there are. */
const MAX_NAMED = 12;
const toLine = (rows: readonly string[], since: string) =>
  `${[...rows].sort().join(', ') || 'no rows'}, since ${since.replace(/^\w{3} /, '')}`;
function lineOf({ rows, since }: ByHand) {
  const left = rows.length - MAX_NAMED;
  const named =
    left > 0 ? [...rows.slice(0, MAX_NAMED - 1), `${rows[MAX_NAMED - 1]} and ${left} more`] : rows;
  return toLine(named, sayDay(since));
}

const saysNumber = (sentence: string, figure: number) =>
  (figure === 0 ? /\b(0|no|none)\b/i : new RegExp(`\\b${figure}\\b`)).test(sentence);

describe('a year in which each pattern of drift happens', () => {
  it('is reckoned from its sheets as it was written down', () => {
    const plain = ({ pattern, figures, rows, since }: ByHand) => ({
      pattern,
      figures,
      line: toLine(rows, sayDay(since)),
    });
    const inOrder = (all: readonly ByHand[]) =>
      all.map(plain).toSorted((a, b) => `${a.pattern}${a.line}`.localeCompare(b.pattern + b.line));
    expect(inOrder(driftByHand(FOLDER, AS_OF))).toEqual(inOrder(expected));
  });

  // A day earlier what is new is not there yet; a day later what was at its limit is.
  it.each(['2026-03-17', AS_OF, '2026-03-19'])(
    'is told on %s: each finding once with its rows and figures, and none beside',
    async (today) => {
      const report = await reportOf(today);
      const all = driftByHand(FOLDER, today);
      // Reviews are named to those who may see them, and in no paper for a board.
      const byHand = all.filter(({ pattern }) => pattern !== 'clock');
      expect(report.map(({ line }) => line).toSorted()).toEqual(byHand.map(lineOf).toSorted());
      for (const each of byHand) {
        const { sentence = '' } = report.find(({ line }) => line === lineOf(each)) ?? {};
        for (const figure of each.figures)
          expect(saysNumber(sentence, figure), `${figure} in “${sentence}”`).toBe(true);
      }
    },
  );

  it.each([
    ['2026-03-17', []],
    [AS_OF, ['DVR-1']],
  ])('tells on %s which statutory clocks are near to who may see them: %j', async (today, refs) => {
    bot.turnTo(today);
    const { lines } = await bot.hears(bot.person('board-chair'), 'what is drifting');
    expect(lines.flatMap((line) => /^(DVR-\d): /.exec(line)?.[1] ?? [])).toEqual(refs);
  });

  it.each(nearMisses)('is not $pattern of $subject: $why', ({ pattern, subject }) => {
    const named = driftByHand(FOLDER, AS_OF).filter((each) => each.pattern === pattern);
    expect(named.flatMap(({ rows }) => rows)).not.toContain(subject);
    expect(
      expected.filter((each) => each.pattern === pattern).map((each) => each.subject),
    ).not.toContain(subject);
  });

  it('is at most 25 findings, so that a chair reads them', () => {
    expect(expected.length).toBeLessThanOrEqual(25);
  });

  // Of DP-18 the capabilities make no rule of drift.
  it('has what is past its day where people ask for it: among what is overdue', async () => {
    bot.turnTo(AS_OF);
    const { lines } = await bot.hears(bot.person('unit-manager'), 'which actions are overdue');
    const text = lines.join('\n');
    expect(text).toMatch(/Finish the exploitation strategy/);
    expect(text).not.toMatch(/Finish the (neglect|voice|early help) strategy/);
  });
});
