import { z } from 'zod';
import { day, number, text } from '../../contract/columns.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';
import type { Risk, RiskReview } from '../../domain/risk.ts';

export const riskStore = store<Risk>({
  kind: 'risk',
  key: ({ id }) => id,
  indexes: {
    byReviewDay: ({ closedOn, nextReviewOn }) => !closedOn && nextReviewOn,
  },
  audited: ['ownerAgency', 'ownerGroup', 'likelihood', 'impact', 'nextReviewOn', 'closedOn'],
  history: true,
  columns: z.object({
    id: text,
    title: text,
    ownerAgency: text.optional(),
    ownerGroup: text.optional(),
    likelihood: number.optional(),
    impact: number.optional(),
    controls: text.optional(),
    nextReviewOn: day.optional(),
    closedOn: day.optional(),
    basis: text.optional(),
  }),
});

/** The scores over time; what a folder brings stands beside what was recorded here. */
export const riskReviewStore = store<RiskReview>({
  kind: 'risk-review',
  key: ({ risk, at, by }) => [risk, at, by],
  audited: ['risk', 'likelihood', 'impact', 'nextReviewOn'],
  columns: z.object({
    risk: text,
    at: text,
    by: text,
    likelihood: number,
    impact: number,
    reason: text,
    controls: text.optional(),
    nextReviewOn: day.optional(),
  }),
});

/** Ten years after it was closed, like an action; its reviews go with it. */
export const riskRetention = declareRetention({
  store: riskStore,
  rule: {
    kind: 'risk',
    from: 'closed',
    months: 120,
    outcome: 'deleted, with its reviews and its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ closedOn }) => closedOn,
  dependants: [riskReviewStore],
});
