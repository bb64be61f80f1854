/**
 * What two spellings of one reference share: letters and numbers, without capitals, accents, noughts
 * before a number, and whatever stands between; only numbers stay apart.
 * @example toReferenceKey('BR‑002') // 'br2'
 * @example toReferenceKey('5(a)') // '5a'
 * @example toReferenceKey('1.10') // '1-10'
 */
export function toReferenceKey(ref: string): string {
  return ref
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\p{N})[^\p{L}\p{N}]+(?=\p{N})/gu, '$1-')
    .replace(/[^\p{L}\p{N}-]+|(?<!\p{N})-|-(?!\p{N})/gu, '')
    .replace(/(?<!\p{N})0+(?=\p{N})/gu, '');
}
