import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Store } from '../contract/store.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import { toOrdinal } from './tables/keys.ts';

/** One event in the history of a record, with its place in it. */
export interface HistoryLine {
  /** The kind of its store; `action` for an action. */
  readonly kind: string;
  /** The key of the record. */
  readonly record: string;
  /** The version that the event made; the first ones are those of an import, which has no event. */
  readonly number: number;
  readonly event: ChangeEvent;
}

/** The histories of all actions and meetings, and of what these stores keep. */
export interface HistoryStore extends Store<HistoryLine> {
  readonly of: readonly Store<unknown>[];
}

export const createHistoryStore = (of: readonly Store<unknown>[]): HistoryStore => ({
  kind: 'history',
  key: ({ kind, record, number }) => [kind, record, toOrdinal(number)],
  columns: z.never(),
  of,
});

/** What is added to the history of one record. */
export interface MergedHistory {
  readonly record: string;
  readonly added: readonly HistoryLine[];
  /** The number of its last event. */
  readonly last: number;
}

/**
 * What an import adds to histories: the lines that are missing, where all that stands here is among
 * those that it brings. A history that went on otherwise here is left as it is.
 */
export function mergeHistories(
  stored: readonly HistoryLine[],
  brought: readonly HistoryLine[],
): MergedHistory[] {
  const here = Map.groupBy(stored, ({ record }) => record);
  return [...Map.groupBy(brought, ({ record }) => record)].flatMap(([record, lines]) => {
    const byNumber = new Map(lines.map((line) => [line.number, line]));
    const own = here.get(record) ?? [];
    const isPart = own.every((line) => isSameLine(line, byNumber.get(line.number)));
    if (!isPart) return [];
    const known = new Set(own.map(({ number }) => number));
    const added = lines.filter(({ number }) => !known.has(number));
    return added.length > 0 ? [{ record, added, last: Math.max(...byNumber.keys()) }] : [];
  });
}

/** The press that made an event is known where it was made alone. */
function isSameLine({ event }: HistoryLine, other: HistoryLine | undefined): boolean {
  const { operation: _, ...own } = event;
  const { operation: __, ...others } = other?.event ?? {};
  return isDeepStrictEqual(own, others);
}
