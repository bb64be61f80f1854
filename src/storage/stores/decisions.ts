import { z } from 'zod';
import { dayColumn, jsonColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import type { Decisions } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import type { Decision, QuorumSnapshot } from '../../domain/decision.ts';

const quorumNow = z.object({
  quorum: z
    .object({
      quorate: z.boolean(),
      missing: z.array(textColumn).readonly(),
      short: z
        .array(z.object({ count: z.number(), of: z.array(textColumn).readonly().optional() }))
        .readonly(),
    })
    .optional(),
  attending: z.array(textColumn).readonly(),
  proceeding: textColumn.optional(),
}) satisfies z.ZodType<QuorumSnapshot>;

export const decisionStore = store<Decision>({
  kind: 'decision',
  key: ({ group, decidedOn, id }) => [group, decidedOn, id],
  audited: ['group', 'decidedOn'],
  columns: z.object({
    id: textColumn,
    group: textColumn,
    meetingId: textColumn.optional(),
    decidedOn: dayColumn,
    what: textColumn,
    options: textListColumn,
    dissent: textColumn.optional(),
    authority: textColumn,
    quorumThen: jsonColumn(quorumNow).optional(),
    priority: textColumn.optional(),
    recordedBy: textColumn,
    recordedAt: textColumn,
  }),
  indexes: { byDay: ({ decidedOn }) => decidedOn },
});

/** A decision is never changed; a later decision is a record of its own. */
export function createDecisions(open: OpenStores): Decisions {
  return {
    async list(partnership, { group, from, to }) {
      const decisions = open(partnership)(decisionStore);
      const found = group
        ? await decisions.range('key', [group, from], [group, to])
        : await decisions.range('byDay', from, to);
      return found.sort(
        (a, b) =>
          b.decidedOn.localeCompare(a.decidedOn) || b.recordedAt.localeCompare(a.recordedAt),
      );
    },
    async record(partnership, decision) {
      const { id, group, decidedOn, recordedBy, recordedAt } = decision;
      const decisions = open(partnership, id)(decisionStore);
      const event = { type: 'recorded', by: recordedBy, at: recordedAt };
      const added = await decisions.add(decision, event);
      return added.ok ? added.value : ((await decisions.get([group, decidedOn, id])) ?? decision);
    },
  };
}
