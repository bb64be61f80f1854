import { z } from 'zod';
import { formatCount } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type {
  ImportPreview,
  SheetReading,
  SheetWords,
  ValueAnswers,
  ValueQuestion,
} from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import { openCorrecting, showPreview, waitingFile } from './buttons.ts';
import { noLongerWaiting, notHere } from './refusals.ts';
import { describeField, KIND_CHOICES } from './sheet-words.ts';
import { describeLines, listNeeded, previewAnswer } from './show-preview.ts';
import { findWaiting, keepWaiting, type WaitingSheets } from './waiting-sheets.ts';

/** A card of Teams holds so much; what has no room is asked in the next form. */
const MAX_FIELDS_CHARACTERS = 14_000;
const NAMES_NONE = 'rowsNameNoChild';
/** What choices send that are none of the listed: a client may show an empty value as nothing at all. */
const OPEN = 'open';
const NO_VALUE = 'none';
const LEAVE_OUT = 'out';
const toChoice = (at: number): string => `choice${at}`;
const fromChoice = (answer: string): number => Number(answer.replace('choice', ''));

/** One thing that can be corrected: its field, and what an answer says. */
interface Correction {
  readonly field: Field;
  toWords(answer: string): SheetWords | undefined;
}

/** *Correct*: what each sheet and column is, and what values mean that could not be told. */
export const openCorrectingForm = action({
  ...openCorrecting,
  permission: 'records.import',
  handle: async (request: Request, { token, digest }) => {
    if (request.place.kind !== 'personal') return notHere();
    const waiting = await findWaiting(request, token);
    if (!waiting) return noLongerWaiting();
    const preview = await previewOf(request, waiting);
    if (preview.digest !== digest) return previewAnswer(request, preview, token, CHANGED);
    return correctingForm(preview, token);
  },
});

/** *Back to preview*. */
export const showPreviewAgain = action({
  ...showPreview,
  permission: 'records.import',
  handle: async (request: Request, { token }) => {
    if (request.place.kind !== 'personal') return notHere();
    const waiting = await findWaiting(request, token);
    if (!waiting) return noLongerWaiting();
    return previewAnswer(request, await previewOf(request, waiting), token);
  },
});

export const CHANGED = 'Something has changed since you looked, so look again.';

export const previewOf = ({ ports, directory }: Request, waiting: WaitingSheets) =>
  ports.sheetImports.preview(directory.partnership.id, waiting);

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
  handle: async (request: Request, { token, digest, ...answers }) => {
    if (request.place.kind !== 'personal') return notHere();
    const waiting = await findWaiting(request, token);
    if (!waiting) return noLongerWaiting();
    const preview = await previewOf(request, waiting);
    if (preview.digest !== digest) return previewAnswer(request, preview, token, CHANGED);
    const said = listCorrections(preview).flatMap(({ field, toWords }) => {
      const answer = answers[field.id];
      const isSaid = typeof answer === 'string' && answer !== (field.value ?? '');
      return (isSaid && toWords(answer)) || [];
    });
    const corrected: WaitingSheets = {
      ...waiting,
      said: said.reduce(mergeWords, waiting.said),
      namesNoChild: waiting.namesNoChild || answers[NAMES_NONE] === 'yes',
    };
    await keepWaiting(request, token, corrected);
    return previewAnswer(request, await previewOf(request, corrected), token);
  },
});

/** What can be corrected, what is asked first, as far as one form has room for it. */
function listCorrections({ sheets, questions }: ImportPreview): Correction[] {
  const columns = sheets.flatMap((sheet, at) => correctColumns(sheet, at));
  const all = [
    ...questions.map(answerQuestion),
    ...sheets.map(correctSheet),
    ...columns.filter(({ field }) => field.value === LEAVE_OUT),
    ...columns.filter(({ field }) => field.value !== LEAVE_OUT),
  ];
  let left = MAX_FIELDS_CHARACTERS;
  return all.filter(({ field }) => {
    left -= JSON.stringify(field).length;
    return left >= 0;
  });
}

