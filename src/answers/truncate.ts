const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/**
 * The beginning of a text in so many bytes at most, up to a whole word where one ends nearby, never half an emoji.
 * @example truncate('Train all the champions', 18) // 'Train all the…'
 */
export function truncate(text: string, most: number): string {
  if (text.length * MAX_BYTES_PER_UNIT <= most || Buffer.byteLength(text) <= most) return text;
  const kept = text.slice(0, lengthInBytes(text, most - Buffer.byteLength('…')));
  return `${kept.replace(/\s+\S{0,12}$/, '').trimEnd()}…`;
}

/**
 * The first of a list, with a note of how many more there are.
 * @example truncateList(['SA-1', 'SA-2', 'SA-3'], 2) // { shown: ['SA-1', 'SA-2'], note: 'and 1 more' }
 */
export function truncateList<Part>(
  parts: readonly Part[],
  max: number,
): { readonly shown: readonly Part[]; readonly note?: string } {
  const more = parts.length - max;
  return { shown: parts.slice(0, max), ...(more > 0 && { note: `and ${more} more` }) };
}

/** UTF-8 takes at most so many bytes for what is one unit of a JavaScript string. */
const MAX_BYTES_PER_UNIT = 3;

/** How much of a text, which has more, takes so many bytes at most and ends between two characters as people see them. */
function lengthInBytes(text: string, bytes: number): number {
  const { read } = encoder.encodeInto(text, new Uint8Array(bytes));
  return graphemes.segment(text).containing(read)?.index ?? read;
}
