import type { Directory } from '../domain/directory.ts';
import { isCommonEnglish, isEnglish } from './english.ts';
import {
  AGENCY_TERMS,
  BOARD_WORDS,
  FIELD_INITIALS,
  type FieldTerm,
  GENERAL_WORDS,
  GROUP_NOUNS,
  GROUP_TERMS,
  PRIORITY_TERMS,
} from './glossary.ts';
import { lexicon } from './lexicon.ts';
import { normalise, wordsOf } from './normalise.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { singular, stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

export type EntityKind = 'agency' | 'group' | 'priority' | 'person';

/** A way of naming a record. */
export interface Naming {
  readonly kind: EntityKind;
  readonly id: string;
  /** How surely these words mean this record: taught by an administrator, its own name, its known names and initials, a word of the field, a part of its name. */
  readonly strength: 5 | 4 | 3 | 2 | 1;
}

/** All the ways of naming the records of one partnership, made from the records themselves. */
export interface Vocabulary {
  readonly names: PhraseIndex<Naming>;
  readonly board: string | undefined;
  /** The years of the partnership's plans: `2020-21`, `2022-24`. */
  readonly plans: ReadonlySet<string>;
}

interface Named {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
}

export function createVocabulary(directory: Directory): Vocabulary {
  const names = createPhraseIndex<Naming>(singular);
  const agencies = directory.agencies.map((agency): Named => ({ ...agency, kind: 'agency' }));
  const groups = directory.groups.map((group): Named => ({ ...group, kind: 'group' }));
  const priorities = latestFirst(directory).map(
    (priority): Named => ({ ...priority, kind: 'priority', name: priority.title }),
  );
  const people = directory.people.map(
    (person): Named => ({
      id: person.id,
      kind: 'person',
      name: person.displayName,
      alsoKnownAs: [],
    }),
  );
  const taken = new Set<string>();
  const add = (words: readonly string[], { kind, id }: Named, strength: Naming['strength']) => {
    const key = `${words.join(' ')}|${kind}`;
    if (words.length === 0 || taken.has(`${key}|${id}`)) return;
    taken.add(`${key}|${id}`);
    names.add(words, { kind, id, strength });
  };

  for (const { words, kind, id } of directory.learnedWords) {
    add(
      withoutThe(normalise(words).map(({ word }) => word)),
      { kind, id, name: words, alsoKnownAs: [] },
      5,
    );
  }
  for (const named of [...agencies, ...groups, ...priorities, ...people]) {
    for (const words of fullNames(named, directory)) add(words, named, 4);
    if (named.kind === 'group')
      for (const words of fullNames(named, directory))
        if (
          words.length > 2 &&
          GROUP_NOUNS.has(words.at(-1) ?? '') &&
          !isPhrase(words.slice(0, -1))
        )
          add(words.slice(0, -1), named, 3);
    const beforeComma = withoutThe(wordsOf(named.name.split(',')[0] ?? ''));
    if (named.kind === 'group' && named.name.includes(',') && beforeComma.length > 1)
      add(beforeComma, named, 2);
    for (const known of named.alsoKnownAs.map((words) => withoutThe(wordsOf(words)))) {
      if (known.length > 1 || !STOP_WORDS.has(known[0] ?? '')) add(known, named, 4);
    }
    if (named.kind === 'agency' || named.kind === 'group')
      for (const initials of initialsOf(named, directory)) add([initials], named, 3);
    if (!isCommonEnglish(named.id.toLowerCase())) add(wordsOf(named.id), named, 3);
  }
  for (const { words, kind, id } of directory.learnedWords)
    add(withoutThe(wordsOf(words)), { kind, id, name: words, alsoKnownAs: [] }, 4);
  const board = boardOf(directory);
  for (const group of groups.filter(({ id }) => id === board)) {
    for (const words of phrases(BOARD_WORDS)) add(words, group, 3);
  }
  const statutoryFirst = [...directory.agencies]
    .sort((a, b) => rank(a.kind) - rank(b.kind))
    .map(({ id }) => id);
  addTerms(
    AGENCY_TERMS,
    [...agencies].sort((a, b) => statutoryFirst.indexOf(a.id) - statutoryFirst.indexOf(b.id)),
    [[]],
    add,
  );
  const ownGroups = groups.filter(({ id }) => id !== board);
  addTerms(
    GROUP_TERMS,
    [...ownGroups].sort((a, b) => groupRank(directory, a.id) - groupRank(directory, b.id)),
    NOUNS,
    add,
  );
  addTerms(PRIORITY_TERMS, priorities, [[]], add);
  for (const kind of [agencies, ownGroups, priorities, people]) {
    addPairs(kind, directory, add);
    addDistinctParts(kind, directory, add);
  }
  addNouns(ownGroups, add);
  return { names, board, plans: new Set(directory.priorities.map(({ year }) => year)) };
}

