import { counted, listed, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { ActionTallies, Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Priority } from '../../domain/partnership.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import type { PriorityListView } from './priority-views.ts';

/** Answers what the priorities of a year are; this year by default, in the partnership's own year. */
export async function listPriorities(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { partnership, priorities } = directory;
  const today = ports.calendar.today(partnership.timeZone);
  const asked = question.filters.year ?? 'current';
  const year = resolveYear(asked, today, partnership.yearStart) ?? asked;
  const found = priorities
    .filter((priority) => priority.year === year)
    .sort((a, b) => (a.number ?? 99) - (b.number ?? 99));
  if (found.length === 0) return noPriorities(year, directory);
  const tallies = await ports.actions.tallies(partnership.id);
  const text = answerInWords(found, year, yearContaining(today, partnership.yearStart));
  const view: PriorityListView = {
    source: `${partnership.shortName} · as at ${formatDayWithYear(today)}`,
    headline: `Priorities ${year}`,
    rows: found.map((priority) => ({
      title: priority.number ? `${priority.number}. ${priority.title}` : priority.title,
      line: lineOf(priority, directory, tallies),
      ask: `how far have we got with ${priority.title}`,
    })),
    suggestions: suggestionsAfter(found, year, directory),
  };
  const plain = [text, ...view.rows.map(({ title, line }) => `${title}: ${line}.`)].join('\n');
  return {
    text,
    card: { name: 'priority-list', view, plain },
    suggestions: view.suggestions,
    thread: { question },
  };
}

function noPriorities(year: string, { priorities }: Directory): Answer {
  const years = yearsOf(priorities);
  const known =
    years.length > 0
      ? ` The records have plans for ${listed(years)}.`
      : ' No priority has been imported yet.';
  return {
    text: `No priority is recorded for ${year}.${known}`,
    suggestions: years.slice(-2).map((each) => `priorities ${each}`),
  };
}

function answerInWords(found: readonly Priority[], year: string, thisYear: string): string {
  const kinds = new Map<string, number>();
  for (const { kind } of found) if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const parts = [...kinds].map(([kind, count]) => counted(count, kind, plural(kind)));
  const when = year === thisYear ? `this year (${year})` : `for ${year}`;
  const one = counted(found.length, 'priority', 'priorities');
  return `There ${verb(found.length, 'is', 'are')} ${one} ${when}${parts.length > 1 ? `: ${listed(parts)}` : ''}.`;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  'key priority': 'key priorities',
  'theme from reviews': 'themes from reviews',
};

function plural(kind: string): string {
  return IRREGULAR[kind] ?? (kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`);
}

function lineOf({ id, leadGroup }: Priority, directory: Directory, tallies: ActionTallies): string {
  const { open, closed } = tallies.of('priority', id);
  const lead = leadGroup ? `Led by ${groupName(directory, leadGroup)}` : 'No lead group recorded';
  return `${lead} · ${open + closed === 0 ? 'no actions' : `${open} of ${counted(open + closed, 'action')} open`}`;
}

function suggestionsAfter(
  [first]: readonly Priority[],
  year: string,
  { priorities }: Directory,
): string[] {
  const years = yearsOf(priorities);
  const other = years.filter((each) => each !== year).at(-1);
  return [
    ...(first ? [`objectives for ${first.title}`] : []),
    ...(other ? [`priorities ${other}`] : []),
    'how many actions by priority',
  ];
}

function yearsOf(priorities: readonly Priority[]): string[] {
  return [...new Set(priorities.map(({ year }) => year))].sort();
}
