import { z } from 'zod';
import { day, number, text } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import type { Risk } from '../../domain/risk.ts';

export const riskStore = store<Risk>({
  kind: 'risk',
  key: ({ id }) => id,
  audited: ['ownerAgency', 'ownerGroup', 'likelihood', 'impact', 'nextReviewOn'],
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
    basis: text.optional(),
  }),
});
