import type { SheetRow } from '../sheet.ts';
import { attendedWords } from './value-words.ts';

const ENTRY = /(?:^|[\s,;:|(])([\p{L}✓✔√✗✘×-]{1,3})\s*[=–-]\s*(\p{L}[\p{L} ]*)/gu;
/** Fewer are no key, but words that a dash happens to part. */
const MIN_ENTRIES = 2;

/**
 * What an attendance table itself says that its marks mean, which goes before what they mean elsewhere.
 * @example readMarkKey([{ line: 9, cells: { 0: 'Key: P = present, A = apologies' } }])('a') // 'apologies'
 */
export function readMarkKey(rows: readonly SheetRow[]): (mark: string) => string | undefined {
  const meanings = new Map<string, string>();
  for (const { cells } of rows) {
    const entries = [...Object.values(cells).join(', ').matchAll(ENTRY)].flatMap(
      ([, mark = '', words = '']) => {
        const meaning = attendedWords(words.trim());
        return meaning ? [[mark.toLowerCase(), meaning] as const] : [];
      },
    );
    if (entries.length >= MIN_ENTRIES)
      for (const [mark, meaning] of entries) meanings.set(mark, meaning);
  }
  return (mark) => meanings.get(mark.toLowerCase());
}
