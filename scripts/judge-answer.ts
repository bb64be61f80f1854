import { z } from 'zod';

/** A text that must be shown, with `|` between alternatives; or a whole number. */
const needle = z.union([
  z.int().nonnegative(),
  z.string().refine((text) => text.split('|').every((each) => each.trim()), 'an empty alternative'),
]);

/** A message with what a right answer must show, and what it may not show. */
export const taskSchema = z
  .object({
    id: z.string().min(1),
    /** An id of people.csv. */
    role: z.string().min(1),
    text: z.string().min(1),
    /** The folder's `as_of` when it is left out. */
    day: z.iso.date().optional(),
    /** The task whose message is sent before in the same chat. */
    followsFrom: z.string().optional(),
    mustContain: z.array(needle).default([]),
    mustNotContain: z.array(needle).default([]),
    why: z.string().optional(),
  })
  .refine(
    ({ mustContain, mustNotContain }) => mustContain.length + mustNotContain.length > 0,
    'a task asks for something, or every answer to it is right',
  );

export type Task = z.infer<typeof taskSchema>;
type Needle = z.infer<typeof needle>;

/** What a person sees after a message: the sentence, and every line that can be read. */
export interface Shown {
  readonly sentence: string;
  readonly lines: readonly string[];
}

export type Outcome = 'right' | 'asked back' | 'wrong';

export interface Verdict {
  readonly outcome: Outcome;
  /** Why it falls short: `missing SA-007`, `shows SA-019`. */
  readonly faults: readonly string[];
}

/** “Which do you mean?”, “Did you mean this?”, “Of which group? Say its short name.” */
const ASKS_BACK = /\b(?:which|did you mean)\b[^.!?]*\?/i;

/** Such an answer holds words like “not”, and answers nothing. */
const NO_ANSWER =
  /^I did not understand\b|\bI cannot do that yet\b|^Convenor (?:cannot reach|is taking too long)|^I can’t tell whether that was saved/;

/** Judges an answer by what it shows; one that asks back or answers nothing is never right. */
export function judgeAnswer(task: Task, { sentence, lines }: Shown): Verdict {
  const read = lines.map((line) => withoutRepeats(normalise(line), normalise(task.text)));
  const isShown = (each: Needle) => read.some((line) => contains(line, each));
  const faults = [
    ...task.mustContain.filter((each) => !isShown(each)).map((each) => `missing ${each}`),
    ...task.mustNotContain.filter(isShown).map((each) => `shows ${each}`),
  ];
  if (ASKS_BACK.test(sentence)) return { outcome: 'asked back', faults };
  if (NO_ANSWER.test(sentence)) faults.unshift('no answer');
  return { outcome: faults.length ? 'wrong' : 'right', faults };
}

/** A text as it is compared: without escapes, case and kinds of quotes and spaces. */
function normalise(text: string): string {
  return text
    .replaceAll('\u2060', '')
    .replace(/\\([\\`*_[\]~#>+.)-])/g, '$1')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A line without the question itself and without what is quoted of it: neither answers it. */
function withoutRepeats(line: string, question: string): string {
  const whole = question.replace(/[\s.?!]+$/, '');
  const isPartOfQuestion = (quoted: string) => pattern(quoted).test(question);
  return line
    .replaceAll(new RegExp(pattern(whole), 'gu'), ' … ')
    .replace(/"([^"]+)"/g, (all, quoted) => (isPartOfQuestion(quoted.trim()) ? ' … ' : all));
}

function contains(line: string, needle: Needle): boolean {
  if (typeof needle === 'number') return pattern(String(needle)).test(numbersAlone(line));
  return needle.split('|').some((each) => pattern(normalise(each)).test(line));
}

/** Matches a text at the boundaries of words: `24 mar` is no part of `24 march`. */
function pattern(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isWord = (character = '') => /[\p{L}\p{N}]/u.test(character);
  const before = isWord(text.at(0)) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = isWord(text.at(-1)) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(`${before}${escaped}${after}`, 'u');
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';

/** Numbers that are a part of something else, each of them whole. */
const NUMBERS_OF_OTHER_THINGS = [
  '\\p{L}+[\\p{L}\\p{N}]*(?:-\\p{N}+)+', // a ref: SA-012, RR-2021-01
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{4}[-–/]\\d{2,4}', // a year: 2020-21
  '\\d{1,2}/\\d{1,2}/\\d{2,4}',
  `${DAY}(?: ?(?:-|–|and|or|to) ?${DAY})* (?:of )?${MONTH}(?:,? \\d{4})?`,
  `${MONTH} ${DAY}(?:,? \\d{4})?`,
  `${MONTH},? \\d{4}`,
  '\\d{1,2}[:.]\\d{2} ?(?:am|pm)?',
  '\\d{1,2} ?(?:am|pm)',
  '\\d+(?:\\.\\d+)? ?(?:%|per cent|percent)',
  '\\d+\\.\\d+',
].map((each) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${each})(?![\\p{L}\\p{N}])`, 'gu'));

/** A line with only the numbers that stand for themselves: `1,012` is `1012`. */
function numbersAlone(line: string): string {
  const counted = line.replace(/(?<=\b\d{1,3}),(?=\d{3}\b)/g, '');
  return NUMBERS_OF_OTHER_THINGS.reduce((rest, each) => rest.replace(each, ' … '), counted);
}
