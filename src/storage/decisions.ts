import { z } from 'zod';
import type { Decisions } from '../contract/ports.ts';
import { addDays } from '../domain/dates.ts';
import type { Decision, QuorumNow } from '../domain/decision.ts';
import type { AuditedTable } from './audited-table.ts';
import { day, json, text, texts } from './columns.ts';
import { type KeyRange, keyOf, startingWith } from './keys.ts';
import { createKind } from './kind.ts';
import { meetingsPartition } from './meeting-rows.ts';
import { isConflict } from './table.ts';
import type { Deed } from './trail.ts';

const quorumNow = z.object({
  quorum: z
    .object({
      quorate: z.boolean(),
      missing: z.array(text).readonly(),
      short: z
        .array(z.object({ count: z.number(), of: z.array(text).readonly().optional() }))
        .readonly(),
    })
    .optional(),
  attending: z.array(text).readonly(),
  proceeding: text.optional(),
}) satisfies z.ZodType<QuorumNow>;

const decisionColumns = z.object({
  id: text,
  group: text,
  meetingId: text.optional(),
  decidedOn: day,
  what: text,
  options: texts,
  dissent: text.optional(),
  authority: text,
  quorumThen: json(quorumNow).optional(),
  priority: text.optional(),
  recordedBy: text,
  recordedAt: text,
});

/** Among the rows of the meetings: `decision|GROUP|DAY|ID`. What a group decided from one day to another is one range. */
export function createDecisions(table: AuditedTable): Decisions {
  const decisions = createKind<Decision>(
    table.name,
    'decision',
    decisionColumns,
    ({ group, decidedOn, id }) => [group, decidedOn, id],
  );

  return {
    async between(partnership, { group, from, to }) {
      const range: KeyRange = group
        ? { from: keyOf('decision', group, from), below: keyOf('decision', group, addDays(to, 1)) }
        : startingWith('decision');
      const found = (await table.range(meetingsPartition(partnership), range)).map(
        decisions.fromRow,
      );
      return found
        .filter(({ decidedOn }) => decidedOn >= from && decidedOn <= to)
        .sort(
          (a, b) =>
            b.decidedOn.localeCompare(a.decidedOn) || b.recordedAt.localeCompare(a.recordedAt),
        );
    },
    async record(partnership, decision) {
      const row = decisions.toRow(meetingsPartition(partnership), decision);
      try {
        await table.append(row.partitionKey, [{ put: row, etag: '' }], [deedOf(decision)]);
        return decision;
      } catch (error) {
        if (!isConflict(error)) throw error;
        const stored = await table.point(row.partitionKey, row.rowKey);
        return stored ? decisions.fromRow(stored) : decision;
      }
    },
  };
}

function deedOf({ id, group, decidedOn, recordedBy }: Decision): Deed {
  const changes = { group: { to: group }, decided: { to: decidedOn } };
  return { by: recordedBy, verb: 'recorded', kind: 'decision', id, changes, operation: id };
}
