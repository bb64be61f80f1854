interface Named {
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
}

/** A name that is longer is shortened, where people have a shorter one. */
const MAX_CHARACTERS = 30;

/**
 * The name by which people speak of an agency or a group in a list: without what stands in brackets, and its
 * initials where it is long or has a comma.
 * @example shortName('Quality of Practice, Performance and Assurance', groups) // 'QPPA'
 */
export function shortName(name: string, among: readonly Named[]): string {
  const plain = name.replace(/\s*\(.*\)$/, '');
  if (plain.length <= MAX_CHARACTERS && !plain.includes(',')) return plain;
  const known = among.find((each) => each.name === name)?.alsoKnownAs ?? [];
  return known.find((each) => /^[A-Z][A-Z0-9&]{1,7}$/.test(each)) ?? plain;
}
