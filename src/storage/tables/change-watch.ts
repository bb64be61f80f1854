import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChangeMark, Changes, ChangesMade } from '../../contract/ports.ts';
import { isUnsent } from './connection.ts';
import { isConflict, isRefused } from './table.ts';

/** Thrown when work that was given up would change something after all. */
export class ChangesStopped extends Error {
  override readonly name = 'ChangesStopped';
}

/** Commits a transaction unless it is given up before, and answers the new etags. */
type Commit = (givenUp?: AbortSignal) => Promise<(string | undefined)[]>;

export interface ChangeWatch extends Pick<Changes, 'watch'> {
  /**
   * Commits a change under its mark. Answers an empty list when it was saved although the reply was
   * lost: `isWritten` looks whether it is there, and is asked after a failure alone.
   * @throws what the commit threw, or after a conflict what looking threw
   */
  commit(
    mark: ChangeMark,
    commit: Commit,
    isWritten: () => Promise<boolean>,
  ): Promise<(string | undefined)[]>;
}

/** Knows by the asynchronous context which work a change belongs to; no caller has to pass it on. */
export function createChangeWatch(): ChangeWatch {
  const running = new AsyncLocalStorage<Work>();
  return {
    watch(work) {
      const watched = createWork();
      return { done: running.run(watched, work), stop: watched.stop };
    },
    async commit(mark, commit, isWritten) {
      const work = running.getStore();
      const settle = work?.begin(mark);
      try {
        const etags = await commit(work?.givenUp);
        settle?.('saved');
        return etags;
      } catch (error) {
        const isThere =
          !isUnsent(error) &&
          (await isWritten().catch((lookingFailed) => {
            throw isConflict(error) ? lookingFailed : error;
          }));
        if (isThere || isRefused(error)) settle?.(isThere ? 'saved' : 'not-saved');
        if (isThere) return [];
        throw error;
      }
    },
  };
}

interface Work {
  readonly givenUp: AbortSignal;
  begin(mark: ChangeMark): (became: 'saved' | 'not-saved') => void;
  stop(): ChangesMade;
}

function createWork(): Work {
  const saved = new Set<ChangeMark>();
  const inDoubt = new Set<ChangeMark>();
  const givingUp = new AbortController();
  return {
    givenUp: givingUp.signal,
    begin(mark) {
      if (givingUp.signal.aborted) throw new ChangesStopped('This work was given up');
      inDoubt.add(mark);
      return (became) => {
        inDoubt.delete(mark);
        if (became === 'saved') saved.add(mark);
      };
    },
    stop() {
      givingUp.abort();
      return { saved: [...saved], inDoubt: [...inDoubt] };
    },
  };
}
