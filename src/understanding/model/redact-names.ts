import type { Directory } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { createAliases } from '../entities/aliases.ts';
import { fieldTerms } from '../entities/field-terms.ts';
import { createTypoCorrector } from '../text/correct-typos.ts';
import { isEnglish } from '../text/english.ts';
import { SHORTHAND } from '../text/shorthand.ts';
import { isInside } from '../text/span.ts';
import { isShouted, MAX_CHARACTERS_READ, tokenise, toWords } from '../text/tokenise.ts';
import { MONTHS, STOP_WORDS, WEEKDAYS } from '../text/word-sets.ts';

/** A message as it may leave the partnership. */
export interface RedactedMessage {
  readonly text: string;
  /** Who `person-1`, `person-2` … in the text are. */
  readonly people: ReadonlyMap<string, Person>;
  /** How many of its words say something. */
  readonly contentWords: number;
  readonly hasLeftOut: boolean;
}

/** Stands for a word that is taken out because it is, or could be, somebody's name. */
const LEFT_OUT = '[left out]';

/** English words that are names as well. Our own words win, unless written like a name. */
const ALSO_NAMES = new Set(
  `allen amber april archer art bailey baker banks barber basil bill black bob booth brook brown
  burns butcher butler carol carpenter carter chase cook cooper cox cross crystal daisy dawn dean
  don drew duke dyer earl eve faith farmer fern fisher flora foster fox frank frost fuller gene
  gill ginger glen grace grant graves gray green guy hall hardy harry hart hazel heath heather
  hicks hill holly hope hunter iris ivy jack jade jan jay jean jersey joy june ken khan king kitty
  knight lamb lance lea lee lily lynch manning maria marina mark marsh martin mason may mike moss
  nat newton nick norm olive parker parsons pat patience peacock pearl penny pete peter peters
  poppy porter potter price prudence ray reed rich rob robin rod roman rose rosemary ruby rusty
  sally sam sandy scarlet sharp shepherd sherry skip sky smith snow stan star stone storm sue
  summer tanner taylor tim tom tony turner victor viola violet wade walker ward warren watts
  weaver webb wells west white will wood wright young`.split(/\s+/),
);

/** Months as they are shortened beside a day: “30 Apr”. */
const SHORT_MONTHS = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));
const DAY_OR_YEAR = /^(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d)\P{L}?$/u;
/** Words behind which a month stands and hardly ever a person: “in April”, “the end of May”. */
const BEFORE_MONTH = /^(?:in|during|since|until|till|early|late|mid|next|last|this|every)$/;

const WORD = /\S*(?:[\d@]|:\/\/)\S*|\p{L}+(?:['’]\p{L}+)*/gu;
const SHORT_NUMBER =
  /^\P{L}{0,2}\p{L}{0,6}[-–./]?\d{1,4}(?:[-–/.]\d{1,4}){0,2}\p{L}{0,2}\P{L}{0,3}$/u;

/** Takes the names of people out of what was typed. */
export type NameFilter = (typed: string) => RedactedMessage;

/**
 * Makes messages ones without the names of people. Those whom the partnership knows become numbers.
 * Other words are kept when they are English and cannot be a name, or are of the field or of the
 * name of an agency, a group or a priority; a typo of such a word is corrected. A whole name of an
 * agency and a date keep words that are names elsewhere: “West Midlands Police”, “30 April”. Every
 * other word is left out.
 */
export function createNameFilter(directory: Directory): NameFilter {
  // Words that an administrator taught may be a colleague's name: “grace’s lot”.
  const { aliases: names } = createAliases({ ...directory, people: [], learnedWords: [] });
  const ownWords = new Map([...names.words, ...fieldTerms.words].map((word) => [word, 1]));
  const correctTypos = createTypoCorrector(ownWords);
  const isOurs = (word: string) =>
    ownWords.has(word) || STOP_WORDS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word);

  return (typed) => {
    const read = typed.slice(0, MAX_CHARACTERS_READ);
    const { text, people } = pseudonymise(read, directory.people, isOurs);
    const isMixedCase = !isShouted(typed);
    const found = [...text.matchAll(WORD)];
    const words = found.map(([word]) => word.toLowerCase().replace(/['’]/g, ''));
    const wholeNames = names.find(words).filter(({ start, end }) => end - start > 1);
    let contentWords = 0;

    const redact = (word: string, index: number): string => {
      if (/[\d@/]/.test(word)) return SHORT_NUMBER.test(word) ? word : LEFT_OUT;
      const forms = listForms(word);
      const offset = found[index]?.index ?? 0;
      const isCapital = /^\p{Lu}/u.test(word) && isMixedCase && !beginsSentence(text, offset);
      const isPlain = isInside(index, wholeNames) || isMonthOfDate(words, index);
      const isName = !isPlain && forms.some((form) => ALSO_NAMES.has(form));
      const isKept =
        isPlain ||
        (forms.some(isOurs)
          ? !(isName && isCapital)
          : forms.some((form) => isEnglish(form) || SHORTHAND.has(form)) && !isName && !isCapital);
      const corrected = () =>
        correctTypos(tokenise(word)).find((token) => ownWords.has(token.word));
      const kept = isKept ? word : isName ? undefined : corrected()?.word;
      if (kept && !STOP_WORDS.has(kept.toLowerCase())) contentWords += 1;
      return kept ?? LEFT_OUT;
    };

    let at = 0;
    const redacted = text.replace(WORD, (word) => redact(word, at++));
    return { text: redacted, people, contentWords, hasLeftOut: redacted.includes(LEFT_OUT) };
  };
}

/** “30 April”, “May 2021”, “in June”: a month that can be nobody's name there. */
function isMonthOfDate(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const isShort = SHORT_MONTHS.has(word);
  if (!MONTHS.has(word) && !isShort) return false;
  const [before = '', earlier = ''] = [words[at - 1], words[at - 2]];
  const isDated =
    DAY_OR_YEAR.test(before) ||
    DAY_OR_YEAR.test(words[at + 1] ?? '') ||
    (before === 'of' && DAY_OR_YEAR.test(earlier));
  const isOf = before === 'of' && /^(?:end|start|middle|beginning|rest)$/.test(earlier);
  return isDated || (!isShort && (isOf || BEFORE_MONTH.test(before)));
}

/** “sarah’s” as `sarahs` and `sarah`: people leave apostrophes out. */
function listForms(typed: string): string[] {
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
    .map((person) => ({ words: toWords(person.displayName), owners: [person] }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const ownersOfParts = new Map<string, Person[]>();
  for (const person of people)
    for (const word of new Set(toWords(person.displayName)))
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
    replaced = replaced.replace(toPattern(words), () =>
      only && others.length === 0 ? numberOf(only) : LEFT_OUT,
    );
  }
  return { text: replaced, people: numbers };
}

/** Matches the words in any case; apostrophes in them may be left out or typed as any kind. */
function toPattern(words: readonly string[]): RegExp {
  const escaped = words.map((word) =>
    [...word].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join("['’]?"),
  );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped.join("[\\s.'’-]+")}(?:['’]?s)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
}
