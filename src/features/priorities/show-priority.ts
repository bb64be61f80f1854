import { actionRow, type Today } from '../../answers/action-words.ts';
import type { Figure, Share } from '../../answers/card-parts.ts';
import { counted, listed, sentenceCase, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import {
  type Action,
  isOpen,
  isOverdue,
  mostPressingFirst,
  standingOf,
} from '../../domain/action.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { type Directory, groupName, priorityIn } from '../../domain/directory.ts';
import type { Priority } from '../../domain/partnership.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import type { PriorityView } from './priority-views.ts';

/** So many of a priority's actions are shown with it. */
const MATTER_MOST = 5;

/** Answers what one priority aims at, who leads it, and how far it has got. */
export async function showPriority(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { partnership } = directory;
  const today: Today = {
    day: ports.calendar.today(partnership.timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const thisYear = yearContaining(today.day, partnership.yearStart);
  const year =
    (question.filters.year &&
      resolveYear(question.filters.year, today.day, partnership.yearStart)) ||
    thisYear;
  const priority =
    question.filters.priority && priorityIn(directory, question.filters.priority, year);
  if (!priority) return askWhich(directory, thisYear);
  const actions = await ports.actions.list(partnership.id, { priority: priority.id }, today.day);
  const progress = progressOf(actions, today.day);
  const text = answerInWords(priority, progress, question, directory);
  const view: PriorityView = {
    source: `${partnership.shortName} · ${priority.kind ? `${priority.kind} ` : ''}${priority.year} · as at ${formatDayWithYear(today.day)}`,
    headline: priority.title,
    figures: figuresOf(progress),
    lead: leadInWords(priority, directory),
    objectives: priority.objectives,
    shares: sharesOf(progress),
    chartTitle: `Where its ${counted(actions.length, 'action')} ${verb(actions.length, 'stands', 'stand')}`,
    rows: mostPressingFirst(actions, today.day)
      .slice(0, MATTER_MOST)
      .map((action) => actionRow(action, directory, today)),
    suggestions: suggestionsAfter(priority, progress),
  };
  return {
    text,
    card: { name: 'priority', view, plain: plainOf(text, view) },
    suggestions: view.suggestions,
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

function progressOf(actions: readonly Action[], today: Day): Progress {
  const many = (is: (action: Action) => boolean) => actions.filter(is).length;
  const byStatus = new Map<string, number>();
  for (const { status } of actions) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  return {
    all: actions.length,
    open: many(isOpen),
    overdue: many((action) => isOverdue(action, today)),
    undated: many((action) => isOpen(action) && !action.dueOn),
    evidenced: many((action) => ['unverified', 'verified'].includes(standingOf(action, today))),
    unevidenced: many((action) => standingOf(action, today) === 'unevidenced'),
    withdrawn: many((action) => action.status === 'withdrawn'),
    byStatus,
  };
}

function answerInWords(
  priority: Priority,
  progress: Progress,
  { intent, args }: Question,
  directory: Directory,
): string {
  if (args.field === 'lead')
    return `${priority.title}: ${leadInWords(priority, directory).replace(/^Led/, 'led').replace(/^No/, 'no')}.`;
  if (args.field === 'objectives' || intent === 'priority_detail') {
    const many = priority.objectives.length;
    return many === 0
      ? `The records list no objectives for ${priority.title} in ${priority.year}.`
      : `${priority.title} has ${counted(many, 'objective')} in ${priority.year}; ${lowerFirst(leadInWords(priority, directory))}.`;
  }
  const { all, open, overdue, undated, evidenced, unevidenced } = progress;
  if (all === 0)
    return `No action is recorded for ${priority.title}, so the records cannot say how far it has got.`;
  const complete = evidenced + unevidenced;
  const parts = [
    `${complete} of ${counted(all, 'action')} ${verb(complete, 'is', 'are')} complete${complete > 0 ? `, ${evidenced} with evidence of impact` : ''}`,
    open > 0 &&
      `${overdue === 0 ? 'none' : overdue} of the ${open} open ${verb(overdue, 'is', 'are')} overdue`,
    undated > 0 && `${undated} ${verb(undated, 'has', 'have')} no due date`,
  ].filter((part) => part !== false);
  return `${priority.title}: ${listed(parts)}.`;
}

function leadInWords({ leadGroup }: Priority, directory: Directory): string {
  return leadGroup ? `Led by ${groupName(directory, leadGroup)}` : 'No lead group is recorded';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function figuresOf({ all, open, overdue, evidenced, unevidenced }: Progress): Figure[] {
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

function sharesOf({ byStatus }: Progress): Share[] {
  return Object.keys(STATUS_COLOURS).flatMap((status) => {
    const count = byStatus.get(status);
    return count
      ? [{ label: sentenceCase(status), count, colour: STATUS_COLOURS[status] as string }]
      : [];
  });
}

function suggestionsAfter({ title }: Priority, { overdue, unevidenced, all }: Progress): string[] {
  return [
    overdue > 0 ? `overdue on ${title}` : '',
    unevidenced > 0 ? `complete on ${title} without evidence` : '',
    all > MATTER_MOST ? `all actions on ${title}` : '',
    'what are our priorities',
  ]
    .filter(Boolean)
    .slice(0, 3);
}

function askWhich({ priorities }: Directory, year: string): Answer {
  const text = 'Which priority do you mean?';
  const choices = priorities
    .filter((priority) => priority.year === year)
    .map(({ title, kind }) => ({
      label: title,
      detail: kind ?? year,
      ask: `how far have we got with ${title}`,
    }));
  const plain = [text, ...choices.map(({ label }) => `${label}.`)].join('\n');
  return { text, card: { name: 'choose', view: { headline: text, choices }, plain } };
}

function plainOf(text: string, { headline, lead, objectives, rows }: PriorityView): string {
  return [
    text,
    `${lead}.`,
    ...(objectives.length > 0 ? [`Objectives of ${headline}: ${objectives.join('; ')}.`] : []),
    ...rows.map((row) => `${row.ref}: ${row.title}. ${row.line}, ${row.standing}.`),
  ].join('\n');
}
