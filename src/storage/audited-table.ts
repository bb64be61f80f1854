import { randomUUID } from 'node:crypto';
import { RecordTooBusy } from './decide-again.ts';
import { hold } from './held.ts';
import { createTurns } from './in-turn.ts';
import { inTransactions, MOST_OPERATIONS } from './sizes.ts';
import {
  failedStep,
  isConflict,
  isMissing,
  type Row,
  type Step,
  type StoredRow,
  type Table,
} from './table.ts';
import {
  type AuditEvent,
  type Beside,
  besideOf,
  columnsOf,
  digestOf,
  digestOfBeside,
  type Entry,
  endFrom,
  entriesFrom,
  entryKey,
  fromEntryRow,
  fromHeadRow,
  nameOf,
  newHead,
  RECORDS,
  salted,
  TRAIL_HEAD,
  type TrailHead,
  toEntryRow,
  toHeadRow,
} from './trail.ts';

/**
 * A table in which nothing is written without saying who did it: what is written and the line about it go in together or not at
 * all, and every line carries the hash of the line before. Stores of records are given this, and no other way to write.
 */
export interface AuditedTable extends Pick<Table, 'name' | 'point' | 'range'> {
  /**
   * All steps or none, in one partition, with an entry of its trail; answers the new etags in their order, or nothing where the
   * steps went in but the reply was lost.
   * @throws RowTooLarge before anything is sent, {@link isConflict} errors when a version is not the expected one.
   */
  append(
    partition: string,
    steps: readonly Step[],
    deeds: readonly AuditEvent[],
    beside?: string,
  ): Promise<(string | undefined)[]>;
  /** Writes and removes rows of one partition in as few transactions as the limits allow; what is grouped goes in together. */
  appendAll(
    partition: string,
    steps: readonly (Step | readonly Step[])[],
    deed: AuditEvent,
  ): Promise<void>;
  /** How many entries the trail of a partition has. */
  lengthOf(partition: string): Promise<number>;
  /** What lies beside the entries behind one; `undefined` where it was forgotten, or there was nothing. */
  besides(partition: string, behind: number): Promise<(string | undefined)[]>;
  /** Forgets for good what lies beside those entries of which it is so. The entries themselves stay as they are. */
  forgetBesides(partition: string, isToGo: (beside: string) => boolean): Promise<void>;
}

/** Steps that a transaction has room for, beside the entry and the head. */
export const MOST_AUDITED = MOST_OPERATIONS - 2;
const MOST_ATTEMPTS = 60;
const MOST_HEADS_IN_MEMORY = 500;

type KnownHead = TrailHead & { readonly etag: string };

