/** What waits until somebody has looked at it, for an hour at most; it is sealed, and not backed up. */
export interface WaitingFiles {
  save(partnership: string, id: string, sealed: Uint8Array, until: Date): Promise<void>;
  /** Nothing once it was removed or has expired. */
  load(partnership: string, id: string): Promise<Uint8Array | undefined>;
  remove(partnership: string, id: string): Promise<void>;
}

/** Whoever is importing. */
export interface LockHolder {
  /** Person id; `import` for the command line. */
  readonly person: string;
  /** Tells one import of a person from the next. */
  readonly id: string;
}

/** One import of a partnership at a time; a lock whose holder is gone ends by itself. */
export interface ImportLock {
  /** Takes or renews the lock; answers who has it where somebody else does. */
  acquire(partnership: string, holder: LockHolder): Promise<LockHolder | undefined>;
  release(partnership: string, holder: LockHolder): Promise<void>;
}
