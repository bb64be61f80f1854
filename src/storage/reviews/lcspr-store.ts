import { z } from 'zod';
import { day, json, text, texts } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import { toRunningLcspr } from '../../domain/notices/running-clocks.ts';
import type { ReviewEvent } from '../../domain/rapid-review-commands.ts';
import { reviewEventColumns } from './review-rows.ts';

/** LCSPRs that were changed here; one of which only the partnership's table tells is read from there. */
export const lcsprStore = store<Lcspr, ReviewEvent>({
  kind: 'lcspr',
  key: ({ name }) => name,
  indexes: { running: (lcspr) => toRunningLcspr(lcspr) && [] },
  history: reviewEventColumns,
  audited: ['cases', 'startedOn'],
  // Its name is one that people gave it.
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
