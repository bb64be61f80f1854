import { aboutPriority, ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { ActionTallies } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Priority } from '../../domain/partnership.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { isInPlan } from '../../domain/plan-years.ts';

/** Answers what the priorities of a year are; this year by default, in the partnership's own year. */
export async function listPriorities(request: Request, question: Question): Promise<Answer> {
  const { directory, today, ports } = request;
  const { partnership, priorities } = directory;
  const asked = question.filters.year ?? 'current';
  const year = resolveYear(asked, today, partnership.yearStart) ?? asked;
  const found = priorities
    .filter((priority) => isInPlan(year, priority))
    .sort((a, b) => (a.number ?? 99) - (b.number ?? 99));
  if (found.length === 0) return noPriorities(year, directory);
  const { limit = found.length } = question.args;
  const shown = found.slice(0, limit);
  const thisYear = yearContaining(today, partnership.yearStart);
  const tallies = await ports.actions.tallies(partnership.id);
  return {
    text:
      shown.length < found.length
        ? `The first ${shown.length} of ${found.length} priorities for ${year} by their number in the plan: ${shown.map(({ title }) => title).join('; ')}.`
        : describePriorities(found, year, thisYear),
    heading: `Priorities ${year}`,
    sections: [
      {
        rows: shown.map((priority) => ({
          title: priority.number ? `${priority.number}. ${priority.title}` : priority.title,
          line: describe(priority, directory, tallies),
          opens: aboutPriority(priority.id, year),
        })),
      },
    ],
    suggestions: suggestionsAfter(found, year, directory),
    thread: { question },
  };
}

function noPriorities(year: string, { priorities }: Directory): Answer {
  const years = listYears(priorities);
  const known =
    years.length > 0
      ? ` The records have plans for ${formatList(years)}.`
      : ' No priority has been imported yet.';
  return {
    text: `No priority is recorded for ${year}.${known}`,
    suggestions: years.slice(-2).map(prioritiesIn),
  };
}

const prioritiesIn = (year: string): Suggestion => ({
  title: `Priorities ${year}`,
  ...ask('list_priorities', { year }),
});

function describePriorities(found: readonly Priority[], year: string, thisYear: string): string {
  const kinds = new Map<string, number>();
  for (const { kind } of found) if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const parts = [...kinds].map(([kind, count]) => formatCount(count, kind, plural(kind)));
  const when = year === thisYear ? `this year (${year})` : `for ${year}`;
  const one = formatCount(found.length, 'priority', 'priorities');
  return `There ${pluralVerb(found.length, 'is', 'are')} ${one} ${when}${parts.length > 1 ? `: ${formatList(parts)}` : ''}.`;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  'key priority': 'key priorities',
  'theme from reviews': 'themes from reviews',
};

function plural(kind: string): string {
  return IRREGULAR[kind] ?? (kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`);
}

function describe({ id, leadGroup }: Priority, directory: Directory, tallies: ActionTallies) {
  const { open, closed } = tallies.get('priority', id);
  const lead = leadGroup ? `Led by ${groupName(directory, leadGroup)}` : 'No lead group recorded';
  return `${lead} · ${open + closed === 0 ? 'no actions' : `${open} of ${formatCount(open + closed, 'action')} open`}`;
}

function suggestionsAfter(
  [first]: readonly Priority[],
  year: string,
  { priorities }: Directory,
): Suggestion[] {
  const other = listYears(priorities)
    .filter((each) => each !== year)
    .at(-1);
  return [
    ...(first
      ? [
          {
            title: `Objectives for ${first.title}`,
            ...ask('priority_detail', { priority: first.id, year }, { field: 'objectives' }),
          },
        ]
      : []),
    ...(other ? [prioritiesIn(other)] : []),
    {
      title: 'Actions by priority',
      ...ask('list_actions', { status: 'open' }, { groupBy: 'priority', count: true }),
    },
  ];
}

function listYears(priorities: readonly Priority[]): string[] {
  return [...new Set(priorities.map(({ year }) => year))].sort();
}
