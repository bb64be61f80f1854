/**
 * The reference for a new record, after the pattern of those there are; `first` where there is none.
 * @example nextReference(['CH-01', 'CH-18'], 'R-001') // 'CH-19'
 * @example nextReference([], 'R-001') // 'R-001'
 */
export function nextReference(refs: readonly string[], first: string): string {
  const parsed = refs.flatMap((ref) => {
    const [, letters, digits] = /^(.*?)(\d+)$/.exec(ref) ?? [];
    return letters !== undefined && digits ? [{ letters, digits }] : [];
  });
  const [last] = parsed.sort((a, b) => Number(b.digits) - Number(a.digits));
  if (!last) return first;
  return `${last.letters}${String(Number(last.digits) + 1).padStart(last.digits.length, '0')}`;
}
