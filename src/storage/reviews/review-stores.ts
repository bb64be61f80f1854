import { z } from 'zod';
import { changeEventColumns, day, json, number, text, texts } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import { toRunningLcspr } from '../../domain/notices/running-clocks.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewEvent, ReviewEventType } from '../../domain/rapid-review-commands.ts';

const list = z.array(text).readonly();
const answer = z.enum(['needed', 'not needed', 'more information']);
const decision = z.enum(['LCSPR', 'no LCSPR']);
const response = z.enum(['agreed', 'asked to reconsider', 'national review']);
const statement = z.object({ text, by: text, at: text });

const summary = z.object({
  agency: text,
  askedOn: day,
  dueOn: day,
  state: z.enum(['asked', 'returned', 'nothing known', 'late']),
  on: day.optional(),
});

const position = z.object({
  agency: text,
  answer,
  rationale: text,
  national: z.boolean(),
  by: text,
  at: text,
  onBehalf: z.boolean().optional(),
  objection: statement.optional(),
});

const confirmed = z.object({
  decision,
  on: day,
  by: text.optional(),
  at: text.optional(),
  partners: list,
  national: list,
});

const correction = z.object({
  decision: decision.optional(),
  response: response.optional(),
  reason: text,
  by: text,
  at: text,
});

const round = z.object({
  number,
  openedAt: text.optional(),
  partners: list,
  advisers: list,
  hidden: z.boolean(),
  revealedAt: text.optional(),
  group: text.optional(),
  positions: z.array(position).readonly(),
  advice: z.array(statement.extend({ agency: text.optional() })).readonly(),
  escalation: z.object({ on: day, dueOn: day, reason: text }).optional(),
  confirmed: confirmed.optional(),
  sent: z.object({ on: day, why: text.optional() }).optional(),
  response: z.object({ answer: response, on: day.optional() }).optional(),
  corrections: z.array(correction).readonly(),
});

const reviewEventColumns = changeEventColumns.extend({
  type: z.custom<ReviewEventType>((value) => typeof value === 'string'),
  round: number.optional(),
  agency: text.optional(),
  ref: text.optional(),
  on: day.optional(),
  dueOn: day.optional(),
  answer: answer.optional(),
  national: z.boolean().optional(),
  what: text.optional(),
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
    ref: text,
    year: text.optional(),
    category: text.optional(),
    awareOn: day.optional(),
    notifiedOn: day.optional(),
    summaries: json(z.array(summary).readonly()),
    rounds: json(z.array(round).readonly()),
    outcome: text.optional(),
    basis: text.optional(),
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

export const lcsprStore = store<Lcspr, ReviewEvent>({
  kind: 'lcspr',
  key: ({ name }) => name,
  indexes: { running: (lcspr) => toRunningLcspr(lcspr) && [] },
  history: reviewEventColumns,
  audited: ['cases', 'startedOn'],
  // People choose the name.
  auditId: ({ cases }) => cases.join(' '),
  columns: z.object({
    name: text,
    cases: texts,
    startedOn: day.optional(),
    delays: json(z.array(z.object({ until: day, reason: text, by: text, at: text })).readonly()),
    published: json(z.object({ on: day, reason: text.optional() })).optional(),
    withheld: json(z.object({ on: day, reason: text })).optional(),
  }),
});
