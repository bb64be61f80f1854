/** Line ends of any system, and what else breaks a line: vertical tab, form feed, U+0085, U+2028, U+2029. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control characters but tab and line feed, byte-order marks, and code points that are no characters. */
const UNPRINTABLE = /[\p{Cc}--[\t\n]]|\p{Noncharacter_Code_Point}|\uFEFF/gv;
/**
 * What turns the direction of writing, and marks without width: two texts that look alike differ by
 * them. The joiners U+200C and U+200D stay, for scripts and emoji need them.
 */
const UNSEEN = /\p{Bidi_Control}|[\u00AD\u180E\u200B\u2060-\u206F\uFFF9-\uFFFB]/gv;

/**
 * A text as every format can carry it: XML of minutes and workbooks, CSV, JSON, Azure Tables. Every
 * text that comes in from outside passes here once, at the border.
 *
 * | comes in | becomes |
 * | --- | --- |
 * | CR LF, CR, U+000B, U+000C, U+0085, U+2028, U+2029 | U+000A |
 * | another of U+0000–001F but tab, of U+007F–009F | nothing |
 * | U+FEFF, U+FDD0–FDEF, U+FFFE, U+FFFF and their like of each plane | nothing |
 * | half of a surrogate pair | U+FFFD, the replacement character |
 * | U+061C, U+200E–200F, U+202A–202E, U+2066–2069: directions of writing | nothing |
 * | U+00AD, U+180E, U+200B, U+2060–206F, U+FFF9–FFFB: marks that nobody sees | nothing |
 */
export function normaliseText(text: string): string {
  return removeUnprintable(text).replace(UNSEEN, '');
}

/** Whether every format can carry a text as it is; older line ends and unseen marks harm none. */
export function isCarriable(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n');
  return removeUnprintable(lines) === lines;
}

function removeUnprintable(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNPRINTABLE, '');
}

/**
 * Data of any shape, as JSON has it, with every text in it normalised; names of keys too, of which
 * none becomes `__proto__`.
 */
export function normaliseTexts(data: unknown): unknown {
  if (typeof data === 'string') return normaliseText(data);
  if (Array.isArray(data)) return data.map(normaliseTexts);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .map(([key, value]) => [normaliseText(key), normaliseTexts(value)] as const)
      .filter(([key]) => key !== '__proto__'),
  );
}
