import { describeWhoMay, formatAdministrators } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { StoredAction } from '../../contract/ports.ts';
import type { Presence, Question } from '../../contract/question.ts';
import type { Asker } from '../../contract/request.ts';
import type { Action } from '../../domain/action.ts';
import type { UpdateRefusal } from '../../domain/action-commands.ts';
import type { VerificationRefusal } from '../../domain/action-evidence.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { canChange, canReopen, verificationObstacle } from './action-access.ts';
import type { QueryRefusal } from './action-query.ts';
import { PRESENCE } from './describe-query.ts';
import { DUE_NEXT_30_DAYS, DUE_NEXT_MONTH, DUE_THIS_WEEK, SHOW_OVERDUE } from './suggestions.ts';

export const mayNotChase = (): Answer => ({
  text: `Nobody was asked: owners are chased by ${describeWhoMay('actions.chase')}.`,
  refused: 'access',
  suggestions: [SHOW_OVERDUE],
});

/** Why a question cannot be answered, and what to ask instead. */
export function cannotAnswer(refusal: QueryRefusal, question: Question): Answer {
  switch (refusal) {
    case 'no-next-meeting':
      return {
        text: 'No next meeting of that group is in the records, so I cannot tell what is due before it.',
        suggestions: [DUE_NEXT_30_DAYS, SHOW_OVERDUE],
      };
    case 'no-last-meeting':
      return {
        text: 'No meeting of that group has been held in the last 18 months, so I cannot tell what was so then. You can name the day.',
        suggestions: [SHOW_OVERDUE],
      };
    case 'day-to-come':
      return {
        text: 'That day is still to come, so I cannot say how things stood on it. I can show what is due by then.',
        suggestions: [
          {
            title: 'Due by then',
            ...ask('list_actions', { dueRange: `by:${question.args.asAt}` }),
          },
        ],
      };
    case 'unknown-year':
      return {
        text: `I do not know the year “${question.filters.year}”. Years are written like 2020-21.`,
        suggestions: [{ title: 'Actions this year', ...ask('list_actions', { year: 'current' }) }],
      };
    case 'unknown-review':
      return {
        text:
          question.filters.reviewRef === 'latest'
            ? 'I have no rapid review to show here.'
            : `I know no review “${question.filters.reviewRef}”. It may be mistyped.`,
        suggestions: [{ title: 'Rapid reviews', ...ask('rapid_review_list') }],
      };
    case 'unknown-due-range':
      return {
        text: 'I could not tell which dates you mean: I do not know when school terms begin and end. You can say this week, next month, by 30 June, before Easter, or overdue.',
        suggestions: [DUE_THIS_WEEK, DUE_NEXT_MONTH, SHOW_OVERDUE],
      };
  }
}

/** “not without an owner”: two negations can be meant either way, so it is asked back. */
export function askWhether({ filters, args }: Question, unsure: Presence): Answer {
  const { unsure: _, ...rest } = args;
  const what = PRESENCE[unsure];
  const choices = [true, false].map((wanted) => ({
    intent: 'list_actions',
    filters,
    args: { ...rest, [unsure]: wanted },
  }));
  const [having, lacking] = choices as [Question, Question];
  return {
    text: `Do you mean the actions with ${what}, or those without?`,
    suggestions: [
      { title: `With ${what}`, question: having },
      { title: `Without ${what}`, question: lacking },
    ],
    thread: { question: having, choices },
  };
}

export type ChangeRefusal =
  | UpdateRefusal
  | VerificationRefusal
  | 'title-missing'
  | 'owner-missing'
  | 'already-evidenced'
  | 'withdrawn'
  | 'open-already';

