import { z } from 'zod';
import { dayColumn, numberColumn, textColumn } from '../../contract/columns.ts';
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
    id: textColumn,
    title: textColumn,
    ownerAgency: textColumn.optional(),
    ownerGroup: textColumn.optional(),
    likelihood: numberColumn.optional(),
    impact: numberColumn.optional(),
    controls: textColumn.optional(),
    nextReviewOn: dayColumn.optional(),
    closedOn: dayColumn.optional(),
    basis: textColumn.optional(),
  }),
});

/** The scores over time; what a folder brings stands beside what was recorded here. */
export const riskReviewStore = store<RiskReview>({
  kind: 'risk-review',
  key: ({ risk, at, by }) => [risk, at, by],
  audited: ['risk', 'likelihood', 'impact', 'nextReviewOn'],
  columns: z.object({
    risk: textColumn,
    at: textColumn,
    by: textColumn,
    likelihood: numberColumn,
    impact: numberColumn,
    reason: textColumn,
    controls: textColumn.optional(),
    nextReviewOn: dayColumn.optional(),
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
