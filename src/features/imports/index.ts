import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { explainImport } from './ask-for-file.ts';
import { correctReading, openCorrectingForm, showPreviewAgain } from './correct-reading.ts';
import messages from './messages.json' with { type: 'json' };
import { importSheetPhrases } from './phrases.ts';
import { receiveFile } from './receive-file.ts';
import { recordCancelling, recordImport } from './record-import.ts';
import { sheetImportRetention } from './store.ts';
import { openUndoForm, takeBackImport, undoLastImport } from './undo-import.ts';

/** Spreadsheets that an administrator sends in their own chat: looked at, corrected, imported. */
export const imports: Feature = {
  name: 'imports',
  messages,
  intents: [
    {
      name: 'import_sheet',
      label: 'Import a spreadsheet',
      phrases: importSheetPhrases,
      answer: explainImport,
    },
  ],
  actions: [
    openCorrectingForm,
    showPreviewAgain,
    correctReading,
    recordImport,
    recordCancelling,
    openUndoForm,
    takeBackImport,
  ],
  commands: [{ name: 'undo-import', handle: undoLastImport }],
  receiveFile: { permission: 'records.import', handle: receiveFile },
  retention: [sheetImportRetention],
  help: [
    {
      title: 'Your own spreadsheets',
      job: 'set up',
      roles: ['administrator'],
      examples: () => [{ title: 'import a spreadsheet', ...ask('import_sheet') }],
    },
  ],
};
