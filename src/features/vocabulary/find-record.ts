import { distance } from 'fastest-levenshtein';
import type { Directory, RecordReference } from '../../domain/directory.ts';
import { otherNames } from '../../domain/other-names.ts';

/** A record with the name that it has. */
export interface RecordMatch extends RecordReference {
  readonly name: string;
}

const KIND_WORDS: Readonly<Record<RecordReference['kind'], ReadonlySet<string>>> = {
  agency: new Set(['agency', 'partner', 'organisation']),
  group: new Set(['group', 'subgroup', 'panel', 'committee']),
  priority: new Set(['priority', 'theme']),
};
const SMALL = new Set(['the', 'our', 'a', 'an', 'of', 'and', 'for', 'in', 'on', 'to']);
const MAX_SUGGESTIONS = 4;

interface LabelledRecord extends RecordMatch {
  /** Its own name and its id. */
  readonly own: readonly string[][];
  /** Those, its known names, its initials and what was taught. */
  readonly labels: readonly string[][];
}

/** All records that words can name, each once; a priority by its latest title. */
function labelRecords({ agencies, groups, priorities, learnedWords }: Directory): LabelledRecord[] {
  const latest = priorities.toSorted((a, b) => b.year.localeCompare(a.year));
  const all = [
    ...agencies.map((agency) => ({
      ...agency,
      alsoKnownAs: otherNames(agency),
      kind: 'agency' as const,
    })),
    ...groups.map((group) => ({
      ...group,
      alsoKnownAs: otherNames(group),
      kind: 'group' as const,
    })),
    ...latest.map((priority) => ({ ...priority, kind: 'priority' as const, name: priority.title })),
  ];
  const once = all.filter(
    ({ kind, id }, at) => all.findIndex((other) => other.kind === kind && other.id === id) === at,
  );
  return once.map(({ kind, id, name, alsoKnownAs }) => {
    const taught = learnedWords
      .filter((learned) => learned.kind === kind && learned.id === id)
      .map(({ words }) => words);
    const own = [name, id].map(splitWords);
    return {
      kind,
      id,
      name,
      own,
      labels: [...own, ...[toInitials(name), ...alsoKnownAs, ...taught].map(splitWords)],
    };
  });
}

/**
 * The records that words name: by the whole name first, then by any other, else by words that all stand in a name; “theme”,
 * “group” or “agency” beside them tells the kind. `near` has those whose names are spelled most like it.
 */
export function findRecords(
  typed: string,
  directory: Directory,
): { found: RecordMatch[]; near: RecordMatch[] } {
  const records = labelRecords(directory);
  const words = splitWords(typed);
  const { kind, rest } = withoutKind(words);
  const ofKind = records.filter((record) => !kind || record.kind === kind);
  const searches = [
    () => records.filter(({ own }) => own.some((label) => isSame(label, words))),
    () => ofKind.filter(({ own }) => own.some((label) => isSame(label, rest))),
    () =>
      ofKind.filter(({ labels }) =>
        labels.some((label) => isSame(label, rest) || isSame(label, words)),
      ),
    () =>
      ofKind.filter(
        ({ labels }) =>
          rest.length > 0 && labels.some((label) => rest.every((word) => label.includes(word))),
      ),
  ];
  const found = searches.map((search) => search()).find((some) => some.length > 0) ?? [];
  const byLikeness = records.toSorted(
    (a, b) => likeness(b.labels, rest) - likeness(a.labels, rest),
  );
  const plain = ({ kind, id, name }: RecordMatch): RecordMatch => ({ kind, id, name });
  return { found: found.map(plain), near: byLikeness.slice(0, MAX_SUGGESTIONS).map(plain) };
}

/** A record with its present name; `undefined` when it is no longer listed. */
export function findRecord(
  meaning: RecordReference,
  directory: Directory,
): RecordMatch | undefined {
  return labelRecords(directory).find(({ kind, id }) => kind === meaning.kind && id === meaning.id);
}

function withoutKind(words: readonly string[]): {
  kind?: RecordReference['kind'];
  rest: readonly string[];
} {
  const kinds = Object.keys(KIND_WORDS) as RecordReference['kind'][];
  const kind = kinds.find((each) =>
    [words[0], words.at(-1)].some((word) => word && KIND_WORDS[each].has(word)),
  );
  return { kind, rest: kind ? words.filter((word) => !KIND_WORDS[kind].has(word)) : words };
}

/** Lower case, without small words and without the s of a plural or a genitive. */
function splitWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !SMALL.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

function toInitials(name: string): string {
  const initials = splitWords(name).map((word) => word[0]);
  return initials.length > 1 ? initials.join('') : name;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join(' ') === other.join(' ');
}

/** 0 to 1: how alike the most alike words are. */
function likeness(labels: readonly (readonly string[])[], words: readonly string[]): number {
  const pairs = labels.flat().flatMap((label) => words.map((word) => [label, word] as const));
  return Math.max(0, ...pairs.map(([a, b]) => 1 - distance(a, b) / Math.max(a.length, b.length)));
}
