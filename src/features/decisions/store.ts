import { z } from 'zod';
import { dayColumn, jsonColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import { type OpenStore, store } from '../../contract/store.ts';
import type { Decision, QuorumSnapshot, RecordedInError } from '../../domain/decision.ts';

export const quorumColumns = z.object({
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

export const inErrorColumns = z.object({
  by: textColumn,
  at: textColumn,
  reason: textColumn,
  correctedBy: textColumn.optional(),
}) satisfies z.ZodType<RecordedInError>;

export const toKey = ({
  group,
  decidedOn,
  id,
}: Pick<Decision, 'group' | 'decidedOn' | 'id'>): readonly string[] => [group, decidedOn, id];

/** The words of a decision are never changed: a later one, or one that corrects it, is a record of its own. */
export const decisionStore = store<Decision>({
  kind: 'decision',
  key: toKey,
  audited: ['group', 'decidedOn'],
  columns: z.object({
    id: textColumn,
    group: textColumn,
    meetingId: textColumn.optional(),
    item: textColumn.optional(),
    decidedOn: dayColumn,
    what: textColumn,
    options: textListColumn,
    dissent: textColumn.optional(),
    authority: textColumn,
    quorumThen: jsonColumn(quorumColumns).optional(),
    priority: textColumn.optional(),
    recordedBy: textColumn,
    recordedAt: textColumn,
    inError: jsonColumn(inErrorColumns).optional(),
  }),
  indexes: { byDay: ({ decidedOn }) => decidedOn },
});

/** Records a new decision. Recorded again by the same press, it stays as it is. */
export async function addDecision(open: OpenStore, decision: Decision): Promise<Decision> {
  const { recordedBy: by, recordedAt: at } = decision;
  const added = await open(decisionStore).add(decision, { type: 'recorded', by, at });
  return added.ok ? added.value : decision;
}
