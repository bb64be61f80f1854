import { shortName } from '../answers/short-name.ts';
import { sentenceCase } from '../answers/words.ts';
import { type Directory, groupName } from '../domain/directory.ts';
import { findPriority } from '../domain/find-priority.ts';
import type { UnknownName } from '../understanding/reading.ts';

/** So many of the names that are known are told. */
const MAX_NAMES = 8;

const NOUNS: Readonly<Record<Exclude<UnknownName['kind'], 'day'>, string>> = {
  agency: 'no agency',
  group: 'no group',
  person: 'nobody',
  review: 'no review',
  any: 'nothing',
};

/** Says that a name is not in the records, and which names of its kind are. */
export function describeUnknownName(
  { words, kind, priority }: UnknownName,
  directory: Directory,
): string {
  if (kind === 'day') return `I could not read “${words}” as a day. Which day do you mean?`;
  const unknown = `I know ${NOUNS[kind]} called “${words}”.`;
  const led = priority ? findPriority(directory, priority, '') : undefined;
  if (led?.leadGroup)
    return `${unknown} The priority ${led.title} is led by ${groupName(directory, led.leadGroup)}.`;
  if (kind === 'review' && directory.lcsprs.length === 0) return unknown;
  const names = listNames(kind, directory);
  if (names.length === 0) return `${unknown} It is no agency, group or priority in the records.`;
  const shown = names.slice(0, MAX_NAMES);
  return names.length > MAX_NAMES
    ? `${unknown} I know ${shown.join(', ')}…`
    : `${unknown} I know ${shown.join(', ')}.`;
}

/** A day that no calendar has: “There is no 31 June.” */
export const describeNoDay = (words: string): string =>
  `There is no ${words.replace(/\b(?!the\b)[a-z]{3,}/g, sentenceCase)}.`;

/** Statutory partners and those who meet come first; a name with a comma has no place in a list. */
function listNames(
  kind: UnknownName['kind'],
  { agencies, groups, people, lcsprs }: Directory,
): string[] {
  const all =
    kind === 'agency'
      ? agencies.map(({ name }) => shortName(name, agencies))
      : kind === 'group'
        ? groups.map(({ name }) => shortName(name, groups))
        : kind === 'person'
          ? people.map(({ displayName }) => displayName)
          : kind === 'review'
            ? lcsprs.map(({ name }) => name)
            : [];
  return all.filter((name) => !name.includes(','));
}
