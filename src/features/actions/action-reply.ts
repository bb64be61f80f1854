import {
  actionColour,
  describeActionState,
  formatOwner,
  type Moment,
} from '../../answers/action-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports, StoredAction } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Action, actionState } from '../../domain/action.ts';
import { timesMoved } from '../../domain/action-commands.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory, findPriority, personName } from '../../domain/directory.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { pressesFor } from './action-presses.ts';
import type { ActionView, HistoryLine } from './action-view.ts';
import { historyInWords, movedInWords } from './history-in-words.ts';

/** So many lines of the history at a time, and never more than so many on one card. */
const PAGE = 8;
const MAX_LINES = 24;

/** One action as a card, with what was asked of it said first; `news` is what has just become of it, `shown` how much of its history was seen. */
export function actionReply(
  asker: Asker,
  question: Question,
  found: StoredAction,
  ports: Ports,
  news?: string,
  shown = 0,
): Answer {
  const { directory } = asker;
  const today: Moment = {
    today: ports.calendar.today(directory.partnership.timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const { action } = found;
  const presses = pressesFor(asker, found);
  const suggestions = suggestionsAfter(action, question, directory);
  const lines = historyInWords(action, found.history, directory, today.today);
  const end = Math.min(lines.length, shown + PAGE);
  const text =
    question.args.field === 'history'
      ? lastChange(action, lines[0])
      : summary(action, directory, today);
  const view: ActionView = {
    source: `${directory.partnership.shortName} · as at ${formatDayWithYear(today.today)}`,
    ...(news && { news }),
    ref: action.ref,
    title: action.title,
    standing: sentenceCase(describeActionState(action, today)),
    colour: actionColour(action, today.today),
    facts: factsOf(found, directory, today.today),
    evidence: action.impactEvidence,
    notes: action.notes,
    history: lines.slice(Math.max(0, end - MAX_LINES), end),
    ...(end < lines.length && {
      earlier: {
        label: `Show ${Math.min(PAGE, lines.length - end)} earlier`,
        ref: action.ref,
        shown: end,
      },
    }),
    presses,
    suggestions: presses.length > 0 ? [] : suggestions,
  };
  return {
    text: news ? `${news} ${text}` : text,
    card: { name: 'action', view, plain: plainOf(view) },
    suggestions,
    thread: { question: detailOf(action.ref) },
  };
}

/** Somebody else was first: nothing was written, and this is how it stands now. */
export function changedMeanwhile(asker: Asker, now: StoredAction, ports: Ports): Answer {
  const news = 'Nothing was recorded: somebody changed this action meanwhile.';
  return actionReply(asker, detailOf(now.action.ref), now, ports, news);
}

/** The question that asks for one action. */
export const detailOf = (actionRef: string): Question => ({
  intent: 'action_detail',
  filters: {},
  args: { actionRef },
});

function summary(action: Action, directory: Directory, today: Moment): string {
  const owner = formatOwner(action, directory);
  const due = action.dueOn ? '' : ' It has no due date.';
  const noOwner = owner ? '' : ' No owner is recorded.';
  const standing = describeActionState(action, today).replace(', no due date', '');
  return `${action.ref} “${action.title}” is ${standing}${owner ? `, with ${owner}` : ''}.${due}${noOwner}`;
}

function lastChange(action: Action, latest: HistoryLine | undefined): string {
  if (!latest) return `The records do not say when ${action.ref} was last updated.`;
  return `${action.ref} was last updated on ${latest.when}: ${latest.what}.`;
}

function factsOf(
  { action, history }: StoredAction,
  directory: Directory,
  today: Day,
): ActionView['facts'] {
  const year = yearContaining(today, directory.partnership.yearStart);
  const priority =
    action.priority && (findPriority(directory, action.priority, year)?.title ?? action.priority);
  const facts: [string, string | undefined][] = [
    ['Owner', formatOwner(action, directory) ?? 'None recorded'],
    [
      'Due',
      action.dueOn
        ? [formatDay(action.dueOn, today), movedInWords(timesMoved(history))]
            .filter(Boolean)
            .join(', ')
        : 'No date recorded',
    ],
    ['Source', action.source.name ?? action.source.kind ?? 'Not recorded'],
    ['Priority', priority || 'None recorded'],
    ['Review', action.review],
    ['Raised', action.raisedOn ? formatDay(action.raisedOn, today) : 'No date recorded'],
    ['Completed', action.completedOn && formatDay(action.completedOn, today)],
    ['Impact', impactInWords(action, today)],
    [
      'Verified',
      action.verifiedBy &&
        `${personName(directory, action.verifiedBy)}${action.verifiedOn ? `, ${formatDay(action.verifiedOn, today)}` : ''}`,
    ],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function impactInWords(action: Action, today: Day): string | undefined {
  if (action.impactEvidence) return undefined;
  return actionState(action, today) === 'unevidenced'
    ? 'Not yet evidenced: what changed for children or practice?'
    : undefined;
}

function suggestionsAfter(action: Action, { args }: Question, directory: Directory): string[] {
  return [
    ...(args.field === 'history' ? [] : ['when was it last updated']),
    ...(action.review ? [`actions from ${action.review}`] : []),
    ...(action.owner.agency
      ? [`overdue with ${agencyName(directory, action.owner.agency)}`]
      : ['what is overdue']),
  ].slice(0, 3);
}

function plainOf({
  news,
  ref,
  title,
  standing,
  facts,
  evidence,
  notes,
  history,
}: ActionView): string {
  return [
    ...(news ? [news] : []),
    `${ref}: ${title}.`,
    `${standing}.`,
    ...facts.map((fact) => `${fact.title}: ${fact.value}.`),
    ...(evidence ? [`What changed: ${evidence}.`] : []),
    ...(notes ? [`Notes: ${notes}.`] : []),
    ...history.map(({ when, what }) => `${when}: ${what}.`),
  ].join('\n');
}
