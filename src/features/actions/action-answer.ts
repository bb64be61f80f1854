import { z } from 'zod';
import {
  actionColour,
  describeActionState,
  formatOwner,
  formatSource,
} from '../../answers/action-words.ts';
import { aboutAction, ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button, Fact, Suggestion } from '../../contract/answer.ts';
import type { StoredAction } from '../../contract/ports.ts';
import type { Moment, Request } from '../../contract/request.ts';
import type { Thread } from '../../contract/thread.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Action, actionState, isOpen } from '../../domain/action.ts';
import { timesMoved } from '../../domain/action-commands.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { type Directory, personName } from '../../domain/directory.ts';
import { doubtOf } from '../../domain/evidence-doubt.ts';
import { findPriority } from '../../domain/find-priority.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { escalateButton } from '../escalations/buttons.ts';
import { canChange, canReopen, verificationObstacle } from './action-access.ts';
import { actionFormButton, describeUndo, type FormName, openActionButtons } from './buttons.ts';
import { describeField } from './describe-field.ts';
import { describeHistory, describeMoves } from './describe-history.ts';
import { SHOW_OVERDUE } from './suggestions.ts';

/** So many lines of the history at a time, and never more than so many on one card. */
const PAGE = 8;
const MAX_LINES = 24;

/** What is to be said with an action, and how much of its history. */
export interface ActionShown {
  /** What has just become of it: `Recorded.` */
  readonly news?: string;
  /** What was asked of it. */
  readonly field?: string | undefined;
  /** Its last change is the asker’s own, made just now: they may take it back. */
  readonly canUndo?: boolean;
  /** So many lines of its history were seen. */
  readonly shown?: number;
}

/** One action with all its facts and its history. */
export function actionAnswer(
  request: Request,
  found: StoredAction,
  { news, field, canUndo = false, shown = 0 }: ActionShown = {},
): Answer {
  const { directory, today } = request;
  const { action } = found;
  const { ref, title, impactEvidence, notes } = action;
  const doubt = doubtOf(action);
  const buttons = buttonsFor(request, found);
  const suggestions = suggestionsAfter(action, field);
  const history = describeHistory(action, found.history, directory, today);
  const end = Math.min(history.length, shown + PAGE);
  const text = describeField(field, found, request) ?? summary(action, directory, request);
  const undo = canUndo ? describeUndo(found) : undefined;
  const more = Math.min(PAGE, history.length - end);
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    source: `${ref} · ${directory.partnership.shortName} · as at ${formatDayWithYear(today)}`,
    heading: title,
    state: {
      words: sentenceCase(describeActionState(action, request)),
      colour: actionColour(action, today),
    },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      { facts: toFacts(found, directory, today) },
      { buttons: escalateButtons(request, action) },
      {
        heading: 'What changed',
        text: impactEvidence,
        ...(doubt && { note: `Doubted: it ${doubt}` }),
      },
      { heading: 'Notes', text: notes },
      {
        heading: 'History',
        events: history.slice(Math.max(0, end - MAX_LINES), end),
        buttons: more > 0 ? [showEarlier.button(`Show ${more} earlier`, { ref, shown: end })] : [],
      },
    ],
    buttons,
    suggestions: buttons.length > 0 ? [] : suggestions,
    thread: { ...aboutThread(ref), ...(undo && { undo }) },
  };
}

/** *Show 8 earlier*: the same card with more of its history. */
export const showEarlier = action({
  id: 'actions.history',
  permission: 'actions.read',
  input: z.object({
    ref: z.string().min(1).max(60),
    shown: z.number().int().min(0).max(100_000),
  }),
  async handle(request: Request, { ref, shown }): Promise<Answer> {
    const found = await request.ports.actions.find(request.directory.partnership.id, ref);
    if (!found) throw new UnreadableInput('actions.history');
    return actionAnswer(request, found, { shown });
  },
});

/** An action that the asker has just changed: the card says so, and lets them take it back. */
export const recordedAnswer = (request: Request, stored: StoredAction): Answer =>
  actionAnswer(request, stored, { news: 'Recorded.', canUndo: true });

/** Somebody else was first: nothing was written, and this is how it stands now. */
export const answerConflict = (request: Request, now: StoredAction): Answer =>
  actionAnswer(request, now, {
    news: 'Nothing was recorded: somebody changed this action meanwhile.',
  });

