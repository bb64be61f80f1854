import type { Directory } from '../../domain/directory.ts';
import { isCommonEnglish, isEnglish } from '../text/english.ts';
import { singular } from '../text/stem.ts';
import { toWords } from '../text/tokenise.ts';
import { parseCount, STOP_WORDS } from '../text/word-sets.ts';
import type { EntityKind } from './annotated-message.ts';
import { fieldTerms } from './field-terms.ts';
import { FIELD_INITIALS, GENERAL_WORDS, GROUP_NOUNS } from './glossary.ts';

export interface NamedRecord {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly alsoKnownAs?: readonly string[];
  /** Of several with the same piece of a name, those of the lowest rank are meant. */
  readonly rank: number;
}

/** The words of the name of an agency, a group or a priority. */
export function nameWords(
  { kind, id }: Pick<NamedRecord, 'kind' | 'id'>,
  { agencies, groups, priorities }: Directory,
): string[] {
  if (kind === 'priority') return toWords(priorities.find((each) => each.id === id)?.title ?? '');
  const records = kind === 'agency' ? agencies : kind === 'group' ? groups : [];
  return toWords(records.find((each) => each.id === id)?.name ?? '');
}

export const withoutArticle = (words: readonly string[]): string[] =>
  words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words];

/** The name; without its brackets; what is in them; and each without the area, “NHS” or “the”. */
export function fullNames(
  { name, kind }: Pick<NamedRecord, 'name' | 'kind'>,
  { partnership }: Directory,
): string[][] {
  const inBrackets = /\(([^)]+)\)/.exec(name)?.[1] ?? '';
  const area = toWords(partnership.area);
  // “Probation, London Region (Ravensbourne and Wandle)” is not what the places themselves are called.
  const isPlace = (part: string) => toWords(part).every((word) => area.includes(word));
  const variants = [
    name.replace(/\(([^)]*)\)/g, ' '),
    ...(kind === 'agency' && !/^through/i.test(inBrackets)
      ? inBrackets
          .split(/,| and /)
          .filter((part) => !GENERAL_WORDS.has(part.trim().toLowerCase()) && !isPlace(part))
      : []),
    // The whole name as a card writes it, so that nothing in it names anything else.
    ...(inBrackets ? [name] : []),
  ];
  return variants.flatMap((variant) => {
    const words = withoutArticle(toWords(variant).filter((word) => /[\p{L}\p{N}]/u.test(word)));
    const local = words.filter(
      (word) => !area.includes(word.replace(/s$/, '')) && !area.includes(word) && word !== 'nhs',
    );
    const isDistinct = local.length > 1 || !GENERAL_WORDS.has(local[0] ?? '');
    return [words, isDistinct ? local : [], withMarks(variant)];
  });
}

/** “Quality of Practice, Performance and Assurance” as it is written, with its comma. */
const withMarks = (name: string): string[] =>
  /,/.test(name) ? withoutArticle(toWords(name).filter((word) => /[\p{L}\p{N},]/u.test(word))) : [];

const SMALL_WORD = /^(of|and|for|the|in|from|to|on|with|a|n)$/;

/** QPPA from “Quality of Practice, Performance and Assurance”; also without a last “group”. */
export function toInitials(record: NamedRecord, directory: Directory): string[] {
  const initials = (words: readonly string[]) => words.map((word) => word[0]).join('');
  return fullNames(record, directory)
    .slice(0, 2)
    .flatMap((words) => {
      const main = words.filter((word) => !SMALL_WORD.test(word));
      const bare = GROUP_NOUNS.has(main.at(-1) ?? '') ? main.slice(0, -1) : main;
      return [initials(main), initials(bare)];
    })
    .filter(
      (word) =>
        word.length > 1 &&
        !isCommonEnglish(word) &&
        !FIELD_INITIALS.has(word) &&
        !fieldTerms.has([word]),
    );
}

