import { setTimeout as pause } from 'node:timers/promises';
import { isConflict, isMissing } from './table.ts';

/** Thrown when other writers kept changing the same record. */
export class RecordTooBusy extends Error {
  override readonly name = 'RecordTooBusy';
}

const MAX_ATTEMPTS = 60;

/**
 * Repeats an attempt until it returns a result; `undefined` means that another writer was first.
 * Waits a little longer each time.
 */
export async function retryOnConflict<Result>(
  what: string,
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
    await pause(Math.random() * Math.min(200, 10 * 2 ** attempts));
  }
  throw new RecordTooBusy(`${what} could not be saved: others kept writing`);
}

/**
 * Whether a write succeeded; `false` when a row was not as expected because another writer was
 * first.
 */
export async function unlessConflict(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (!isConflict(error) && !isMissing(error)) throw error;
    return false;
  }
}
