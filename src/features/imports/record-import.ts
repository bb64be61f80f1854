import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { ImportOutcome, ImportPreview, LockHolder } from '../../contract/ports.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { Undo } from '../../contract/thread.ts';
import { withImportLock } from '../../contract/with-import-lock.ts';
import { answerOrTell } from './answer-or-tell.ts';
import { cancelImport, openUndo, type PreviewInput, recordPress } from './buttons.ts';
import { countRows, keptSection, listNeeded, previewAnswer, toItems } from './show-preview.ts';
import { sheetImportStore } from './store.ts';
import { removeWaiting, toWaitingId, type WaitingSheets } from './waiting-sheets.ts';
import { withPreview, withWaiting } from './with-waiting.ts';

const MAX_LEFT_OUT = 6;

/** *Import 43 rows*: one at a time in a partnership; who comes second waits, and is told. */
export const recordImport = action({
  ...recordPress,
  permission: 'records.import',
  handle: async (request: Request, input) =>
    withWaiting(request, input.token, () => importOrTell(request, input)),
});

async function importOrTell(request: Request, input: PreviewInput): Promise<Answer> {
  let other: LockHolder | undefined;
  const locking = {
    lock: request.ports.importLock,
    partnership: request.directory.partnership.id,
    person: request.person.id,
    onWait: (holder: LockHolder) => {
      other = holder;
    },
  };
  // Another import may have come between, so the file and its preview are looked at again.
  const work = withImportLock(locking, () =>
    withPreview(request, input, (preview, waiting) =>
      preview.canImport
        ? importWaiting(request, input.token, waiting, preview)
        : previewAnswer(request, preview, input.token),
    ),
  );
  return answerOrTell(request, work, {
    meanwhile: () => (other ? describeWait(request, other) : UNDER_WAY),
    otherwise: UNSURE,
  });
}

const UNSURE =
  'I can’t tell whether all of it was imported. Send the file again: what is here already is not imported twice.';

const UNDER_WAY = 'I’m importing it, and will tell you here when it’s done.';

function describeWait({ directory, person }: Request, other: LockHolder): string {
  const name = directory.people.find(({ id }) => id === other.person)?.displayName;
  const who = other.person === person.id ? 'You are' : `${name ?? 'Somebody else'} is`;
  return `${who} importing a file just now. This one waits, and I’ll tell you here when it’s done.`;
}

async function importWaiting(
  request: Request,
  token: string,
  waiting: WaitingSheets,
  preview: ImportPreview,
): Promise<Answer> {
  const { directory, ports, now, today, person } = request;
  const outcome = await ports.sheetImports.store(
    directory.partnership.id,
    waiting,
    toActor(request),
    toWaitingId(token),
  );
  const { kinds, written, unchanged } = outcome;
  await ports
    .stores(directory.partnership.id)(sheetImportStore)
    .add(
      {
        id: toWaitingId(token),
        person: person.id,
        kinds,
        written,
        unchanged,
        waiting: outcome.waiting,
        namesNoChild: waiting.namesNoChild,
        importedOn: today,
      },
      { type: 'imported', by: person.id, at: now.toISOString() },
    );
  await removeWaiting(request, token);
  return importedAnswer(request, preview, outcome, toWaitingId(token));
}

function importedAnswer(
  { directory }: Pick<Request, 'directory'>,
  preview: ImportPreview,
  outcome: ImportOutcome,
  id: string,
): Answer {
  const { written, unchanged, stale, kinds } = outcome;
  const { waiting } = countRows(preview.sheets);
  const done =
    written > 0
      ? `${formatCount(written, 'row')} imported${unchanged > 0 ? `, ${unchanged} were here already` : ''}.`
      : `Nothing has changed: ${pluralVerb(unchanged, 'the row is', `all ${unchanged} rows are`)} here already.`;
  const left =
    waiting > 0
      ? ` ${formatCount(waiting, 'row')} ${pluralVerb(waiting, 'was', 'were')} left out.`
      : '';
  const { kept } = preview;
  const stays =
    kept.length > 0
      ? ` ${formatCount(kept.length, 'value')} ${pluralVerb(kept.length, 'stays as it is', 'stay as they are')} here.`
      : '';
  // The name of the file is kept nowhere.
  const undo: Undo = {
    what: 'your last file was imported',
    press: openUndo.press({ import: id }),
  };
  const text = `${done}${left}${stays} I’ll read the next file of these columns the same way.`;
  return {
    text,
    heading: `${preview.fileName} imported`,
    sentence: text,
    sections: [
      keptSection(preview, directory),
      { heading: 'Left out', ...toItems(listNeeded(preview), MAX_LEFT_OUT) },
      {
        heading: 'Changed by somebody meanwhile, and left alone',
        ...toItems(stale, MAX_LEFT_OUT),
      },
    ],
    ...(written > 0 && {
      buttons: [openUndo.button('Undo…', { import: id })],
      thread: { question: { intent: 'import_sheet', filters: {}, args: {} }, undo },
    }),
    suggestions: kinds.flatMap((kind) => NEXT[kind] ?? []),
  };
}

const NEXT: Readonly<Record<string, Suggestion>> = {
  actions: { title: 'Show open actions', ...ask('list_actions', { status: 'open' }) },
  attendance: { title: 'Show attendance', ...ask('attendance_summary') },
  risks: { title: 'Show risks', ...ask('list_risks') },
};

/** *Cancel*: the file is deleted. */
export const recordCancelling = action({
  ...cancelImport,
  permission: 'records.import',
  handle: async (request: Request, { token }) =>
    withWaiting(request, token, async () => {
      await removeWaiting(request, token);
      return { text: 'Nothing was imported, and I’ve deleted the file.', endsForm: true };
    }),
});
