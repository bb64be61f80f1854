import { formatAdministrators } from '../../answers/access-words.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { LockHolder, StayReason, UndoPlan } from '../../contract/ports.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { withImportLock } from '../../contract/with-import-lock.ts';
import { isPermitted } from '../../domain/access.ts';
import { acceptChange } from '../../domain/change-event.ts';
import { answerOrTell } from './answer-or-tell.ts';
import { importOf, openUndo } from './buttons.ts';
import { toItems } from './show-preview.ts';
import { sheetImportStore } from './store.ts';

const MAX_STAYING = 10;

const NOT_HERE: Answer = { text: 'An import is taken back in our own chat.' };
const NOT_YOURS: Answer = {
  text: 'I don’t know that import, or somebody else made it. Whoever imported a file takes it back.',
  endsForm: true,
};
const NOT_LAST: Answer = {
  text: 'That import can’t be taken back any more: it was taken back already, or another came later. Correct what is wrong in the sheet and send it again, or change it here.',
  endsForm: true,
};

/** *Undo…*: nothing is taken back before it is confirmed. */
export const openUndoForm = action({
  ...openUndo,
  permission: 'records.import',
  handle: async (request: Request, input) => withOwnImport(request, input.import, undoForm),
});

/** `/undo-import`: the last one, where whoever asks made it. */
export async function undoLastImport(request: Request): Promise<Answer> {
  if (!isPermitted(request.person, 'records.import'))
    return {
      text: `Files are imported, and imports taken back, by an administrator: ${formatAdministrators(request.directory)}.`,
      refused: 'access',
    };
  const plan = await loadPlan(request);
  return plan ? withOwnImport(request, plan.importId, undoForm) : NOT_LAST;
}

/** *Take it back*. */
export const takeBackImport = action({
  id: 'imports.undo',
  permission: 'records.import',
  input: importOf,
  handle: async (request: Request, input) =>
    withOwnImport(request, input.import, async () => takeBackOrTell(request, input.import)),
});

const loadPlan = ({ ports, directory }: Request) =>
  ports.sheetImports.planUndo(directory.partnership.id);

/** For whoever imported it, in their own chat, as long as it is the last. */
async function withOwnImport(
  request: Request,
  id: string,
  handle: (request: Request, plan: UndoPlan) => Promise<Answer> | Answer,
): Promise<Answer> {
  if (request.place.kind !== 'personal') return NOT_HERE;
  const imported = await request.store(sheetImportStore).get(id);
  if (imported?.person !== request.person.id) return NOT_YOURS;
  const plan = await loadPlan(request);
  return plan?.importId === id ? handle(request, plan) : NOT_LAST;
}

function undoForm(_: Request, plan: UndoPlan): Answer {
  const { reverted, removed, staying } = plan;
  const all = [...reverted, ...removed];
  if (all.length === 0)
    return {
      text: 'Nothing of that import can be taken back: all that it brought was changed since, or stays for good.',
      sections: [stayingSection(staying)],
      endsForm: true,
    };
  const sentence = `${describeWhat(plan, TO_COME)} Nothing is taken back before you say so.`;
  return {
    text: `Take back the last import? ${sentence}`,
    heading: 'Take back the last import?',
    sentence,
    sections: [
      {
        figures: [
          {
            number: String(countRows(reverted)),
            caption: pluralVerb(countRows(reverted), 'goes back', 'go back'),
            colour: 'default',
          },
          {
            number: String(countRows(removed)),
            caption: pluralVerb(countRows(removed), 'is removed', 'are removed'),
            colour: 'default',
          },
          {
            number: String(staying.length),
            caption: pluralVerb(staying.length, 'stays', 'stay'),
            colour: staying.length > 0 ? 'warning' : 'default',
          },
        ],
      },
      stayingSection(staying),
    ],
    form: {
      fields: [],
      submit: takeBackImport.button('Take it back', { import: plan.importId }),
    },
  };
}

const countRows = (kinds: UndoPlan['reverted']): number =>
  kinds.reduce((sum, { rows }) => sum + rows, 0);

type Tense = Readonly<Record<'back' | 'gone', (rows: number) => string>>;

const TO_COME: Tense = {
  back: (rows) => pluralVerb(rows, 'goes back to what it was', 'go back to what they were'),
  gone: (rows) => `that came with it ${pluralVerb(rows, 'is', 'are')} removed`,
};
const DONE: Tense = {
  back: (rows) => pluralVerb(rows, 'is as it was before', 'are as they were before'),
  gone: (rows) => `that came with it ${pluralVerb(rows, 'is', 'are')} gone`,
};

/** @example describeWhat(plan, DONE) // '3 rows are as they were before and 12 rows that came with it are gone.' */
function describeWhat({ reverted, removed }: UndoPlan, { back, gone }: Tense): string {
  const [backs, goes] = [countRows(reverted), countRows(removed)];
  const parts = [
    backs > 0 && `${formatCount(backs, 'row')} ${back(backs)}`,
    goes > 0 && `${formatCount(goes, 'row')} ${gone(goes)}`,
  ].filter((part) => part !== false);
  return `${formatList(parts)}.`;
}

const WHY: Readonly<Record<StayReason, string>> = {
  'changed since': 'somebody changed it since',
  kept: 'an import leaves that to people; change it here if it is wrong',
  'named by others': 'other records name it',
};

const stayingSection = (staying: UndoPlan['staying']) => ({
  heading: 'Stays as it is',
  ...toItems(
    staying.map(({ name, why }) => `${name}: ${WHY[why]}`),
    MAX_STAYING,
  ),
});

async function takeBackOrTell(request: Request, id: string): Promise<Answer> {
  let other: LockHolder | undefined;
  const locking = {
    lock: request.ports.importLock,
    partnership: request.directory.partnership.id,
    person: request.person.id,
    onWait: (holder: LockHolder) => {
      other = holder;
    },
  };
  // Another import may have come between.
  const work = withImportLock(locking, () =>
    withOwnImport(request, id, () => takeBack(request, id)),
  );
  return answerOrTell(request, work, {
    meanwhile: () =>
      other
        ? 'Somebody is importing a file just now. This waits, and I’ll tell you here when it’s done.'
        : 'I’m taking it back, and will tell you here when it’s done.',
    otherwise:
      'I can’t tell whether all of it was taken back. Press Undo… on its card again: it goes on from there.',
  });
}

async function takeBack(request: Request, id: string): Promise<Answer> {
  const { ports, directory, today, store } = request;
  const actor = toActor(request);
  const plan = await ports.sheetImports.undo(directory.partnership.id, actor);
  if (!plan) return NOT_LAST;
  await store(sheetImportStore).change(id, (record) =>
    acceptChange({ ...record, takenBackOn: today }, { type: 'taken back' }, actor),
  );
  const done = `Taken back: ${describeWhat(plan, DONE)}`;
  return {
    text: done,
    heading: 'The import was taken back',
    sentence: done,
    sections: [stayingSection(plan.staying)],
  };
}
