import { z } from 'zod';
import { day, json, text, texts } from '../../contract/columns.ts';
import type { Decisions } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import type { Decision, QuorumSnapshot } from '../../domain/decision.ts';

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
}) satisfies z.ZodType<QuorumSnapshot>;

export const decisionStore = store<Decision>({
  kind: 'decision',
  key: ({ group, decidedOn, id }) => [group, decidedOn, id],
  audited: ['group', 'decidedOn'],
  columns: z.object({
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
  }),
  indexes: { byDay: ({ decidedOn }) => decidedOn },
});

/** A decision is never changed; a later decision is a record of its own. */
export function createDecisions(open: OpenStores): Decisions {
  return {
    async between(partnership, { group, from, to }) {
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
