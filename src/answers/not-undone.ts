import type { Answer } from '../contract/answer.ts';
import type { UndoRefusal } from '../domain/record-change.ts';
import { UNDO_HOURS } from '../domain/undo.ts';
import { NOT_YOURS_TO_UNDO } from './undo-words.ts';

const WHY_NOT_UNDONE: Readonly<Record<Exclude<UndoRefusal, 'not-yours'>, string>> = {
  'nothing-to-undo': 'Nothing was undone: there is nothing here that can be undone by a press.',
  'changed-since': 'Nothing was undone: it was changed since. Please change it again instead.',
  'too-long-ago': `Nothing was undone: it was recorded more than ${UNDO_HOURS} hours ago. Please change it again instead.`,
};

/** Why one press undid nothing. */
export const notUndone = (refusal: UndoRefusal): Answer =>
  refusal === 'not-yours'
    ? { text: NOT_YOURS_TO_UNDO, refused: 'access' }
    : { text: WHY_NOT_UNDONE[refusal] };
