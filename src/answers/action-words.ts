import type { AnswerRow, Colour } from '../contract/answer.ts';
import type { Moment } from '../contract/request.ts';
import { type Action, type ActionState, actionState } from '../domain/action.ts';
import { type Day, daysBetween, formatDay } from '../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../domain/directory.ts';
import { UNSEEN_REVIEW } from '../domain/review-sight.ts';
import { formatDays } from './format-distance.ts';
import { aboutAction } from './questions.ts';
import { formatCount } from './words.ts';

export type { Moment };

const COLOURS: Readonly<Record<ActionState, Colour>> = {
  overdue: 'attention',
  blocked: 'warning',
  'due-soon': 'warning',
  undated: 'default',
  'on-track': 'good',
  unevidenced: 'warning',
  unverified: 'good',
  verified: 'accent',
  withdrawn: 'default',
};

/** An action in a list: pressing it opens the action. */
export function toActionRow(action: Action, directory: Directory, moment: Moment): AnswerRow {
  const { ref, title } = action;
  const [owner = 'No owner recorded'] = ownerNames(action, directory);
  const joint = describeJointOwners(action, directory);
  return {
    ref,
    title,
    state: {
      words: describeActionState(action, moment),
      colour: actionColour(action, moment.today),
    },
    line: `${[owner, joint].filter(Boolean).join(', ')} · ${formatDueDay(action, moment.today)}`,
    opens: aboutAction(ref),
  };
}

/** Red overdue, amber blocked or due soon or without evidence, green on track, blue evidenced and verified. */
export function actionColour(action: Action, today: Day): Colour {
  return COLOURS[actionState(action, today)];
}

/** Where an action stands, in words that need no colour: `overdue by 17 days`, `in progress, due in 8 days`. */
export function describeActionState(action: Action, { today: day }: Pick<Moment, 'today'>): string {
  switch (actionState(action, day)) {
    case 'overdue':
      return `${action.status}, overdue by ${formatCount(daysBetween(action.dueOn as Day, day), 'day')}`;
    case 'due-soon':
    case 'on-track':
      return `${action.status}, due ${formatDays(action.dueOn as Day, day)}`;
    case 'blocked':
      return 'blocked';
    case 'undated':
      return `${action.status}, no due date`;
    case 'unevidenced':
      return 'complete, impact not yet evidenced';
    case 'unverified':
      return 'complete with evidence, not yet verified';
    case 'verified':
      return 'complete, evidenced and verified';
    case 'withdrawn':
      return 'withdrawn';
  }
}

/**
 * Person, agency and group that own an action, and whom the agency has with it; `undefined` when the
 * records name none.
 * @example formatOwner(action, directory) // 'Dale Police, with Dale Council'
 */
export function formatOwner(action: Action, directory: Directory): string | undefined {
  const joint = describeJointOwners(action, directory);
  return [...ownerNames(action, directory), joint].filter(Boolean).join(', ') || undefined;
}

function describeJointOwners({ owner }: Action, directory: Directory): string | undefined {
  const names = owner.with?.map((agency) => agencyName(directory, agency));
  return names && `with ${names.join(' and ')}`;
}

/** The nearest owner first: a person before their agency, an agency before the group that follows it up. */
function ownerNames({ owner }: Action, directory: Directory): string[] {
  const names = [
    owner.person && personName(directory, owner.person),
    owner.agency && agencyName(directory, owner.agency),
    owner.group && groupName(directory, owner.group),
  ];
  return names.filter((name) => name !== undefined && name !== '') as string[];
}

/** When an action is due, or was: `due Fri 26 March`, `was due Fri 26 February`. */
export function formatDueDay({ dueOn, status }: Action, today: Day): string {
  if (!dueOn) return 'no due date';
  return `${status === 'complete' || dueOn < today ? 'was due' : 'due'} ${formatDay(dueOn, today)}`;
}

/** Where an action comes from: the document or meeting; else its kind, of a review “a rapid review”. */
export function formatSource({ kind, name }: Action['source']): string | undefined {
  return name ?? (kind === 'rapid review' ? UNSEEN_REVIEW : kind);
}
