import type { Vocabulary } from '../../contract/ports.ts';
import { type Imported, store } from '../../contract/store.ts';
import type { LearnedWords, RecordReference } from '../../domain/directory.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { importEvent } from '../tables/changed-rows.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import { putRows, type RowOperation, type StoredRow } from '../tables/row.ts';
import { HEAD, headColumns, learnedColumns, referenceCodecs } from './reference-rows.ts';

/** As a file of the folder names them; they are stored with the reference data. */
export const taughtWordsStore = store<LearnedWords>({
  kind: 'taught-words',
  key: ({ words }) => words,
  columns: learnedColumns,
});

export interface TaughtWords extends Vocabulary {
  /** All of them, in alphabetical order. */
  list(partnership: string): Promise<LearnedWords[]>;
  /** Adds words that were taught elsewhere; what they mean here stays. */
  importAll(partnership: string, wanted: readonly LearnedWords[], by: string): Promise<Imported>;
}

/**
 * Words that administrators teach, stored with the reference data. Each change raises the version
 * in the same transaction, so that all instances read the directory again.
 */
export function createTaughtWords(table: AuditedTable, now: () => Date): TaughtWords {
  const { learned } = referenceCodecs(table.name);

  return {
    async change(partnership, { words, from, to, by }) {
      const keys = learned.toRow(partnership, { words, kind: 'agency', id: '' });
      return retryOnConflict('taught words', async () => {
        const [head, stored] = await Promise.all([
          table.point(partnership, HEAD),
          table.point(partnership, keys.rowKey),
        ]);
        if (!head) throw new Error(`${table.name} holds no partnership ${partnership}`);
        const current = stored && learned.fromRow(stored);
        if (isSame(current, to)) return 'unchanged';
        if (!isSame(current, from)) return 'stale';
        const taught = to && {
          ...learned.toRow(partnership, { ...to, words }),
          by,
          at: now().toISOString(),
        };
        const operations = [
          taught ? { put: taught } : { remove: keys },
          nextVersion(table.name, head),
        ];
        const changes = {
          meaning: omitUndefined({
            from: from && formatMeaning(from),
            to: to && formatMeaning(to),
          }),
        };
        const event = {
          by,
          type: to ? 'taught' : 'forgot',
          kind: 'words',
          id: formatMeaning(to ?? from),
          changes,
        };
        const isSaved = await unlessConflict(table.append(partnership, operations, [event]));
        return isSaved ? 'changed' : undefined;
      });
    },
    async list(partnership) {
      const rows = await table.range(partnership, learned.range);
      return rows.map((row) => learned.fromRow(row)).sort((a, b) => (a.words < b.words ? -1 : 1));
    },
    async importAll(partnership, wanted, by) {
      const stored = await table.range(partnership, learned.range);
      const known = new Set(stored.map(({ rowKey }) => rowKey));
      const rows = wanted
        .map((words) => ({ ...learned.toRow(partnership, words), by, at: now().toISOString() }))
        .filter(({ rowKey }) => !known.has(rowKey));
      await table.appendAll(partnership, putRows(rows), importEvent(by, 'words', partnership));
      return { written: rows.length, unchanged: wanted.length - rows.length };
    },
  };
}

/** Raises the version of the reference data; fails when somebody else has raised it meanwhile. */
export function nextVersion(table: string, row: StoredRow): RowOperation {
  const head = parseRow(table, headColumns, row);
  return {
    put: { ...head, version: head.version + 1, partitionKey: row.partitionKey, rowKey: HEAD },
    etag: row.etag,
  };
}

const formatMeaning = (meaning: RecordReference | undefined): string =>
  meaning ? `${meaning.kind} ${meaning.id}` : '';

function isSame(
  one: RecordReference | LearnedWords | undefined,
  other: RecordReference | undefined,
): boolean {
  return one?.kind === other?.kind && one?.id === other?.id;
}
