import { toActionRow } from '../../answers/action-words.ts';
import { aboutPriority, ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Figure, Share, Suggestion } from '../../contract/answer.ts';
import type { Args, Filters, Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import {
  type Action,
  actionState,
  isOpen,
  isOverdue,
  mostUrgentFirst,
} from '../../domain/action.ts';
import type { Day } from '../../domain/dates.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import { findPriority } from '../../domain/find-priority.ts';
import type { Priority } from '../../domain/partnership.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { isInPlan } from '../../domain/plan-years.ts';

/** So many of a priority's actions are shown with it. */
const MAX_SHOWN = 5;

/** Answers what one priority aims at, who leads it, and how far it has got. */
export async function showPriority(request: Request, question: Question): Promise<Answer> {
  const { directory, today, ports } = request;
  const { partnership } = directory;
  const { filters } = question;
  const thisYear = yearContaining(today, partnership.yearStart);
  const named =
    filters.year && (resolveYear(filters.year, today, partnership.yearStart) ?? filters.year);
  const year = named || thisYear;
  const priority = findEdition(directory, filters.priority, year);
  if (!priority) return askWhich(directory, thisYear);
  if (named && !isInPlan(named, priority)) return notInYear(priority, named, question, directory);
  const actions = await ports.actions.list(partnership.id, { priority: priority.id }, today);
  const progress = measureProgress(actions, today);
  const pressing = mostUrgentFirst(actions, today).slice(0, MAX_SHOWN);
  return {
    text: [
      describeProgress(priority, progress, question, directory),
      !named && !isInPlan(year, priority) && `It is not in this year’s plan (${year}).`,
    ]
      .filter(Boolean)
      .join(' '),
    about: priority.kind ? `${priority.kind} ${priority.year}` : priority.year,
    heading: priority.title,
    sentence: `${describeLead(priority, directory)}.`,
    sections: [
      { figures: toFigures(progress) },
      { heading: 'What it sets out to do', items: priority.objectives },
      {
        heading: `Where its ${formatCount(actions.length, 'action')} ${pluralVerb(actions.length, 'stands', 'stand')}`,
        shares: toShares(progress),
      },
      {
        heading: 'What matters most',
        rows: pressing.map((action) => toActionRow(action, directory, request)),
      },
    ],
    suggestions: suggestionsAfter(priority, progress),
    thread: { question },
  };
}

interface Progress {
  readonly all: number;
  readonly open: number;
  readonly overdue: number;
  readonly undated: number;
  readonly evidenced: number;
  readonly unevidenced: number;
  readonly withdrawn: number;
  readonly byStatus: ReadonlyMap<string, number>;
}

function measureProgress(actions: readonly Action[], today: Day): Progress {
  const many = (is: (action: Action) => boolean) => actions.filter(is).length;
  const byStatus = new Map<string, number>();
  for (const { status } of actions) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  return {
    all: actions.length,
    open: many(isOpen),
    overdue: many((action) => isOverdue(action, today)),
    undated: many((action) => isOpen(action) && !action.dueOn),
    evidenced: many((action) => ['unverified', 'verified'].includes(actionState(action, today))),
    unevidenced: many((action) => actionState(action, today) === 'unevidenced'),
    withdrawn: many((action) => action.status === 'withdrawn'),
    byStatus,
  };
}

function describeProgress(
  priority: Priority,
  progress: Progress,
  { intent, args }: Question,
  directory: Directory,
): string {
  const years = describeOtherYears(priority, directory);
  if (args.field === 'title')
    return `It is called “${priority.title}” in ${priority.year}.${years}`;
  if (args.field === 'measures')
    return `No measures are recorded for ${priority.title} in ${priority.year}; the plan here lists ${formatCount(priority.objectives.length, 'objective')} and no targets.${years}`;
  if (args.field === 'lead')
    return `${priority.title}: ${describeLead(priority, directory).replace(/^Led/, 'led').replace(/^No/, 'no')}.`;
  if (args.field === 'objectives' || intent === 'priority_detail') {
    const many = priority.objectives.length;
    return many === 0
      ? `The records list no objectives for ${priority.title} in ${priority.year}.${years}`
      : `${priority.title} has ${formatCount(many, 'objective')} in ${priority.year}; ${lowerFirst(describeLead(priority, directory))}.${years}`;
  }
  const { all, open, overdue, undated, evidenced, unevidenced } = progress;
  if (all === 0)
    return `No action is recorded for ${priority.title}, so the records cannot say how far it has got.`;
  const complete = evidenced + unevidenced;
  const parts = [
    `${complete} of ${formatCount(all, 'action')} ${pluralVerb(complete, 'is', 'are')} complete${complete > 0 ? `, ${evidenced} with evidence of impact` : ''}`,
    open > 0 &&
      `${overdue === 0 ? 'none' : overdue} of the ${open} open ${pluralVerb(overdue, 'is', 'are')} overdue`,
    undated > 0 && `${undated} ${pluralVerb(undated, 'has', 'have')} no due date`,
  ].filter((part) => part !== false);
  return `${priority.title}: ${formatList(parts)}.`;
}

/** The edition of a priority whose plan covers a year, else the latest. */
function findEdition(
  directory: Directory,
  id: string | undefined,
  year: string,
): Priority | undefined {
  const found = id === undefined ? undefined : findPriority(directory, id, year);
  return (
    found && (findEditions(found, directory).findLast((each) => isInPlan(year, each)) ?? found)
  );
}

/** A priority can stand in several years' plans, with other objectives in each. */
function findEditions({ id }: Priority, { priorities }: Directory): Priority[] {
  return priorities.filter((each) => each.id === id).sort((a, b) => a.year.localeCompare(b.year));
}

function describeOtherYears(priority: Priority, directory: Directory): string {
  const others = findEditions(priority, directory).filter(({ year }) => year !== priority.year);
  const parts = others.map(({ year, title }) =>
    title === priority.title ? year : `${year} (“${title}”)`,
  );
  return parts.length > 0 ? ` It is in the plan for ${formatList(parts)} too.` : '';
}

/** The year that was named does not have it: said, and never answered for another year instead. */
function notInYear(
  priority: Priority,
  year: string,
  { intent, args }: Question,
  directory: Directory,
): Answer {
  const editions = findEditions(priority, directory);
  return {
    text: `${priority.title} is no priority of ${year} in the records; it is one of ${formatList(editions.map((each) => each.year))}.`,
    suggestions: editions.slice(-2).map((each) => ({
      title: `In ${each.year}`,
      ...ask(intent, { priority: each.id, year: each.year }, args),
    })),
  };
}

function describeLead({ leadGroup }: Priority, directory: Directory): string {
  return leadGroup ? `Led by ${groupName(directory, leadGroup)}` : 'No lead group is recorded';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function toFigures({ all, open, overdue, evidenced, unevidenced }: Progress): Figure[] {
  if (all === 0) return [];
  return [
    { number: String(open), caption: 'open', colour: 'default' },
    { number: String(overdue), caption: 'overdue', colour: overdue > 0 ? 'attention' : 'default' },
    {
      number: String(evidenced),
      caption: 'done, with evidence',
      colour: evidenced > 0 ? 'accent' : 'default',
    },
    {
      number: String(unevidenced),
      caption: 'done, no evidence yet',
      colour: unevidenced > 0 ? 'warning' : 'default',
    },
  ];
}

const STATUS_COLOURS: Readonly<Record<string, string>> = {
  'not started': 'neutral',
  open: 'neutral',
  'in progress': 'categoricalBlue',
  blocked: 'warning',
  complete: 'good',
  withdrawn: 'neutral',
};

function toShares({ byStatus }: Progress): Share[] {
  return Object.keys(STATUS_COLOURS).flatMap((status) => {
    const count = byStatus.get(status);
    return count
      ? [{ label: sentenceCase(status), count, colour: STATUS_COLOURS[status] as string }]
      : [];
  });
}

function suggestionsAfter({ id, year }: Priority, { overdue, unevidenced, all }: Progress) {
  const actions = (title: string, filters: Filters, args: Args = {}): Suggestion => ({
    title,
    ...ask('list_actions', { priority: id, year, ...filters }, args),
  });
  return [
    ...(overdue > 0 ? [actions('Show overdue', { dueRange: 'overdue' })] : []),
    ...(unevidenced > 0
      ? [actions('Complete, no evidence', { status: 'complete' }, { hasEvidence: false })]
      : []),
    ...(all > MAX_SHOWN ? [actions('Show all actions', {})] : []),
    { title: 'Our priorities', ...ask('list_priorities', { year }) },
  ];
}

function askWhich({ priorities }: Directory, year: string): Answer {
  const text = 'Which priority do you mean?';
  const ofYear = priorities.filter((priority) => priority.year === year);
  const rows = ofYear.map(({ id, title, kind }) => ({
    title,
    line: kind ?? year,
    opens: aboutPriority(id, year),
  }));
  return { text, heading: text, sections: [{ rows }] };
}
