/**
 * A record without the parts that are not there, so that two that say the same are the same.
 * @example given({ agency: 'WMP', group: undefined }) // { agency: 'WMP' }
 */
export function given<Parts extends object>(parts: Parts): Parts {
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  ) as Parts;
}