function answerQuestion(question: ValueQuestion, at: number): Correction {
  const { kind, field, written, lines, answers } = question;
  const label = `${describeField(kind, field)}: “${written.slice(0, 60)}” (${formatCount(lines.length, 'row')})`;
  return {
    field: { id: `value${at}`, label, ...toInput(answers) },
    toWords: (answer) => {
      const meaning = toMeaning(answers, answer.trim());
      return meaning === undefined
        ? undefined
        : { ...NO_WORDS, values: { [kind]: { [field]: { [written]: meaning } } } };
    },
  };
}

function toInput(answers: ValueAnswers): Pick<Field, 'kind' | 'value' | 'choices'> {
  if (answers === 'day') return { kind: 'day', value: '' };
  if (answers === 'words') return { kind: 'text', value: '' };
  return {
    kind: 'choice',
    value: OPEN,
    choices: [
      { title: 'Not answered', value: OPEN },
      ...answers.map(({ title }, at) => ({ title, value: toChoice(at) })),
      { title: 'No value', value: NO_VALUE },
    ],
  };
}

function toMeaning(answers: ValueAnswers, answer: string): string | undefined {
  if (!answer) return undefined;
  if (typeof answers === 'string') return answer;
  return answer === NO_VALUE ? '' : answers[fromChoice(answer)]?.value;
}

function correctSheet({ name, kind }: SheetReading, at: number): Correction {
  return {
    field: {
      id: `sheet${at}`,
      label: `What is “${name.shown.slice(0, 60)}”?`,
      kind: 'choice',
      value: kind ?? LEAVE_OUT,
      choices: [...KIND_CHOICES, { title: 'Leave out', value: LEAVE_OUT }],
    },
    toWords: (answer) => {
      const isKind = KIND_CHOICES.some(({ value }) => value === answer);
      return isKind || answer === LEAVE_OUT
        ? { ...NO_WORDS, sheets: { [name.text]: isKind ? answer : '' } }
        : undefined;
    },
  };
}

function correctColumns({ kind, fields, columns }: SheetReading, sheet: number): Correction[] {
  if (!kind) return [];
  const choices = [
    { title: 'Leave out', value: LEAVE_OUT },
    ...fields.map((field, at) => ({ title: describeField(kind, field), value: toChoice(at) })),
  ];
  return columns.map(({ heading, field }, at) => ({
    field: {
      id: `column${sheet}-${at}`,
      label: `Column “${heading.shown.slice(0, 60)}”`,
      kind: 'choice',
      value: field === undefined ? LEAVE_OUT : toChoice(fields.indexOf(field)),
      choices,
    },
    toWords: (answer) => {
      const said = answer === LEAVE_OUT ? '' : fields[fromChoice(answer)];
      return said === undefined
        ? undefined
        : { ...NO_WORDS, columns: { [kind]: { [heading.text]: said } } };
    },
  }));
}

const NO_WORDS: SheetWords = { sheets: {}, columns: {}, values: {} };

function mergeWords(earlier: SheetWords, later: SheetWords): SheetWords {
  const values = Object.entries(later.values).map(([kind, fields]) => [
    kind,
    mergeEach(earlier.values[kind] ?? {}, fields),
  ]);
  return {
    sheets: { ...earlier.sheets, ...later.sheets },
    columns: mergeEach(earlier.columns, later.columns),
    values: { ...earlier.values, ...Object.fromEntries(values) },
  };
}

type Words = Readonly<Record<string, string>>;

const mergeEach = (
  earlier: Readonly<Record<string, Words>>,
  later: Readonly<Record<string, Words>>,
): Readonly<Record<string, Words>> => ({
  ...earlier,
  ...Object.fromEntries(
    Object.entries(later).map(([key, said]) => [key, { ...earlier[key], ...said }]),
  ),
});
