import { classesOf } from './word-classes.ts';

/** A word or number of a text. */
export interface Token {
  /** As it was written, without a possessive. */
  readonly text: string;
  /** In lower case, without accents and apostrophes. */
  readonly word: string;
  /** Bits of {@link classesOf}. */
  readonly classes: number;
  /** “Kayden” */
  readonly isCapital: boolean;
  /** “KAYDEN”, “MASH” */
  readonly isUpper: boolean;
  readonly isNumber: boolean;
  /** “Kayden’s” */
  readonly owns: boolean;
  /** What stands between it and the token before. */
  readonly before: string;
  /** It begins a sentence, a line, a cell or a quotation, where any word has a capital. */
  readonly starts: boolean;
  /** “plan” of “child protection plan”, “form” of “form tutor”: no word of the partnership's work. */
  readonly isCasework: boolean;
}

const TOKEN =
  /[\p{L}\p{N}]{1,40}(?:[.'’`&_](?=[\p{L}\p{N}])[\p{L}\p{N}]{1,40}|-(?=[\p{L}\p{N}])[\p{L}\p{N}]{1,40}){0,6}/gu;
const START = /[.!?\n:;"“|>•[(/–—]| - /;
const PLAN_OF = /^(?:protection|cp|cin|cpp|need|care|safety)$/;

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    const before = text.slice(end, index);
    end = index + raw.length;
    const bare = /['’`]s$/i.test(raw) ? raw.slice(0, -2) : raw;
    const word = foldCase(bare);
    const isSpaced = before === ' ';
    const lower = bare.toLowerCase();
    const hasCapital = lower !== bare;
    tokens.push({
      text: bare,
      word,
      classes: classesOf(word),
      isCapital: hasCapital && /^\p{Lu}.*\p{Ll}/u.test(bare),
      isUpper: hasCapital && /^[\p{Lu}\p{N}.&-]+$/u.test(bare),
      isNumber: /^\d/.test(bare),
      owns: bare !== raw || (/s$/i.test(raw) && /^['’](?!\p{L})/u.test(text.slice(end, end + 2))),
      before,
      starts: tokens.length === 0 || (!isSpaced && START.test(before)),
      isCasework: isCasework(word, tokens.at(-1)?.word ?? '', text, end),
    });
  }
  return tokens;
}

function isCasework(word: string, previous: string, text: string, end: number): boolean {
  // “post mortem”
  if (word === 'post') return /^ mortem/.test(text.slice(end, end + 7));
  // “on a licence”
  if (word === 'licence') return /^(?:on|a|his|her)$/.test(previous);
  if (word !== 'form' && word !== 'plan' && word !== 'plans') return false;
  const after = text.slice(end, end + 20);
  if (word === 'form') return /^ (?:tutor|teacher|room)/.test(after);
  return (
    PLAN_OF.test(previous) ||
    (previous === 'on' && /^ for (?:neglect|emotional|physical|sexual)/.test(after))
  );
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  ß: 'ss',
};

/** In lower case, without accents and apostrophes: “Siân”, “Łukasz”, “O'Driscoll”. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z\d]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}’'`]/gu, '')
    .replace(/[łøđıæß]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Whether there is a word, and it is of one of the classes. */
export const hasClass = (token: Token | undefined, mask: number): boolean =>
  token !== undefined && (token.classes & mask) !== 0;

/** Whether there is a word, and it is in the list. */
export const hasWord = (token: Token | undefined, words: ReadonlySet<string>): boolean =>
  token !== undefined && words.has(token.word);

/** The age of a child, as a number: “14”, “6yrs”, “9m”. */
export function isAge(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\d{1,2}(?:yrs?|y|mths?|yo|m|f)?$/.test(token.word) &&
    Number.parseInt(token.word, 10) <= 18
  );
}

/** A year at school in one word: “y5”, “year10”. */
export const isYearAtSchool = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:y|yr|year)\d{1,2}$/.test(token.word);

/** “SA-017” */
export const isReference = (token: Token | undefined): boolean =>
  token !== undefined && /^[A-Z]{1,5}\d{0,4}-\d{1,4}(?:-\d{1,4})?$/.test(token.text);
