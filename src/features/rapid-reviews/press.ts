import type { Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Hand } from '../../domain/rapid-review-life.ts';

/** Who does it, and when. */
export function handOf({ person, directory }: Asker, { calendar }: Ports): Hand {
  const { timeZone } = directory.partnership;
  return { by: person.id, at: calendar.now().toISOString(), today: calendar.today(timeZone) };
}

/**
 * Tells a press from the next one of the same person: what was pressed on which version of the card, with what in its fields.
 * Teams repeats a press under new activity ids; the same card with other words is another press.
 */
export async function pressOf({ person }: Asker, ...parts: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([person.id, ...parts]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
