import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';

/** Which file, and which preview of it: what is imported is what was looked at. */
export const waitingFile = z.object({ token: z.uuid(), digest: z.uuid() });
export type PreviewInput = z.output<typeof waitingFile>;

/** *Correct*: the form for what columns are and what values mean. */
export const openCorrecting = declarePress({ id: 'imports.correct-form', input: waitingFile });

/** *Back to preview*: leaves what was said as it is. */
export const showPreview = declarePress({ id: 'imports.show', input: waitingFile });

/** *Import 43 rows*. */
export const recordPress = declarePress({ id: 'imports.record', input: waitingFile });

/** One import, by the digest that its record has. */
export const importOf = z.object({ import: z.string().regex(/^[0-9a-f]{64}$/) });

/** *Undo…*: what would become of it, and of what stays. */
export const openUndo = declarePress({ id: 'imports.undo-form', input: importOf });

/** *Cancel*: the file is deleted. */
export const cancelImport = declarePress({ id: 'imports.cancel', input: waitingFile });