/** Each refusal as sentences that stand alone. */
export const ACTION_REFUSAL_TEXTS: Readonly<Record<ChangeRefusal, string>> = {
  'title-missing': 'Please say what is to be done; an action needs a title.',
  'nothing-to-change': 'That is how it stands already.',
  'reason-missing': 'Please give a reason; it is kept in the history.',
  'already-closed': 'It is closed. It can be reopened with a reason.',
  'day-gone': 'That day has gone. Please choose one that is still to come.',
  'owner-missing': 'Please choose an agency, a group or a person who owns it.',
  'already-evidenced':
    'It is complete and its evidence is recorded; a chair or the scrutineer verifies it.',
  'evidence-missing':
    'It is complete already; what is missing is the evidence: what changed for children or for practice?',
  withdrawn: 'It was withdrawn. It can be reopened with a reason.',
  'open-already': 'It is open already.',
  'not-complete': 'It is not complete yet, so there is nothing to verify.',
  'already-verified': 'It is verified already.',
  'own-action': 'It is your own action, and nobody verifies their own work.',
  'own-agency': 'It is your agency’s own action, and nobody verifies their own work.',
  'declared-interest':
    'You declared an interest in it, or in the item under which it was raised, so you cannot judge it.',
  'own-completion': 'You closed it or gave its evidence, and nobody verifies their own work.',
};

/** The change was not made: why, and what would be needed. */
export function refuseActionChange(refusal: ChangeRefusal): Answer {
  return { text: `Nothing was recorded. ${ACTION_REFUSAL_TEXTS[refusal]}` };
}

/** The asker may not raise actions, or not with this owner: who may. */
export function refuseRaising(directory: Directory): Answer {
  const text = `Nothing was recorded: your role does not raise actions. Please ask ${formatAdministrators(directory)}.`;
  return { text, refused: 'access' };
}

/** `undefined` when the asker may change the action, else who may. */
export function refuseChange(
  { person, directory }: Asker,
  { action }: StoredAction,
): Answer | undefined {
  return canChange(person, action) ? undefined : notYours(action, directory);
}

/** `undefined` when the asker may reopen the action, else who may. */
export function refuseReopening(
  { person, directory }: Asker,
  { action }: StoredAction,
): Answer | undefined {
  if (canReopen(person, action)) return undefined;
  if (!action.verifiedBy) return notYours(action, directory);
  return {
    text: `Nothing was recorded: ${action.ref} is verified, and then it takes ${formatVerifiers(action, directory)} or ${formatAdministrators(directory)} to reopen it.`,
    refused: 'access',
  };
}

/** `undefined` when the asker may judge the evidence of the action, else why not and who may. */
export function refuseJudging(
  { person, directory }: Asker,
  stored: StoredAction,
): Answer | undefined {
  const why = verificationObstacle(person, stored);
  if (!why) return undefined;
  const whom = `Please ask ${formatVerifiers(stored.action, directory, person)}.`;
  const text =
    why === 'role'
      ? 'Nothing was recorded: evidence is verified by a chair or the scrutineer.'
      : `Nothing was recorded. ${ACTION_REFUSAL_TEXTS[why]}`;
  return {
    text: `${text} ${whom}`,
    refused: why === 'role' || why.startsWith('own-') ? 'access' : undefined,
  };
}

function notYours(action: Action, directory: Directory): Answer {
  const { agency, group } = action.owner;
  const owners = [
    agency && agencyName(directory, agency),
    group && `the chair of ${groupName(directory, group)}`,
    formatAdministrators(directory),
  ].filter((owner) => owner !== undefined && owner !== '');
  return {
    text: `Nothing was recorded: ${action.ref} is not yours to change. Please ask ${formatList(owners as string[], 'or')}.`,
    refused: 'access',
  };
}

function formatVerifiers({ owner }: Action, { people }: Directory, except?: Person): string {
  const judges = people.filter(
    ({ id, roles }) =>
      id !== except?.id &&
      roles.some(
        (role) =>
          role === 'chair' ||
          role === 'scrutineer' ||
          (owner.group && role === `chair:${owner.group}`),
      ),
  );
  return formatList(
    judges.map(({ displayName }) => displayName),
    'or',
  );
}