/** The end of each trail is kept in memory after a write; whoever finds it moved on reads it again and goes on from there. */
export function createAuditedTable(table: Table, now: () => Date): AuditedTable {
  const heads = new Map<string, KnownHead>();
  const inTurn = createTurns();

  const readHead = async (partition: string): Promise<KnownHead> => {
    const row = await table.point(partition, TRAIL_HEAD);
    return row
      ? { ...fromHeadRow(table.name, row), etag: row.etag }
      : { ...newHead(partition), etag: '' };
  };

  /** Reads the end of a trail on which an entry did not go in; `true` when it went in after all and only the reply was lost. */
  const wentIn = async (partition: string, { sequence, writer }: Entry): Promise<boolean> => {
    const rows = await table.range(partition, endFrom(sequence));
    const head = rows.find(({ rowKey }) => rowKey === TRAIL_HEAD);
    if (head)
      hold(
        heads,
        partition,
        { ...fromHeadRow(table.name, head), etag: head.etag },
        MOST_HEADS_IN_MEMORY,
      );
    const [first] = rows.filter(({ rowKey }) => rowKey === entryKey(sequence));
    return first !== undefined && fromEntryRow(table.name, first).entry?.writer === writer;
  };

  async function append(
    partition: string,
    steps: readonly Step[],
    deeds: readonly AuditEvent[],
    said?: string,
  ): Promise<(string | undefined)[]> {
    const sealed = steps.map((step) => ('put' in step ? { ...step, put: salted(step.put) } : step));
    const beside = said === undefined ? undefined : besideOf(said);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const head = heads.get(partition) ?? (await readHead(partition));
      const { sequence, pepper, etag } = head;
      const entry = { ...following(head, sealed, deeds, beside), at: now().toISOString() };
      const row = toEntryRow(partition, entry, beside);
      const next = { sequence: sequence + 1, hash: row.hash, pepper };
      heads.delete(partition);
      try {
        const etags = await table.commit([
          ...sealed,
          { put: row, etag: '' },
          { put: toHeadRow(partition, next), etag },
        ]);
        const newEtag = etags.at(-1);
        if (newEtag) hold(heads, partition, { ...next, etag: newEtag }, MOST_HEADS_IN_MEMORY);
        return etags.slice(0, steps.length);
      } catch (error) {
        if (!isConflict(error) && !isMissing(error)) throw error;
        // The client repeats a request whose reply it did not get, so its own success can come back as a conflict.
        if (await wentIn(partition, entry)) return [];
        const isOfTheTrail = (failedStep(error) ?? steps.length) >= steps.length;
        if (!isOfTheTrail) throw error;
      }
    }
    throw new RecordTooBusy(`${table.name} ${partition} could not be saved: others kept writing`);
  }

  return {
    name: table.name,
    point: table.point,
    range: (partition, range = RECORDS, options) => table.range(partition, range, options),
    append: (partition, steps, deeds, beside) =>
      inTurn(partition, () => append(partition, steps, deeds, beside)),
    async appendAll(partition, steps, deed) {
      const groups = steps.map((step) => [step].flat()).filter((group) => group.length > 0);
      for (const batch of inTransactions(groups, (group) => group.map(rowOf), MOST_AUDITED))
        await inTurn(partition, () => append(partition, batch.flat(), [deed]));
    },
    lengthOf: async (partition) => {
      const row = await table.point(partition, TRAIL_HEAD);
      return row ? fromHeadRow(table.name, row).sequence : 0;
    },
    besides: async (partition, behind) => {
      const rows = await table.range(partition, entriesFrom(behind + 1), { only: ['beside'] });
      return rows.map(({ beside }) => (typeof beside === 'string' ? beside : undefined));
    },
    async forgetBesides(partition, isToGo) {
      const rows = await table.range(partition, entriesFrom(1));
      const toGo = rows.filter(({ beside }) => typeof beside === 'string' && isToGo(beside));
      for (const row of toGo) {
        const { beside: _, salt: __, ...entry } = columnsOf(row);
        await table.put(entry as Row);
      }
    },
  };
}

/** The entry that follows a head, but for its time. */
function following(
  head: KnownHead,
  sealed: readonly Step[],
  deeds: readonly AuditEvent[],
  beside: Beside | undefined,
): Omit<Entry, 'at'> {
  return {
    sequence: head.sequence + 1,
    previous: head.hash,
    writer: randomUUID(),
    deeds,
    rows: Object.fromEntries(sealed.map((step) => digested(step, head))),
    ...(beside && { beside: digestOfBeside(beside) }),
  };
}

function digested(step: Step, head: TrailHead): [name: string, digest: string | null] {
  const row = rowOf(step);
  return [nameOf(row.rowKey, head), 'put' in step ? digestOf(row) : null];
}

const rowOf = (step: Step): Row => ('put' in step ? step.put : step.remove);

/** The steps that put rows, whatever was there. */
export const puts = (rows: readonly Row[]): Step[] => rows.map((put) => ({ put }));

/** The steps that remove rows. */
export const removals = (rows: readonly (Row | StoredRow)[]): Step[] =>
  rows.map(({ partitionKey, rowKey }) => ({ remove: { partitionKey, rowKey } }));
