import { z } from 'zod';
import { formatCount } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import { mergeSheetWords } from '../../contract/merge-sheet-words.ts';
import type { ImportPreview } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { openCorrecting, showPreview, waitingFile } from './buttons.ts';
import { listCorrections, OPEN } from './corrections.ts';
import { describeLines, listNeeded, previewAnswer } from './show-preview.ts';
import { keepWaiting, type WaitingSheets } from './waiting-sheets.ts';
import { loadPreview, withPreview, withWaiting } from './with-waiting.ts';

const NAMES_NONE = 'rowsNameNoChild';

/** *Correct*: what each sheet and column is, and what values mean that could not be told. */
export const openCorrectingForm = action({
  ...openCorrecting,
  permission: 'records.import',
  handle: async (request: Request, input) =>
    withPreview(request, input, (preview) => correctingForm(preview, input.token)),
});

/** *Back to preview*. */
export const showPreviewAgain = action({
  ...showPreview,
  permission: 'records.import',
  handle: async (request: Request, { token }) =>
    withWaiting(request, token, async (waiting) =>
      previewAnswer(request, await loadPreview(request, waiting), token),
    ),
});

function correctingForm(preview: ImportPreview, token: string): Answer {
  const { fileName, digest, doubtfulLines } = preview;
  const heading = `Correct how ${fileName} is read`;
  const needed = listNeeded(preview).length;
  const text =
    needed > 0
      ? 'Answer what you can; what you leave open stays out of the import.'
      : 'Change what I got wrong. I remember it for the next file.';
  return {
    text,
    heading,
    sentence: text,
    form: {
      fields: [
        ...(doubtfulLines.length > 0 ? [namesNoneField(doubtfulLines)] : []),
        ...listCorrections(preview).map(({ field }) => field),
      ],
      submit: correctReading.button('Update preview', { token, digest }),
      instead: showPreview.button('Back to preview', { token, digest }),
    },
  };
}

const namesNoneField = (lines: readonly number[]): Field => ({
  id: NAMES_NONE,
  label: `${formatCount(lines.length, 'row')} may name a child (${describeLines(lines)})`,
  kind: 'choice',
  value: OPEN,
  choices: [
    { title: 'Leave them out', value: OPEN },
    { title: 'I have looked: they name none', value: 'yes' },
  ],
});

/** *Update preview*: reads the file again with what was said, and remembers that until it is imported. */
export const correctReading = action({
  id: 'imports.correct',
  permission: 'records.import',
  // Its fields are those of the sheet.
  input: z.looseObject(waitingFile.shape),
  handle: async (request: Request, { token, digest, ...answers }) =>
    withPreview(request, { token, digest }, async (preview, waiting) => {
      const said = listCorrections(preview).flatMap(({ field, toWords }) => {
        const answer = answers[field.id];
        const isSaid = typeof answer === 'string' && answer !== (field.value ?? '');
        return (isSaid && toWords(answer)) || [];
      });
      const corrected: WaitingSheets = {
        ...waiting,
        said: said.reduce(mergeSheetWords, waiting.said),
        namesNoChild: waiting.namesNoChild || answers[NAMES_NONE] === 'yes',
      };
      await keepWaiting(request, token, corrected);
      return previewAnswer(request, await loadPreview(request, corrected), token);
    }),
});
