/** Words that titles of actions share whatever they are about. */
const COMMON_WORDS = new Set(
  'a an and are as at be by for from has have in into is it its of on or our that the their they this to up was we when where which with within all any each more new not other over per so than via who will action actions agree agency agencies board complete continue deliver develop ensure group groups implement improve make multi partner partners partnership produce provide review set share show support update use work year yearly'.split(
    ' ',
  ),
);

/**
 * The significant words of a title, without their endings, each once.
 * @example significantWords('Find new GCP2 trainers') // ['find', 'gcp2', 'trainer']
 */
export function significantWords(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [
    ...new Set(
      words.filter((word) => word.length > 1 && !COMMON_WORDS.has(word)).map(withoutEnding),
    ),
  ];
}

/**
 * Two titles must share at least this many significant words, and at least half of those of the
 * shorter title.
 */
const MIN_SHARED_WORDS = 2;

/**
 * The words that make two titles clearly similar: at least two, and at least half of the
 * significant words of the shorter one. Empty when they are not similar. The words are the
 * explanation given with every answer that builds on them.
 * @example sharedTitleWords('Recruit GCP2 trainers', 'Find new GCP2 trainers') // ['gcp2', 'trainer']
 */
export function sharedTitleWords(one: string, other: string): string[] {
  const [a, b] = [significantWords(one), significantWords(other)];
  const shared = a.filter((word) => b.includes(word));
  const isAlike =
    shared.length >= MIN_SHARED_WORDS && shared.length * 2 >= Math.min(a.length, b.length);
  return isAlike ? shared : [];
}

const SMALL_WORDS = new Set('a an and for in n of on or s the to'.split(' '));

/**
 * Whether a text has all of the words in some form: “training” is in “Find new GCP2 trainers”.
 * @example hasWords('Build a multi-agency safeguarding dataset', 'safeguarding data') // true
 */
export function hasWords(text: string, words: string): boolean {
  const stems = toStems(text);
  const wanted = toStems(words).filter((word) => !SMALL_WORDS.has(word));
  return wanted.length > 0 && wanted.every((word) => stems.some((stem) => isSameWord(stem, word)));
}

const toStems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > 4 ? word.replace(/ies$/, 'y').replace(/(?:ings?|ers?|ed|es|s)$/, '') : word,
  );

/** A word of a title may have up to three letters more: “data” finds “dataset”, not the other way. */
const isSameWord = (stem: string, wanted: string): boolean =>
  stem === wanted ||
  (wanted.length > 3 && stem.length < wanted.length + 4 && stem.startsWith(wanted));

function withoutEnding(word: string): string {
  if (word.length <= 4) return word;
  return word.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])s$/, '');
}
