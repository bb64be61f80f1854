import { z } from 'zod';
import { text } from '../contract/columns.ts';
import type { Audit } from '../contract/ports.ts';
import type { AuditedTable } from './audited-table.ts';
import { unlessConflict } from './decide-again.ts';
import { hold } from './held.ts';
import { keyOf } from './keys.ts';
import { parseRow } from './parse-row.ts';

const refusedColumns = z.object({
  at: text,
  person: text.optional(),
  tenantId: text.optional(),
  objectId: text.optional(),
  verb: text,
  refusal: z.enum(['access', 'privacy', 'stranger', 'unreadable']).optional(),
  conversationId: text.optional(),
});

/** So many lines of today are known to be there already and are not asked for again: pressing all day costs nothing. */
const MOST_IN_MEMORY = 5_000;

/** The partition of refusals; `|audit` for people of no partnership. */
export const refusalsPartition = (partnership = '') => keyOf(partnership, 'audit');

/** Rows: `DAY|PERSON|VERB|REFUSAL`, with tenant and object in the place of somebody unknown: one line for each, each day. */
export function createAudit(table: AuditedTable, now: () => Date): Audit {
  const noted = new Map<string, true>();

  return {
    async refused(partnership, { from, person, verb, refusal, conversationId }) {
      const at = now().toISOString();
      const who = person === undefined ? [from.tenantId, from.objectId] : [person];
      const partitionKey = refusalsPartition(partnership);
      const rowKey = keyOf(at.slice(0, 10), ...who, verb, refusal);
      if (noted.has(`${partitionKey}/${rowKey}`)) return;
      const identity = person === undefined ? from : { person };
      const put = { at, ...identity, verb, refusal, conversationId, partitionKey, rowKey };
      const changes = { refusal: { to: refusal } };
      await unlessConflict(
        table.append(
          partitionKey,
          [{ put, etag: '' }],
          [{ by: person ?? 'stranger', type: 'was refused', kind: 'verb', id: verb, changes }],
        ),
      );
      hold(noted, `${partitionKey}/${rowKey}`, true, MOST_IN_MEMORY);
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
