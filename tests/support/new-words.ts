import { randomUUID } from 'node:crypto';

/**
 * Words that nobody has written before, of consonants alone: ten digits can look like an NHS number
 * by chance, four letters like a name.
 */
export function newWords(): string {
  return randomUUID()
    .replaceAll('-', ' ')
    .replace(/[\da-f]/g, (digit) => 'bcdfghjklmnpqrst'.charAt(Number.parseInt(digit, 16)));
}
