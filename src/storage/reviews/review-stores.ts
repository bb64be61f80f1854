import { z } from 'zod';
import {
  changeEventColumns,
  dayColumn,
  jsonColumn,
  numberColumn,
  textColumn,
} from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import { type RapidReview, WAYS_RECEIVED } from '../../domain/rapid-review.ts';
import type { ReviewEvent, ReviewEventType } from '../../domain/rapid-review-commands.ts';

const list = z.array(textColumn).readonly();
const answer = z.enum(['needed', 'not needed', 'more information']);
const decision = z.enum(['LCSPR', 'no LCSPR']);
const response = z.enum(['agreed', 'asked to reconsider', 'national review']);
const statement = z.object({ text: textColumn, by: textColumn, at: textColumn });

export const summaryColumns = z.object({
  agency: textColumn,
  askedOn: dayColumn,
  dueOn: dayColumn,
  state: z.enum(['asked', 'returned', 'nothing known', 'late']),
  on: dayColumn.optional(),
});

const position = z.object({
  agency: textColumn,
  answer,
  rationale: textColumn,
  national: z.boolean(),
  by: textColumn,
  at: textColumn,
  onBehalf: z.boolean().optional(),
  received: z.enum(WAYS_RECEIVED).optional(),
  agreedBy: textColumn.optional(),
  objection: statement.optional(),
});

const confirmed = z.object({
  decision,
  on: dayColumn,
  by: textColumn.optional(),
  at: textColumn.optional(),
  partners: list,
  national: list,
});

const correction = z.object({
  decision: decision.optional(),
  response: response.optional(),
  reason: textColumn,
  by: textColumn,
  at: textColumn,
});

export const roundColumns = z.object({
  number: numberColumn,
  openedAt: textColumn.optional(),
  partners: list,
  advisers: list,
  hidden: z.boolean(),
  revealedAt: textColumn.optional(),
  positions: z.array(position).readonly(),
  proposals: z.array(position).readonly().optional(),
  advice: z.array(statement.extend({ agency: textColumn.optional() })).readonly(),
  escalation: z.object({ on: dayColumn, dueOn: dayColumn, reason: textColumn }).optional(),
  confirmed: confirmed.optional(),
  sent: z
    .object({
      on: dayColumn,
      why: textColumn.optional(),
      withoutAgreement: z.boolean().optional(),
    })
    .optional(),
  response: z.object({ answer: response, on: dayColumn.optional() }).optional(),
  informationAskedOn: dayColumn.optional(),
  corrections: z.array(correction).readonly(),
});

export const withdrawnColumns = z.object({
  on: dayColumn.optional(),
  reason: textColumn,
  isOutsideCriteria: z.boolean().optional(),
});

const reviewEventColumns = changeEventColumns.extend({
  type: z.custom<ReviewEventType>((value) => typeof value === 'string'),
  round: numberColumn.optional(),
  agency: textColumn.optional(),
  ref: textColumn.optional(),
  on: dayColumn.optional(),
  dueOn: dayColumn.optional(),
  answer: answer.optional(),
  national: z.boolean().optional(),
  what: textColumn.optional(),
});

/**
 * Rapid reviews that were changed here. A review that was only imported is read from the reference
 * data.
 */
export const reviewStore = store<RapidReview, ReviewEvent>({
  kind: 'review',
  key: ({ ref }) => ref,
  history: reviewEventColumns,
  audited: ['awareOn', 'notifiedOn'],
  columns: z.object({
    ref: textColumn,
    year: textColumn.optional(),
    category: textColumn.optional(),
    awareOn: dayColumn.optional(),
    notifiedOn: dayColumn.optional(),
    summaries: jsonColumn(z.array(summaryColumns).readonly()),
    rounds: jsonColumn(z.array(roundColumns).readonly()),
    outcome: textColumn.optional(),
    basis: textColumn.optional(),
    withdrawn: jsonColumn(withdrawnColumns).optional(),
  }),
});

/** The details of a review event that the audit log keeps. */
export function reviewAuditChanges({
  agency,
  ref,
  on,
  dueOn,
  answer: given,
  round: at,
}: ReviewEvent) {
  const fields = { agency, ref, on, due: dueOn, answer: given, round: at?.toString() };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, to]) => (to ? [[field, { to }]] : [])),
  );
}
