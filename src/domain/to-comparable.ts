/**
 * What is compared of a heading or a value: without capitals, punctuation and kinds of dashes.
 * @example toComparable('By Whom:') // 'by whom'
 */
export function toComparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#✓✔√]+/gu, ' ')
    .trim();
}
