import type { Undo } from '../contract/thread.ts';

/** *Undo*, on the card that says what was recorded. */
export const undoButton = ({ press }: Undo) => ({ title: 'Undo', ...press });

export const UNDONE = 'Undone. The history keeps both.';
export const NOT_YOURS_TO_UNDO = 'Nothing was undone: only whoever recorded it can undo it.';
