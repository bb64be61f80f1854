import type { Action } from '../../domain/action.ts';
import type { UpdateRefusal } from '../../domain/action-life.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { looksPersonal } from '../../domain/privacy-guard.ts';
import type { Reply } from '../feature.ts';
import type { Question } from '../question.ts';
import { listed } from '../words.ts';
import type { Unanswerable } from './query-of.ts';

/** Why a question cannot be answered, and what to ask instead. */
export function cannotAnswer(refusal: Unanswerable, question: Question): Reply {
  switch (refusal) {
    case 'no-next-meeting':
      return {
        text: 'No next meeting of that group is in the records, so I cannot tell what is due before it.',
        suggestions: ['due in the next 30 days', 'what is overdue'],
      };
    case 'unknown-year':
      return {
        text: `I do not know the year “${question.filters.year}”. Years are written like 2020-21.`,
        suggestions: ['actions this year'],
      };
    case 'unknown-review':
      return {
        text: `I know no review “${question.filters.reviewRef}”. It may be mistyped.`,
        suggestions: ['list rapid reviews'],
      };
    case 'unknown-due-range':
      return {
        text: 'I could not tell which dates you mean. You can say this week, next month, by 30 June, or overdue.',
        suggestions: ['due this week', 'due next month', 'what is overdue'],
      };
  }
}

export type ChangeRefusal = UpdateRefusal | 'title-missing' | 'already-evidenced' | 'evidence-missing' | 'withdrawn';

const NOT_CHANGED: Readonly<Record<ChangeRefusal, string>> = {
  'title-missing': 'Please say what is to be done; an action needs a title.',
  'nothing-to-change': 'That is how it stands already.',
  'reason-missing': 'Please give a reason: blocking, withdrawing or moving the due day is kept with its reason.',
  'already-closed': 'It is closed. To reopen it, choose an open status.',
  'already-evidenced': 'It is complete and its evidence is recorded; a chair or the scrutineer verifies it.',
  'evidence-missing': 'It is complete already; what is missing is the evidence: what changed for children or for practice?',
  withdrawn: 'It was withdrawn. Reopen it first, by choosing an open status.',
};

/** The change was not made: why, and what would be needed. */
export function notChanged(refusal: ChangeRefusal): Reply {
  return { text: `Nothing was recorded. ${NOT_CHANGED[refusal]}` };
}

/** What was written looks like personal details of a child or family: what to write instead. `undefined` when it may be kept. */
export function mayHoldPersonal(written: string | undefined): Reply | undefined {
  const personal = written && looksPersonal(written);
  return personal ? { text: `Nothing was recorded. ${personal.instead}` } : undefined;
}

/** The asker may not change this action: who may. */
export function mayNotChange(directory: Directory, action?: Action): Reply {
  const owners = [
    action?.owner.agency && agencyName(directory, action.owner.agency),
    action?.owner.group && `the chair of ${groupName(directory, action.owner.group)}`,
  ].filter((owner) => owner !== undefined && owner !== '');
  const administrators = directory.people.filter(({ roles }) => roles.includes('administrator'));
  const whom = listed([...owners, ...administrators.map(({ displayName }) => displayName)] as string[], 'or');
  return {
    text: `Nothing was recorded: ${action ? `${action.ref} is not yours to change` : 'your role does not raise actions'}. Please ask ${whom}.`,
  };
}

/** Somebody else was first: nothing was written, and this is how it stands now. */
export function changedMeanwhile(current: Reply): Reply {
  return { ...current, text: `Nothing was recorded: somebody changed this action meanwhile. ${current.text}` };
}
