import { z } from 'zod';
import { textColumn } from '../../contract/columns.ts';
import type { RefusalLog } from '../../contract/ports.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { toKey } from '../tables/keys.ts';
import { unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { AuditedTable } from './audited-table.ts';

const refusedColumns = z.object({
  at: textColumn,
  person: textColumn.optional(),
  tenantId: textColumn.optional(),
  objectId: textColumn.optional(),
  verb: textColumn,
  refusal: z.enum(['access', 'privacy', 'stranger', 'unreadable']).optional(),
  conversationId: textColumn.optional(),
});

/** Refusals that are known to be recorded today are not written again. */
const MAX_IN_MEMORY = 5_000;

/** The partition of refusals; `|refusals` for people who belong to no partnership. */
export const refusalsPartition = (partnership = '') => toKey(partnership, 'refusals');

/**
 * One row per person, verb, refusal and day: `DAY|PERSON|VERB|REFUSAL`, with tenant and object ids
 * for an unknown person.
 */
export function createRefusalLog(table: AuditedTable, now: () => Date): RefusalLog {
  const noted = createBoundedCache<true>(MAX_IN_MEMORY);

  return {
    async record(partnership, { from, person, verb, refusal, conversationId }) {
      const at = now().toISOString();
      const identityKey = person === undefined ? [from.tenantId, from.objectId] : [person];
      const partitionKey = refusalsPartition(partnership);
      const rowKey = toKey(at.slice(0, 10), ...identityKey, verb, refusal);
      if (noted.get(`${partitionKey}/${rowKey}`)) return;
      const identity = person === undefined ? from : { person };
      const line = { at, ...identity, verb, refusal, conversationId, partitionKey, rowKey };
      const changes = { refusal: { to: refusal } };
      await unlessConflict(
        table.append(
          partitionKey,
          [{ put: line, etag: '' }],
          [{ by: person ?? 'stranger', type: 'was refused', kind: 'verb', id: verb, changes }],
        ),
      );
      noted.set(`${partitionKey}/${rowKey}`, true);
    },
    async list(partnership) {
      const rows = await table.range(refusalsPartition(partnership));
      return rows.map((row) => {
        const {
          tenantId,
          objectId,
          refusal = 'stranger',
          ...rest
        } = parseRow(table.name, refusedColumns, row);
        return { ...rest, refusal, ...(tenantId && objectId && { from: { tenantId, objectId } }) };
      });
    },
  };
}
