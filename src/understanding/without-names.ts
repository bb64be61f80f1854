import type { Directory } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';
import { createCorrector } from './correct-typos.ts';
import { isEnglish } from './english.ts';
import { lexicon } from './lexicon.ts';
import { LONGEST_READ, normalise } from './normalise.ts';
import { LEFT_OUT, peopleAsRoles } from './people-as-roles.ts';
import { SHORTHAND } from './shorthand.ts';
import { STOP_WORDS } from './stop-words.ts';
import { createVocabulary } from './vocabulary.ts';

/** A message as it may leave the partnership. */
export interface Nameless {
  readonly text: string;
  /** Who `person-1`, `person-2` … in the text are. */
  readonly people: ReadonlyMap<string, Person>;
  /** How many of its words say something. */
  readonly telling: number;
}

/** English words that are names as well. Our own words and those of small talk go before them, unless written like a name. */
const ALSO_NAMES = new Set(
  `amber april art bailey baker bill black bob brook brown carol carter chase cook crystal daisy dawn dean drew eve faith frank gene
  ginger grace grant gray green hall harry hazel heather hill holly hope hunter iris ivy jack jade jean jersey joy june khan lily
  mark mason may olive parker pat pearl penny pete poppy price ray rich rob robin rose ruby rusty sandy scarlet smith sky star
  stone storm sue summer tanner taylor tom tony violet wade walker ward warren webb wells west white will wood young`.split(
    /\s+/,
  ),
);

const WORD = /\S*(?:[\d@]|:\/\/)\S*|\p{L}+(?:['’]\p{L}+)*/gu;
const SHORT_NUMBER =
  /^\P{L}{0,2}\p{L}{0,6}[-–.]?\d{1,4}(?:[-–/.]\d{1,4}){0,2}\p{L}{0,2}\P{L}{0,3}$/u;

/**
 * A message without the names of people. Those whom the partnership knows become numbers. Of all other words only those are
 * kept that are English and cannot be a name, or are words of the field or of the name of an agency, a group or a priority;
 * a slip of such a word is put right. Whatever remains is left out: it can be a name.
 */
export function withoutNames(typed: string, directory: Directory): Nameless {
  const own = ownWords(directory);
  const corrector = createCorrector(own);
  const isOurs = (word: string) =>
    own.has(word) || STOP_WORDS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word);
  const { text, people } = peopleAsRoles(typed.slice(0, LONGEST_READ), directory, isOurs);
  const isShouted = !/\p{Ll}/u.test(typed);
  let telling = 0;

  const kept = (word: string, at: number): string => {
    if (/[\d@/]/.test(word)) return SHORT_NUMBER.test(word) ? word : LEFT_OUT;
    const forms = formsOf(word);
    const isCapital = /^\p{Lu}/u.test(word) && !isShouted && !beginsSentence(text, at);
    const isName = forms.some((form) => ALSO_NAMES.has(form));
    const isKept = forms.some(isOurs)
      ? !(isName && isCapital)
      : forms.some(isWord) && !isName && !isCapital;
    const meant = isKept ? word : isName ? undefined : slipOf(word);
    if (meant && !STOP_WORDS.has(meant.toLowerCase())) telling += 1;
    return meant ?? LEFT_OUT;
  };
  const slipOf = (word: string) =>
    corrector.correct(normalise(word)).find((token) => own.has(token.word))?.word;

  return { text: text.replace(WORD, (word, at) => kept(word, at)), people, telling };
}

const isWord = (word: string): boolean => isEnglish(word) || SHORTHAND.has(word);

/** “sarah’s” as `sarahs` and `sarah`: people leave apostrophes out. */
function formsOf(typed: string): string[] {
  const word = typed.toLowerCase();
  const bare = word.replace(/['’]/g, '');
  return [bare, word.replace(/['’].*$/, ''), bare.replace(/s$/, '')];
}

/** The words of the field, and of the names of everything but people. */
function ownWords(directory: Directory): ReadonlyMap<string, number> {
  const { names } = createVocabulary({ ...directory, people: [] });
  return new Map([...names.words, ...lexicon.words].map((word) => [word, 1]));
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.?!:\n])\s*$/.test(text.slice(0, at));
}
