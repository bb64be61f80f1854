/** Words of a message, from the first to the one before the last index. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanLength = ({ start, end }: Span): number => end - start;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
export const overlapsAny = (span: Span, others: readonly Span[]): boolean =>
  others.some((other) => overlaps(span, other));
/** Whether the word at a place lies in one of the spans. */
export const isInside = (at: number, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start <= at && at < end);

/**
 * The words of a text that something found in it takes.
 * @example toSpan('which are late', { 0: 'late', index: 10 }) // { start: 2, end: 3 }
 */
export function toSpan(
  text: string,
  { 0: found, index }: Pick<RegExpExecArray, 0 | 'index'>,
): Span {
  const start = text.slice(0, index).split(' ').length - 1;
  return { start, end: start + found.split(' ').length };
}
