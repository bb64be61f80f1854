import { createHash } from 'node:crypto';

/** Row keys from one bound up to, but not including, another. */
export interface KeyRange {
  readonly from: string;
  readonly below: string;
}

/** Azure Tables forbids `/ \ # ?` and control characters in keys; `%` is mistaken on the way, `|` separates, `~` escapes. */
const UNSAFE = /[/\\#?%|~\p{Cc}\p{Cs}]/gu;

/**
 * A key of several parts. Any text can be a part: unsafe characters become `~` and four hexadecimal digits, so that
 * different parts never make the same key.
 * @example keyOf('a', 'SA/19') // 'a|SA~002f19'
 */
export function toKey(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(UNSAFE, escapeCharacter)).join('|');
}

/**
 * All keys whose first parts are these, with at least one more part behind them.
 * @example startingWith('x', 'agency') // { from: 'x|agency|', below: 'x|agency}' }
 */
export function prefixRange(...parts: readonly string[]): KeyRange {
  return { from: `${toKey(...parts)}|`, below: prefixEnd(...parts) };
}

/** Where the keys that start with these parts end: `}` is the character after `|`. */
export function prefixEnd(...parts: readonly string[]): string {
  return `${toKey(...parts)}}`;
}

/** A whole number as a part that sorts in its order. */
export function toOrdinal(value: number): string {
  return String(value).padStart(10, '0');
}

/** A text of any length as a part of a key. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The parts of a key, as they were given to {@link toKey}. */
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
