/**
 * A record without its undefined fields, so that two records that say the same are equal.
 * @example omitUndefined({ agency: 'WMP', group: undefined }) // { agency: 'WMP' }
 */
export function omitUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}

/**
 * A text without white space around it; `undefined` when nothing is left.
 * @example trimToUndefined('  ') // undefined
 */
export function trimToUndefined(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
