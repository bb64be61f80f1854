import type { Agency } from '../domain/partnership.ts';

type Named = Pick<Agency, 'name' | 'shortName' | 'alsoKnownAs'>;

/** A name that is longer is shortened, where people have a shorter one. */
const MAX_CHARACTERS = 30;

/**
 * The name by which people speak of an agency or a group in a list: the short name of its record, else
 * its name without what stands in brackets, and its initials where that is long or has a comma.
 * @example shortName('Quality of Practice, Performance and Assurance', groups) // 'QPPA'
 */
export function shortName(name: string, among: readonly Named[]): string {
  const record = among.find((each) => each.name === name);
  if (record?.shortName) return record.shortName;
  const plain = name.replace(/\s*\(.*\)$/, '');
  if (plain.length <= MAX_CHARACTERS && !plain.includes(',')) return plain;
  return record?.alsoKnownAs.find((each) => /^[A-Z][A-Z0-9&]{1,7}$/.test(each)) ?? plain;
}
