import { formatCount } from '../../answers/words.ts';
import type { Field } from '../../contract/answer.ts';
import type {
  ImportPreview,
  SheetReading,
  SheetWords,
  ValueAnswers,
  ValueQuestion,
} from '../../contract/ports.ts';
import { describeField, KIND_CHOICES, shorten } from './sheet-words.ts';

/** A card of Teams holds so much; what has no room is asked in the next form. */
const MAX_FIELDS_CHARACTERS = 14_000;
/** What choices send that are none of the listed: a client may show an empty value as nothing at all. */
export const OPEN = 'open';
const NO_VALUE = 'none';
const LEAVE_OUT = 'out';
const toChoice = (at: number): string => `choice${at}`;
const fromChoice = (answer: string): number => Number(answer.replace('choice', ''));

/** One thing that can be corrected: its field, and what an answer says. */
export interface Correction {
  readonly field: Field;
  toWords(answer: string): SheetWords | undefined;
}

/** What can be corrected, what is asked first, as far as one form has room for it. */
export function listCorrections({ sheets, questions }: ImportPreview): Correction[] {
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
  const label = `${describeField(kind, field)}: “${shorten(written)}” (${formatCount(lines.length, 'row')})`;
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
      label: `What is “${shorten(name.shown)}”?`,
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
      label: `Column “${shorten(heading.shown)}”`,
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
