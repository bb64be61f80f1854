/**
 * Names one press of a button, however often it arrives: Teams repeats a press under new activity
 * ids, and what carries the same operation has one effect.
 */
export type Operation = string;

export const newOperation = (): Operation => crypto.randomUUID();

/**
 * Tells presses apart by what they are made of, where a button cannot name the press: everybody has the same live card, and a
 * card of several controls has one name for all of them.
 */
export async function digestOperation(...parts: readonly unknown[]): Promise<Operation> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
