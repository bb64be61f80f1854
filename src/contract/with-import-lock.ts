import { setTimeout as pause } from 'node:timers/promises';
import type { ImportLock, LockHolder } from './ports/waiting-files.ts';

const POLL_MS = 500;
const RENEW_MS = 20_000;

interface ImportLocking {
  readonly lock: ImportLock;
  readonly partnership: string;
  /** Person id; `import` for the command line. */
  readonly person: string;
  /** Called once, with whoever has the lock. */
  readonly onWait: (other: LockHolder) => void;
}

/** Does the work while nobody else imports in this partnership; whoever comes second waits. */
export async function withImportLock<Value>(
  { lock, partnership, person, onWait }: ImportLocking,
  work: () => Promise<Value>,
): Promise<Value> {
  const holder: LockHolder = { person, id: crypto.randomUUID() };
  let isTold = false;
  for (;;) {
    const other = await lock.acquire(partnership, holder);
    if (!other) break;
    if (!isTold) onWait(other);
    isTold = true;
    await pause(POLL_MS);
  }
  let renewal: Promise<unknown> = Promise.resolve();
  const renewing = setInterval(() => {
    renewal = lock.acquire(partnership, holder).catch(() => {});
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await renewal; // a renewal that ends later would take the lock again
    // What was imported stays so: a lock that cannot be released ends by itself.
    await lock.release(partnership, holder).catch(() => {});
  }
}
