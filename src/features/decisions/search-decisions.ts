import { decisionRow } from '../../answers/decision-words.ts';
import type { Asker, Hit } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { addMonths, formatDayWithYear } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import type { DecisionsView } from './decisions-view.ts';

/** So far back the search looks. */
const MONTHS = 36;

/** Decisions for the search of the message extension: those in which each word begins a word, the latest first. */
export async function searchDecisions(
  asker: Asker,
  words: string,
  most: number,
  ports: Ports,
): Promise<readonly Hit[]> {
  const wanted = wordsOf(words);
  if (wanted.length === 0 || !isPermitted(asker.person, 'meetings.read')) return [];
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const decisions = await ports.decisions.between(id, {
    from: addMonths(today, -MONTHS),
    to: today,
  });
  return decisions
    .filter((decision) => isAbout(decision, wanted))
    .slice(0, most)
    .map((decision) => hitOf(asker, decision, formatDayWithYear(today)));
}

function isAbout({ what, options }: Decision, wanted: readonly string[]): boolean {
  const own = wordsOf([what, ...options].join(' '));
  return wanted.every((word) => own.some((each) => each.startsWith(word)));
}

function hitOf({ directory }: Asker, decision: Decision, today: string): Hit {
  const row = decisionRow(decision, directory);
  const view: DecisionsView = {
    source: `${directory.partnership.shortName} · as at ${today}`,
    headline: 'Decision',
    decisions: [row],
    extent: '',
    suggestions: [],
  };
  return {
    ...row,
    answer: {
      text: row.title,
      card: { name: 'decisions', view, plain: `${row.title}. ${row.line}. ${row.details}.` },
    },
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
