import type { Answer } from '../../contract/answer.ts';
import type { ImportPreview } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import type { PreviewInput } from './buttons.ts';
import { previewAnswer } from './show-preview.ts';
import { findWaiting, type WaitingSheets } from './waiting-sheets.ts';

const CHANGED = 'Something has changed since you looked, so look again.';

/** The sender of another’s card learns no more. */
const NO_LONGER_WAITING: Answer = {
  text: 'That file is no longer waiting: it was imported or cancelled, or an hour has passed. Send it again if you still need it.',
  endsForm: true,
};

const NOT_HERE: Answer = { text: 'Spreadsheets can only be imported in our own chat.' };

/** Handles a press with the file of its card, for whoever sent it, in their own chat. */
export async function withWaiting(
  request: Request,
  token: string,
  handle: (waiting: WaitingSheets) => Promise<Answer>,
): Promise<Answer> {
  if (request.place.kind !== 'personal') return NOT_HERE;
  const waiting = await findWaiting(request, token);
  return waiting ? handle(waiting) : NO_LONGER_WAITING;
}

/** Handles a press with the preview that it was made on; where that has changed, shows the new one. */
export const withPreview = (
  request: Request,
  { token, digest }: PreviewInput,
  handle: (preview: ImportPreview, waiting: WaitingSheets) => Promise<Answer> | Answer,
): Promise<Answer> =>
  withWaiting(request, token, async (waiting) => {
    const preview = await loadPreview(request, waiting);
    return preview.digest === digest
      ? handle(preview, waiting)
      : previewAnswer(request, preview, token, CHANGED);
  });

export const loadPreview = ({ ports, directory }: Request, waiting: WaitingSheets) =>
  ports.sheetImports.preview(directory.partnership.id, waiting);
