import { setTimeout as pause } from 'node:timers/promises';
import type { ImportLock, LockHolder } from './ports/waiting-files.ts';

const LOOK_AGAIN_MS = 500;
const KEEP_LOCK_MS = 20_000;

interface Turn {
  readonly lock: ImportLock;
  readonly partnership: string;
  /** Person id; `import` for the command line. */
  readonly person: string;
  /** Hears once for whom it waits. */
  readonly onWait: (other: LockHolder) => void;
}

/** Imports while nobody else does in this partnership; whoever comes second waits. */
export async function importInTurn<Value>(
  { lock, partnership, person, onWait }: Turn,
  work: () => Promise<Value>,
): Promise<Value> {
  const holder: LockHolder = { person, id: crypto.randomUUID() };
  let isTold = false;
  for (;;) {
    const other = await lock.acquire(partnership, holder);
    if (!other) break;
    if (!isTold) onWait(other);
    isTold = true;
    await pause(LOOK_AGAIN_MS);
  }
  const keep = setInterval(
    () => void lock.acquire(partnership, holder).catch(() => {}),
    KEEP_LOCK_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(keep);
    // What was imported stays so: a lock that cannot be released ends by itself.
    await lock.release(partnership, holder).catch(() => {});
  }
}
