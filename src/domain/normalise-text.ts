/** Line ends of any system, and what else breaks a line: vertical tab, form feed, U+0085, U+2028, U+2029. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control characters but tab and line feed, byte-order marks, and code points that are no characters. */
const UNPRINTABLE = /[\p{Cc}--[\t\n]]|\p{Noncharacter_Code_Point}|\uFEFF/gv;

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
 */
export function normaliseText(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNPRINTABLE, '');
}

/** Whether every format can carry a text as it is; an older line end harms none. */
export function isCarriable(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n');
  return normaliseText(lines) === lines;
}

/** Data of any shape, as JSON has it, with every text in it normalised; names of keys too. */
export function normaliseTexts(data: unknown): unknown {
  if (typeof data === 'string') return normaliseText(data);
  if (Array.isArray(data)) return data.map(normaliseTexts);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [normaliseText(key), normaliseTexts(value)]),
  );
}
