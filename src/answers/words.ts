/** `1 action`, `3 actions`, `no actions`: a count with its noun. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

/** `is` or `are`, `has` or `have`: the verb that goes with a count. */
export function pluralVerb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/**
 * A list as one writes it in a sentence.
 * @example formatList(['the council', 'the police', 'health']) // 'the council, the police and health'
 */
export function formatList(parts: readonly string[], joint = 'and'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;
}

/** Names as one lists them in a sentence; those with commas in them never stand in a list of commas. */
export const formatNames = (names: readonly string[]): string =>
  names.some((name) => name.includes(',')) ? names.join('; ') : formatList(names);

/** The same words as the beginning of a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
