import type { Vocabulary } from '../../contract/ports.ts';
import type { LearnedWords, RecordReference } from '../../domain/directory.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { RowOperation, StoredRow } from '../tables/row.ts';
import { HEAD, headColumns, referenceCodecs } from './reference-rows.ts';

/**
 * Words that administrators teach, stored with the reference data. Each change raises the version
 * in the same transaction, so that all instances read the directory again.
 */
export function createTaughtWords(table: AuditedTable, now: () => Date): Vocabulary {
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
