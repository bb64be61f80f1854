import type { Directory } from '../../domain/directory.ts';
import { otherNames } from '../../domain/other-names.ts';
import { isCommonEnglish } from '../text/english.ts';
import { createPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts';
import { singular } from '../text/stem.ts';
import { tokenise, toWords } from '../text/tokenise.ts';
import { parseCount, STOP_WORDS } from '../text/word-sets.ts';
import type { AbsentKind, Alias } from './annotated-message.ts';
import { fieldTerms } from './field-terms.ts';
import {
  AGENCY_TERMS,
  BOARD_WORDS,
  GROUP_NOUNS,
  GROUP_TERMS,
  PRIORITY_TERMS,
  type RecordTerm,
} from './glossary.ts';
import {
  distinctPairs,
  distinctWords,
  fullNames,
  type NamedRecord,
  ownRuns,
  toInitials,
  withoutArticle,
} from './name-parts.ts';

/** All the ways of naming the records of one partnership, made from the records themselves. */
export interface Aliases {
  readonly aliases: PhraseIndex<Alias>;
  /** Words of the field for an agency that this partnership does not have. */
  readonly absent: PhraseIndex<AbsentKind>;
}

export function createAliases(directory: Directory): Aliases {
  const aliases = createPhraseIndex<Alias>(singular);
  const absent = createPhraseIndex<AbsentKind>(singular);
  const known = new Set<string>();
  const missing: { words: string[]; kind: AbsentKind }[] = [];
  const add = (
    words: readonly string[],
    { kind, id }: Pick<NamedRecord, 'kind' | 'id'>,
    strength: Alias['strength'],
  ) => {
    const key = `${words.join(' ')}|${kind}|${id}`;
    if (words.length === 0 || isNumber(words) || known.has(key)) return;
    known.add(key);
    aliases.add(words, { kind, id, strength });
  };
  /** A word of the field means the record that it fits, or each of several that it fits as well. */
  const addTerms = (
    terms: readonly RecordTerm[],
    records: readonly NamedRecord[],
    endings?: readonly string[][],
  ) => {
    for (const { says, named, unlike, alone, isPost } of terms) {
      const fits = records.filter(({ name }) => named.test(name) && !unlike?.test(name));
      if (fits.length === 0) {
        if (terms === AGENCY_TERMS)
          for (const words of phrasesIn(says))
            missing.push({ words, kind: isPost ? 'post' : 'agency' });
        continue;
      }
      for (const words of phrasesIn(says)) {
        for (const record of mostLikely(fits, words)) {
          for (const ending of endings ?? [[]]) add([...words, ...ending], record, 3);
          if (endings) add(words, record, alone ? 2 : 1);
        }
      }
    }
  };

  const board = findBoard(directory);
  const { agencies, groups, priorities, people } = listRecords(directory);
  for (const { words, kind, id } of directory.learnedWords)
    add(withoutArticle(tokenise(words).map(({ word }) => word)), { kind, id }, 5);
  for (const record of [...agencies, ...groups, ...priorities, ...people]) {
    const { kind, id, alsoKnownAs = [] } = record;
    const names = fullNames(record, directory);
    for (const words of names) add(words, record, 4);
    if (kind === 'group') {
      for (const words of names) {
        const short = words.slice(0, words.findLastIndex((word) => !GROUP_NOUNS.has(word)) + 1);
        // “Rapid review” is what it says, not the Rapid Review Panel.
        if (short.length > 1 && short.length < words.length && !fieldTerms.has(short))
          add(short, record, 3);
      }
    }
    for (const words of alsoKnownAs.map((each) => withoutArticle(toWords(each))))
      if (words.length > 1 || !STOP_WORDS.has(words[0] ?? '')) add(words, record, 4);
    if (kind === 'agency' || kind === 'group')
      for (const initials of toInitials(record, directory)) add([initials], record, 3);
    if (!isCommonEnglish(id.toLowerCase())) add(toWords(id), record, 3);
    else add([inCapitals(id.toLowerCase())], record, 3);
  }
  for (const { words, kind, id } of directory.learnedWords)
    add(withoutArticle(toWords(words)), { kind, id }, 4);
  // “Priority 6” by the plan's own numbers; two plans that number otherwise are asked about.
  for (const { id, number } of directory.priorities)
    for (const noun of NUMBERED_NOUNS)
      if (number !== undefined) add([...noun, String(number)], { kind: 'priority', id }, 4);
  for (const group of groups.filter(({ id }) => id === board))
    for (const words of phrasesIn(BOARD_WORDS)) add(words, group, 3);

  for (const { word, record } of findPlaces(agencies, directory)) {
    add([word], record, 2);
    add([word, 'council'], record, 3);
  }

  const otherGroups = groups.filter(({ id }) => id !== board);
  for (const { words, record } of ownRuns([...agencies, ...groups], directory))
    if (record.id !== board) add(words, record, 3);
  addTerms(AGENCY_TERMS, agencies);
  // “The executive” is the board where no other group is called so.
  const boardLast = [...otherGroups, ...groups.filter(({ id }) => id === board)];
  addTerms(GROUP_TERMS, boardLast, NOUN_ENDINGS);
  addTerms(PRIORITY_TERMS, priorities);
  for (const met of agencies.filter(({ name }) => /metropolitan police/i.test(name)))
    for (const word of ['met', 'mets']) add(['the', word], met, 3);
  for (const records of [agencies, groups, priorities])
    for (const { pair, record } of distinctPairs(records, directory)) add(pair, record, 3);
  for (const records of [agencies, otherGroups, priorities, people]) {
    for (const { word, record } of distinctWords(records, directory)) {
      if (record.kind === 'group') for (const noun of NOUN_ENDINGS) add([word, ...noun], record, 2);
      if (record.kind !== 'person' || !isCommonEnglish(word))
        add([word], record, record.kind === 'group' ? 1 : 2);
    }
  }
  for (const noun of SOLE_NOUNS) {
    const [group, ...more] = groups.filter(({ name }) => name.toLowerCase().endsWith(` ${noun}`));
    if (group && more.length === 0) add(toWords(noun), group, 2);
  }
  for (const { words, kind } of missing)
    if (!aliases.has(words) && !fieldTerms.has(words)) absent.add(words, kind);
  return { aliases, absent };
}

/** The id of a group MET is its name in capitals alone: “met” is an English word. */
export const inCapitals = (word: string): string => `${word} in capitals`;

/** A number counts: the “three” of “Strategic Priority Three”, the “twos” of “Under Twos” name nothing alone. */
const isNumber = ([word = '', ...others]: readonly string[]): boolean =>
  others.length === 0 && parseCount(singular(word)) !== undefined;

/** The group of kind board, else the one named like the partnership, else a top one. */
export function findBoard({ groups, partnership }: Directory): string | undefined {
  const top = groups.filter(({ reportsTo }) => !reportsTo);
  const board =
    groups.find(({ kind }) => kind === 'board') ??
    groups.find(({ name }) => name === partnership.name) ??
    top.find(({ name }) => /board|executive|partnership/i.test(name)) ??
    top[0];
  return board?.id;
}

/** Of records that a word of the field fits, the first of the best rank, and others of it that have the word itself. */
function mostLikely(fits: readonly NamedRecord[], words: readonly string[]): NamedRecord[] {
  const best = fits.filter(({ rank }) => rank === fits[0]?.rank);
  const hasWords = ({ name }: NamedRecord) => {
    const own = new Set(toWords(name).map(singular));
    return words.every((word) => own.has(singular(word)));
  };
  const literal = best.filter(hasWords);
  // “The hospitals trust” is the one that is called so.
  if (words.length > 1 && literal.length > 0) return literal;
  return literal.length > 0 ? best.filter((each, at) => at === 0 || literal.includes(each)) : best;
}

/**
 * The named records, statutory agencies, our own groups and new priorities first: of several, the
 * first is meant.
 */
function listRecords(directory: Directory) {
  const { agencies, groups, priorities, people } = directory;
  const years = [...new Set(priorities.map(({ year }) => year))].sort().reverse();
  const board = findBoard(directory);
  const ranked = (records: readonly NamedRecord[]) => records.toSorted((a, b) => a.rank - b.rank);
  return {
    agencies: ranked(
      agencies.map((agency) => ({
        ...agency,
        alsoKnownAs: otherNames(agency),
        kind: 'agency',
        rank: agency.kind === 'statutory' ? 0 : 1,
      })),
    ),
    groups: groups.map(
      (group): NamedRecord => ({
        ...group,
        alsoKnownAs: otherNames(group),
        kind: 'group',
        rank: group.reportsTo || group.id === board ? 0 : 1,
      }),
    ),
    priorities: ranked(
      priorities.map((priority) => ({
        ...priority,
        kind: 'priority',
        name: priority.title,
        rank: years.indexOf(priority.year),
      })),
    ),
    people: people.map(
      ({ id, displayName }): NamedRecord => ({ id, kind: 'person', name: displayName, rank: 0 }),
    ),
  };
}

/** Of an area of several places, the council of each: “Thornley” where “Ravensmead” has its own. */
function findPlaces(
  agencies: readonly NamedRecord[],
  { partnership }: Directory,
): { word: string; record: NamedRecord }[] {
  const places = toWords(partnership.area).filter((word) => word.length > 3);
  const councils = agencies.filter(({ name }) => /\b(council|borough|authority)\b/i.test(name));
  return councils.flatMap((record) => {
    const own = places.filter((place) => toWords(record.name).includes(place));
    const [word] = own;
    const isAlone =
      councils.filter(({ name }) => word && toWords(name).includes(word)).length === 1;
    return places.length > 1 && word && own.length === 1 && isAlone ? [{ word, record }] : [];
  });
}

const phrasesIn = (text: string): string[][] =>
  text.split(',').map((phrase) => withoutArticle(toWords(phrase)));

/** “neglect group”, “neglect working group” */
const NOUN_ENDINGS = [
  ...[...GROUP_NOUNS].map((noun) => [noun]),
  ['sub', 'group'],
  ['task', 'group'],
  ['sub', 'committee'],
  ['working', 'group'],
];

/** What stands before the number of a priority. */
const NUMBERED_NOUNS = [
  ['priority'],
  ['priority', 'no'],
  ['priority', 'number'],
  ['key', 'priority'],
];

/** “the hub”, where one group alone is one. */
const SOLE_NOUNS = [
  'hub',
  'forum',
  'assembly',
  'network',
  'committee',
  'council',
  'taskforce',
  'reference group',
];
