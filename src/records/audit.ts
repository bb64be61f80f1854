import { z } from 'zod';
import type { Audit } from '../features/ports.ts';
import { text } from './columns.ts';
import { keyOf } from './keys.ts';
import { parseRow } from './parse-row.ts';
import type { Table } from './table.ts';

const refusedColumns = z.object({ at: text, tenantId: text, objectId: text, verb: text, conversationId: text });

/**
 * Partition: `PARTNERSHIP|audit`, or `|audit` for people of no partnership. Rows: `DAY|TENANT|OBJECT|VERB`, so that pressing all day
 * makes one line.
 */
export function createAudit(table: Table, now: () => Date): Audit {
  const partitionOf = (partnership = '') => keyOf(partnership, 'audit');
  return {
    async refused(partnership, { from, verb, conversationId }) {
      const at = now().toISOString();
      const rowKey = keyOf(at.slice(0, 10), from.tenantId, from.objectId, verb);
      await table.put({ at, ...from, verb, conversationId, partitionKey: partitionOf(partnership), rowKey });
    },
    async list(partnership) {
      const rows = await table.range(partitionOf(partnership));
      return rows.map((row) => {
        const { tenantId, objectId, ...rest } = parseRow(table.name, refusedColumns, row);
        return { ...rest, from: { tenantId, objectId } };
      });
    },
  };
}
