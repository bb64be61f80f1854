import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';

export const sourceId = z.string().min(1).max(100);

/** The form with what is known of a source. */
export const openSourceForm = declarePress({
  id: 'sources.form',
  input: z.object({ source: sourceId }),
});

/** Takes back what a press has just recorded. */
export const undoSourcePress = declarePress({
  id: 'sources.undo',
  input: z.object({ source: sourceId, change: z.string().max(60) }),
});

export const changeSourceButton = (source: string): Button =>
  openSourceForm.button('Change…', { source }, { inNewMessage: true });

export function describeUndo(source: string, last: ChangeEvent | undefined): Undo | undefined {
  if (!last?.operation) return undefined;
  return {
    what: `the source was ${last.type}`,
    press: undoSourcePress.press({ source, change: last.operation }),
  };
}
