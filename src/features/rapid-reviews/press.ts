import type { Asker } from '../../contract/feature.ts';

/**
 * Tells a press from the next one of the same person: what was pressed on which version of the card, with what in its fields.
 * Teams repeats a press under new activity ids; the same card with other words is another press.
 */
export async function pressOf({ person }: Asker, ...parts: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([person.id, ...parts]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
