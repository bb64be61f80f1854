const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The beginning of a text in so many bytes at most, up to a whole word where one ends nearby, never half an emoji.
 * @example shortened('Train all the champions', 18) // 'Train all the…'
 */
export function shortened(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let left = most - Buffer.byteLength('…');
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.replace(/\s+\S{0,12}$/, '').trimEnd()}…`;
}
