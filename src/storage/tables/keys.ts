import { createHash } from 'node:crypto';

/** A range of row keys, `from` included and `below` excluded. */
export interface KeyRange {
  readonly from: string;
  readonly below: string;
}

/**
 * Azure Tables forbids `/ \ # ?` and control characters in keys, and `%` is decoded on the way; `|`
 * separates parts and `~` escapes.
 */
const UNSAFE = /[/\\#?%|~\p{Cc}\p{Cs}]/gu;

/**
 * Joins parts to a key. Any text can be a part: unsafe characters become `~` and four hexadecimal
 * digits, so that different parts never make the same key.
 * @example toKey('a', 'SA/19') // 'a|SA~002f19'
 */
export function toKey(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(UNSAFE, escapeCharacter)).join('|');
}

/**
 * The range of keys with these first parts and at least one more part.
 * @example prefixRange('x', 'agency') // { from: 'x|agency|', below: 'x|agency}' }
 */
export function prefixRange(...parts: readonly string[]): KeyRange {
  return { from: `${toKey(...parts)}|`, below: prefixEnd(...parts) };
}

/** The end of the keys with these first parts: `}` is the character after `|`. */
export function prefixEnd(...parts: readonly string[]): string {
  return `${toKey(...parts)}}`;
}

/** A whole number as a key part that sorts numerically. */
export function toOrdinal(value: number): string {
  return String(value).padStart(10, '0');
}

/** A hash of a text of any length, as a key part. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Splits a key of {@link toKey} into its parts. */
export function fromKey(key: string): string[] {
  return key
    .split('|')
    .map((part) =>
      part.replace(/~([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    );
}

function escapeCharacter(character: string): string {
  return `~${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
