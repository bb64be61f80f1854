/** Puts a value into a map that holds only so many; the one put in longest ago leaves. */
export function hold<Value>(
  held: Map<string, Value>,
  key: string,
  value: Value,
  most: number,
): void {
  held.delete(key);
  held.set(key, value);
  const [oldest] = held.keys();
  if (held.size > most && oldest !== undefined) held.delete(oldest);
}
