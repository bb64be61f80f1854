/** Runs work while holding the lock of a key. */
export type WithLock = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

/**
 * Creates a mutex for each key. It keeps one instance from racing against itself; several instances
 * still meet in the storage.
 */
export function createKeyedMutex(): WithLock {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
}