const NOUNS = [...GROUP_NOUNS]
  .map((noun) => [noun])
  .concat([
    ['sub', 'group'],
    ['task', 'group'],
    ['sub', 'committee'],
    ['working', 'group'],
  ]);

const phrases = (text: string): string[][] =>
  text.split(',').map((phrase) => withoutThe(wordsOf(phrase)));
const withoutThe = (words: readonly string[]): string[] =>
  words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words];
const rank = (kind: string): number => ['statutory', 'relevant', 'attendee'].indexOf(kind);

function groupRank({ groups }: Directory, id: string): number {
  const at = ['sub-group', 'panel', 'task and finish'].indexOf(
    groups.find((group) => group.id === id)?.kind ?? '',
  );
  return at < 0 ? 9 : at;
}

/** The board is the group of kind board, else the one named like the partnership, else the first that reports to none. */
function boardOf({ groups, partnership }: Directory): string | undefined {
  const top = groups.filter((group) => !group.reportsTo);
  return (
    groups.find((group) => group.kind === 'board') ??
    groups.find((group) => group.name === partnership.name) ??
    top.find((group) => /board|executive|partnership/i.test(group.name)) ??
    top[0]
  )?.id;
}

/** The newest plan's priorities come first, so that a word they share means the priority of today. */
function latestFirst({ priorities }: Directory): Directory['priorities'] {
  return [...priorities].sort((a, b) => b.year.localeCompare(a.year));
}

/** The name; without what stands in brackets; that alone; and each without the area, “NHS” or “the” before it. */
function fullNames({ name, kind }: Named, { partnership }: Directory): string[][] {
  const inBrackets = /\(([^)]+)\)/.exec(name)?.[1] ?? '';
  const parts = [
    name.replace(/\(([^)]*)\)/g, ' '),
    ...(kind === 'agency' && !/^through/i.test(inBrackets) ? inBrackets.split(/,| and /) : []),
    // As a card writes it, so that nothing in it names anything else.
    ...(inBrackets ? [name] : []),
  ];
  const area = wordsOf(partnership.area);
  return parts.flatMap((part) => {
    const words = withoutThe(wordsOf(part).filter((word) => /[\p{L}\p{N}]/u.test(word)));
    const local = words.filter(
      (word) => !area.includes(word.replace(/s$/, '')) && !area.includes(word) && word !== 'nhs',
    );
    return [
      words,
      local.length > 0 && (local.length > 1 || !GENERAL_WORDS.has(local[0] ?? '')) ? local : [],
    ];
  });
}

const SMALL = /^(of|and|for|the|in|from|to|on|with|a|n)$/;

/** QPPA from “Quality of Practice, Performance and Assurance”; also without the area's name and without a last “group” or “board”. */
function initialsOf({ name, kind }: Named, directory: Directory): string[] {
  const all = fullNames({ kind, name, id: '', alsoKnownAs: [] }, directory).slice(0, 2);
  return all.flatMap((words) => {
    const main = words.filter((word) => !SMALL.test(word));
    const bare = GROUP_NOUNS.has(main.at(-1) ?? '') ? main.slice(0, -1) : main;
    const letters = [main, bare].map((some) => some.map((word) => word[0]).join(''));
    const paired = main.length === 2 ? [`${letters[0]?.[0]}&${letters[0]?.[1]}`] : [];
    const small = words.length > main.length ? [words.map((word) => word[0]).join('')] : [];
    return [...letters, ...paired, ...small].filter(
      (word) => word.length > 1 && !isCommonEnglish(word) && !FIELD_INITIALS.has(word),
    );
  });
}