/** Two words that one name alone has: “schools forum” for a Schools and Colleges Forum. */
export function distinctPairs(
  records: readonly NamedRecord[],
  { partnership }: Directory,
): { pair: string[]; record: NamedRecord }[] {
  const area = new Set(toWords(partnership.area));
  const pairs = new Map<string, { pair: string[]; record: NamedRecord; ids: Set<string> }>();
  for (const record of records) {
    const words = toWords(record.name.replace(/\(.*\)/, '')).filter(
      (word) => !SMALL_WORD.test(word) && !area.has(word.replace(/s$/, '')) && /\p{L}/u.test(word),
    );
    if (words.length < 3) continue;
    for (const [at, first] of words.entries())
      for (const second of words.slice(at + 1)) {
        const pair = [first, second];
        const isEnd =
          record.kind !== 'priority' &&
          second === words.at(-1) &&
          GROUP_NOUNS.has(second) &&
          !GROUP_NOUNS.has(singular(first));
        if (!isEnd && pair.every((word) => GENERAL_WORDS.has(word) || isQuestionWord(word)))
          continue;
        const known = pairs.get(pair.join(' ')) ?? { pair, record, ids: new Set() };
        pairs.set(pair.join(' '), { ...known, ids: known.ids.add(record.id) });
      }
  }
  return [...pairs.values()].filter(({ pair, ids }) => ids.size === 1 && !fieldTerms.has(pair));
}

/**
 * The beginnings of a long name, and runs of three words or more of it, that no other name has:
 * “Skelby and Thornbeck” for the Skelby and Thornbeck Local Group, “exploited and trafficked” for a
 * Missing, Exploited and Trafficked Group. The area's own name is none.
 */
export function ownRuns(
  records: readonly NamedRecord[],
  { partnership }: Directory,
): { words: string[]; record: NamedRecord }[] {
  const area = toWords(partnership.area).join(' ');
  const names = records.map((record) => {
    const all = withoutArticle(toWords(record.name));
    return { record, all, text: ` ${all.join(' ')} ` };
  });
  return names.flatMap(({ record, all }) =>
    listRuns(all).flatMap((words) => {
      const run = words.join(' ');
      const isSaid =
        !SMALL_WORD.test(words[0] ?? '') &&
        !SMALL_WORD.test(words.at(-1) ?? '') &&
        run !== area &&
        !fieldTerms.has(words) &&
        words.some((word) => !GENERAL_WORDS.has(word) && !isQuestionWord(word));
      const isOwn = () =>
        names.every((other) => other.record === record || !other.text.includes(` ${run} `));
      return isSaid && isOwn() ? [{ words, record }] : [];
    }),
  );
}

/** The runs of a name, shorter than the name: of two words at its beginning, else of three. */
const listRuns = (words: readonly string[]): string[][] =>
  words
    .flatMap((_, start) => {
      const from = words.slice(start);
      return from.map((_, at) => from.slice(0, at + 1)).slice(start === 0 ? 1 : 2);
    })
    .filter((run) => run.length < words.length);

/** Words that only one name has: “housing”, “horizon”, a surname. */
export function distinctWords(
  records: readonly NamedRecord[],
  { partnership }: Directory,
): { word: string; record: NamedRecord }[] {
  const area = new Set(toWords(partnership.area));
  const owners = new Map<string, Set<string>>();
  for (const { id, name } of records)
    for (const word of toWords(name)) owners.set(word, (owners.get(word) ?? new Set()).add(id));
  return [...owners].flatMap(([word, ids]) => {
    const record = records.findLast(({ id }) => ids.has(id));
    if (!record || ids.size > 1) return [];
    const minLength = record.kind === 'person' && !isEnglish(word) ? 3 : 4;
    const isDistinct =
      word.length >= minLength &&
      !GENERAL_WORDS.has(word) &&
      !GENERAL_WORDS.has(singular(word)) &&
      parseCount(singular(word)) === undefined &&
      !area.has(word) &&
      !isQuestionWord(word);
    return isDistinct ? [{ word, record }] : [];
  });
}

/** Words of questions (“action”, “missing”, “under”) do not tell which name is meant. */
const isQuestionWord = (word: string): boolean => STOP_WORDS.has(word) || fieldTerms.has([word]);
