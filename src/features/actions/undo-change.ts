import { NOT_YOURS_TO_UNDO, UNDONE } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { type UndoRefusal, undoChange } from '../../domain/action-undo.ts';
import { UNDO_HOURS } from '../../domain/undo.ts';
import { actionAnswer, answerConflict } from './action-answer.ts';
import { undoAction } from './buttons.ts';

const NOT_UNDONE: Readonly<Record<UndoRefusal, string>> = {
  'nothing-to-undo': 'Nothing was undone: there is nothing here that can be undone by a press.',
  'not-yours': NOT_YOURS_TO_UNDO,
  'changed-since':
    'Nothing was undone: the action was changed since. Please change it again instead.',
  'too-long-ago': `Nothing was undone: it was recorded more than ${UNDO_HOURS} hours ago. Please change it again instead.`,
};

/** *Undo*: a correcting entry; pressed twice it undoes once, for its own entry cannot be undone. */
export const undoActionChange = action({
  ...undoAction,
  permission: 'own',
  async handle(request: Request, { ref, change: operation }): Promise<Answer> {
    const { directory, ports } = request;
    const partnership = directory.partnership.id;
    const stored = await ports.actions.find(partnership, ref);
    if (!stored) throw new UnreadableInput(undoAction.id);
    const { action, history, version } = stored;
    if (isUndone(history.at(-1), history.at(-2), operation, request))
      return actionAnswer(request, stored, { news: UNDONE });
    const undone = undoChange({ action, history, operation }, toActor(request));
    if (!undone.ok && undone.refusal === 'not-yours')
      return { text: NOT_YOURS_TO_UNDO, refused: 'access' };
    if (!undone.ok) return actionAnswer(request, stored, { news: NOT_UNDONE[undone.refusal] });
    const outcome = await ports.actions.record(partnership, undone.value, version);
    const now = (await ports.actions.find(partnership, ref)) ?? stored;
    return outcome === 'saved'
      ? actionAnswer(request, now, { news: UNDONE })
      : answerConflict(request, now);
  },
});

/** Teams delivers a press twice at times. */
const isUndone = (
  last: { readonly type: string; readonly by: string } | undefined,
  before: { readonly operation?: string | undefined } | undefined,
  operation: string | undefined,
  { person }: Request,
): boolean => last?.type === 'undone' && last.by === person.id && before?.operation === operation;