type Add = (words: readonly string[], named: Named, strength: Naming['strength']) => void;

/** A word of the field means the record that it fits, and nothing where the records have two of the kind at the same rank. */
function addTerms(
  terms: readonly FieldTerm[],
  records: readonly Named[],
  endings: readonly string[][],
  add: Add,
): void {
  for (const { says, named, unlike, alone } of terms) {
    const fits = records.find(({ name }) => named.test(name) && !unlike?.test(name));
    if (!fits) continue;
    for (const words of phrases(says)) {
      for (const ending of endings) add([...words, ...ending], fits, 3);
      if (endings.length > 1) add(words, fits, alone ? 2 : 1);
    }
  }
}

/** “Rapid review” is what it says, not the Rapid Review Panel. */
const isPhrase = (words: readonly string[]): boolean =>
  lexicon.at(words.map(stem), 0).some(({ length }) => length === words.length);

/** Two words of one name alone, in their order, tell it as well: “schools forum” for a Schools and Colleges Forum. */
function addPairs(records: readonly Named[], { partnership }: Directory, add: Add): void {
  const area = new Set(wordsOf(partnership.area));
  const owners = new Map<string, { named: Named; pair: string[]; ids: Set<string> }>();
  for (const named of records) {
    const words = wordsOf(named.name.replace(/\(.*\)/, '')).filter(
      (word) => !SMALL.test(word) && !area.has(word.replace(/s$/, '')) && /\p{L}/u.test(word),
    );
    for (const [at, first] of words.entries()) {
      for (const second of words.slice(at + 1)) {
        const telling = [first, second].some((word) => !GENERAL_WORDS.has(word) && !asks(word));
        const known = owners.get(`${first} ${second}`) ?? {
          named,
          pair: [first, second],
          ids: new Set(),
        };
        if (telling && words.length > 2)
          owners.set(`${first} ${second}`, { ...known, ids: known.ids.add(named.id) });
      }
    }
  }
  for (const { named, pair, ids } of owners.values())
    if (ids.size === 1 && !isPhrase(pair)) add(pair, named, 3);
}

/** “the hub”, where one group alone is one. */
function addNouns(groups: readonly Named[], add: Add): void {
  for (const noun of [
    'hub',
    'forum',
    'assembly',
    'network',
    'committee',
    'council',
    'taskforce',
    'reference group',
  ]) {
    const [one, ...others] = groups.filter(({ name }) => name.toLowerCase().endsWith(` ${noun}`));
    if (one && others.length === 0) add(wordsOf(noun), one, 2);
  }
}

/** Words of asking (“action”, “missing”, “under”) tell nothing about a name that has them too. */
const asks = (word: string): boolean =>
  STOP_WORDS.has(word) || lexicon.at([stem(word)], 0).length > 0;

/** A word that stands in one name alone tells it from the others: “housing”, “horizon”, a surname. */
function addDistinctParts(records: readonly Named[], directory: Directory, add: Add): void {
  const area = new Set(wordsOf(directory.partnership.area));
  const owners = new Map<string, Set<string>>();
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const { id, name } of records) {
    for (const word of wordsOf(name)) owners.set(word, (owners.get(word) ?? new Set()).add(id));
  }
  for (const [word, ids] of owners) {
    const record = byId.get([...ids][0] ?? '');
    const tooShort = word.length < (record?.kind === 'person' && !isEnglish(word) ? 3 : 4);
    if (
      ids.size > 1 ||
      !record ||
      tooShort ||
      GENERAL_WORDS.has(word) ||
      area.has(word) ||
      asks(word)
    )
      continue;
    if (record.kind === 'group') for (const noun of NOUNS) add([word, ...noun], record, 2);
    if (record.kind !== 'person' || !isCommonEnglish(word))
      add([word], record, record.kind === 'group' ? 1 : 2);
  }
}
