import { z } from 'zod';
import { dayColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import { RESPONSES, type Recommendation } from '../../domain/recommendation.ts';

/** Recommendations stay, like their sources: what was asked, and what came of it, is read years later. */
export const recommendationStore = store<Recommendation>({
  kind: 'recommendation',
  key: ({ ref }) => ref,
  indexes: {
    /** Those that wait for somebody: what is near is read without the others. */
    waiting: ({ ref, response, evidence, verifiedBy }) =>
      !response ? ['response', ref] : evidence && !verifiedBy && ['verification', ref],
  },
  audited: [
    'source',
    'addressedTo',
    'responseDueOn',
    'response',
    'respondedOn',
    'themes',
    'repeats',
    'actions',
    'evidenceBy',
    'evidenceOn',
    'verifiedBy',
    'verifiedOn',
  ],
  history: true,
  columns: z.object({
    ref: textColumn,
    source: textColumn,
    text: textColumn,
    addressedTo: textListColumn,
    responseDueOn: dayColumn.optional(),
    response: z.enum(RESPONSES).optional(),
    responseReason: textColumn.optional(),
    respondedOn: dayColumn.optional(),
    themes: textListColumn,
    repeats: textColumn.optional(),
    actions: textListColumn,
    evidence: textColumn.optional(),
    evidenceBy: textColumn.optional(),
    evidenceOn: dayColumn.optional(),
    verifiedBy: textColumn.optional(),
    verifiedOn: dayColumn.optional(),
    basis: textColumn.optional(),
  }),
});
