/** Does work under a lock of its own name. */
export type WithLock = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

/**
 * Runs work under the same key one after the other, in the order in which it came. Several instances still meet in the
 * storage; this only keeps one instance from racing against itself.
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
