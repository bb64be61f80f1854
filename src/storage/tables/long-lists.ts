import type { StoredRow, TableRow } from './row.ts';
import { MAX_CHARACTERS_IN_TEXT } from './sizes.ts';

/**
 * Splits JSON lists and objects that exceed the length of a property into `NAME`, `NAME_1`,
 * `NAME_2` … Other texts are not split, so that the length of what people write stays limited.
 */
export function splitLongLists(row: TableRow): TableRow {
  const columns = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'string' && value.length > MAX_CHARACTERS_IN_TEXT && /^[[{]/.test(value)
      ? pieces(value).map((piece, at) => [at === 0 ? name : `${name}_${at}`, piece])
      : [[name, value]],
  );
  return Object.fromEntries(columns);
}

export function joinLongLists(row: StoredRow): StoredRow {
  if (!Object.keys(row).some((name) => CONTINUED.test(name))) return row;
  const joined: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) if (!CONTINUED.test(name)) joined[name] = value;
  for (const name of Object.keys(joined))
    for (let at = 1; row[`${name}_${at}`] !== undefined; at += 1)
      joined[name] = `${joined[name]}${row[`${name}_${at}`]}`;
  return joined as StoredRow;
}

const CONTINUED = /_\d+$/;

/** Splits a text without splitting a surrogate pair. */
function pieces(text: string): string[] {
  if (text.length <= MAX_CHARACTERS_IN_TEXT) return [text];
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(MAX_CHARACTERS_IN_TEXT - 1));
  const end = MAX_CHARACTERS_IN_TEXT - (isHalf ? 1 : 0);
  return [text.slice(0, end), ...pieces(text.slice(end))];
}
