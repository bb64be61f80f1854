import type { Records } from '../storage/records.ts';

/**
 * The partnership that is kept here.
 * @throws when there is none, or several between which a command has to choose
 */
export async function choosePartnership({ partnerships }: Records): Promise<string> {
  const [id, ...others] = await partnerships.ids();
  if (!id) throw new Error('There is no partnership here: import one first.');
  if (others.length > 0)
    throw new Error(`Choose one with --partnership: ${[id, ...others].join(', ')}.`);
  return id;
}
