import { randomUUID } from 'node:crypto';

/** Words that nobody has written before; letters alone, for ten digits can look like an NHS number by chance. */
export function newWords(): string {
  return randomUUID()
    .replaceAll('-', ' ')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
