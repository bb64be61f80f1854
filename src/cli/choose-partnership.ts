import type { Records } from '../storage/records.ts';

/**
 * The only partnership in the store.
 * @throws when there is none, or several
 */
export async function choosePartnership({ partnerships }: Records): Promise<string> {
  const [id, ...others] = await partnerships.ids();
  if (!id) throw new Error('There is no partnership here: import one first.');
  if (others.length > 0)
    throw new Error(`Choose one with --partnership: ${[id, ...others].join(', ')}.`);
  return id;
}