/** What a follow-up speaks of: the action. */
export const aboutThread = (ref: string): Thread => aboutAction(ref);

/**
 * What an asker may do with an action now, the likeliest first. In a chat of several nothing is offered: the button would stand
 * before everybody, and is only theirs.
 */
function buttonsFor({ person, place }: Request, stored: StoredAction): Button[] {
  if (place.kind !== 'personal') return [];
  const { action } = stored;
  const button = (title: string, form: FormName) => actionFormButton(title, action.ref, form);
  if (isOpen(action)) return canChange(person, action) ? openActionButtons(action.ref) : [];
  const lacksEvidence = action.status === 'complete' && !action.impactEvidence;
  const awaits = action.status === 'complete' && action.impactEvidence && !action.verifiedBy;
  return [
    ...(lacksEvidence && canChange(person, action) ? [button('Add evidence…', 'done')] : []),
    ...(awaits && !verificationObstacle(person, stored)
      ? [button('Verify…', 'verify'), button('Send back…', 'send-back')]
      : []),
    ...(canReopen(person, action) ? [button('Reopen…', 'reopen')] : []),
  ];
}

/** An overdue action of another agency can be taken further with it; it stays where it is. */
function escalateButtons({ person, place, today }: Request, action: Action): Button[] {
  const isLate = isOpen(action) && action.dueOn !== undefined && action.dueOn < today;
  const isOwn = person.agency !== undefined && action.owner.agency === person.agency;
  return place.kind === 'personal' && isLate && !isOwn && isPermitted(person, 'escalations.open')
    ? [escalateButton(action.ref)]
    : [];
}

function summary(action: Action, directory: Directory, moment: Moment): string {
  const owner = formatOwner(action, directory);
  const due = action.dueOn ? '' : ' It has no due date.';
  const noOwner = owner ? '' : ' No owner is recorded.';
  const standing = describeActionState(action, moment).replace(', no due date', '');
  return `${action.ref} “${action.title}” is ${standing}${owner ? `, with ${owner}` : ''}.${due}${noOwner}`;
}

function toFacts({ action, history }: StoredAction, directory: Directory, today: Day): Fact[] {
  const year = yearContaining(today, directory.partnership.yearStart);
  const priority =
    action.priority && (findPriority(directory, action.priority, year)?.title ?? action.priority);
  const facts: [string, string | undefined][] = [
    ['Owner', formatOwner(action, directory) ?? 'None recorded'],
    [
      'Due',
      action.dueOn
        ? [formatDay(action.dueOn, today), describeMoves(timesMoved(history))]
            .filter(Boolean)
            .join(', ')
        : 'No date recorded',
    ],
    ['Source', formatSource(action.source) ?? 'Not recorded'],
    ['Priority', priority || 'None recorded'],
    ['Review', action.review],
    ['Raised', action.raisedOn ? formatDay(action.raisedOn, today) : 'No date recorded'],
    ['Completed', action.completedOn && formatDay(action.completedOn, today)],
    ['Impact', describeImpact(action, today)],
    [
      'Verified',
      action.verifiedBy &&
        `${personName(directory, action.verifiedBy)}${action.verifiedOn ? `, ${formatDay(action.verifiedOn, today)}` : ''}`,
    ],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function describeImpact(action: Action, today: Day): string | undefined {
  if (action.impactEvidence) return undefined;
  return actionState(action, today) === 'unevidenced'
    ? 'Not yet evidenced: what changed for children or practice?'
    : undefined;
}

function suggestionsAfter({ ref, review, owner }: Action, field: string | undefined): Suggestion[] {
  return [
    ...(field === 'history'
      ? []
      : [
          {
            title: 'When last updated',
            ...ask('action_detail', {}, { actionRef: ref, field: 'history' }),
          },
        ]),
    ...(review
      ? [{ title: `Actions from ${review}`, ...ask('list_actions', { reviewRef: review }) }]
      : []),
    owner.agency
      ? {
          title: 'Overdue with the owner',
          ...ask('list_actions', { agency: owner.agency, dueRange: 'overdue' }),
        }
      : SHOW_OVERDUE,
  ].slice(0, 3);
}
