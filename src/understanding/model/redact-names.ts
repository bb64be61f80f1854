import type { Directory } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { createAliases } from '../entities/aliases.ts';
import { fieldTerms } from '../entities/field-terms.ts';
import { createTypoCorrector } from '../text/correct-typos.ts';
import { isEnglish } from '../text/english.ts';
import { SHORTHAND } from '../text/shorthand.ts';
import { MAX_CHARACTERS_READ, tokenise, wordsOf } from '../text/tokenise.ts';
import { MONTHS, STOP_WORDS, WEEKDAYS } from '../text/word-sets.ts';

/** A message as it may leave the partnership. */
export interface RedactedMessage {
  readonly text: string;
  /** Who `person-1`, `person-2` … in the text are. */
  readonly people: ReadonlyMap<string, Person>;
  /** How many of its words say something. */
  readonly contentWords: number;
}

/** Stands for a word that is taken out because it is, or could be, somebody's name. */
const LEFT_OUT = '[left out]';

/** English words that are names as well. Our own words win, unless written like a name. */
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
 * A message without the names of people. Those whom the partnership knows become numbers. Other
 * words are kept when they are English and cannot be a name, or are of the field or of the name of
 * an agency, a group or a priority; a typo of such a word is corrected. Every other word is left
 * out.
 */
export function redactNames(typed: string, directory: Directory): RedactedMessage {
  const names = createAliases({ ...directory, people: [] });
  const ownWords = new Map([...names.words, ...fieldTerms.words].map((word) => [word, 1]));
  const correctTypos = createTypoCorrector(ownWords);
  const isOurs = (word: string) =>
    ownWords.has(word) || STOP_WORDS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word);
  const { text, people } = pseudonymise(
    typed.slice(0, MAX_CHARACTERS_READ),
    directory.people,
    isOurs,
  );
  const isShouted = !/\p{Ll}/u.test(typed);
  let contentWords = 0;

  const redact = (word: string, at: number): string => {
    if (/[\d@/]/.test(word)) return SHORT_NUMBER.test(word) ? word : LEFT_OUT;
    const forms = formsOf(word);
    const isCapital = /^\p{Lu}/u.test(word) && !isShouted && !beginsSentence(text, at);
    const isName = forms.some((form) => ALSO_NAMES.has(form));
    const isKept = forms.some(isOurs)
      ? !(isName && isCapital)
      : forms.some((form) => isEnglish(form) || SHORTHAND.has(form)) && !isName && !isCapital;
    const corrected = () => correctTypos(tokenise(word)).find((token) => ownWords.has(token.word));
    const kept = isKept ? word : isName ? undefined : corrected()?.word;
    if (kept && !STOP_WORDS.has(kept.toLowerCase())) contentWords += 1;
    return kept ?? LEFT_OUT;
  };

  const redacted = text.replace(WORD, (word, at) => redact(word, at));
  return { text: redacted, people, contentWords };
}

/** “sarah’s” as `sarahs` and `sarah`: people leave apostrophes out. */
function formsOf(typed: string): string[] {
  const word = typed.toLowerCase();
  const bare = word.replace(/['’]/g, '');
  return [bare, word.replace(/['’].*$/, ''), bare.replace(/s$/, '')];
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.?!:\n])\s*$/.test(text.slice(0, at));
}

/**
 * Puts `person-1`, `person-2` … in place of people, named in full or by a part of their name that
 * is not one of our words; a part that two people share is left out.
 */
function pseudonymise(
  text: string,
  people: readonly Person[],
  isOurs: (word: string) => boolean,
): Pick<RedactedMessage, 'text' | 'people'> {
  const fullNames = people
    .map((person) => ({ words: wordsOf(person.displayName), owners: [person] }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const ownersOfParts = new Map<string, Person[]>();
  for (const person of people)
    for (const word of new Set(wordsOf(person.displayName)))
      if (word.length > 1 && !isOurs(word))
        ownersOfParts.set(word, [...(ownersOfParts.get(word) ?? []), person]);
  const parts = [...ownersOfParts].map(([word, owners]) => ({ words: [word], owners }));

  const numbers = new Map<string, Person>();
  const numberOf = (person: Person) => {
    const known = [...numbers].find(([, { id }]) => id === person.id)?.[0];
    const number = known ?? `person-${numbers.size + 1}`;
    numbers.set(number, person);
    return number;
  };
  let replaced = text;
  for (const { words, owners } of [...fullNames, ...parts]) {
    const [only, ...others] = owners;
    replaced = replaced.replace(patternOf(words), () =>
      only && others.length === 0 ? numberOf(only) : LEFT_OUT,
    );
  }
  return { text: replaced, people: numbers };
}

/** Matches the words in any case; apostrophes in them may be left out or typed as any kind. */
function patternOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) =>
    [...word].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join("['’]?"),
  );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped.join("[\\s.'’-]+")}(?:['’]?s)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
}
