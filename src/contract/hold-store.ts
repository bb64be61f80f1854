import { z } from 'zod';
import type { RetentionHold } from '../domain/retention.ts';
import { dayColumn, textColumn } from './columns.ts';
import { store } from './store.ts';

/** What retention leaves alone; the storage asks it, and a feature places and releases holds. */
export const holdStore = store<RetentionHold>({
  kind: 'retention-hold',
  key: ({ kind, id }) => [kind, id],
  history: true,
  audited: ['kind', 'until', 'releasedOn'],
  // People chose the id of some records.
  auditId: ({ kind }) => kind,
  columns: z.object({
    kind: textColumn,
    id: textColumn,
    reason: textColumn,
    until: dayColumn.optional(),
    releasedOn: dayColumn.optional(),
  }),
});
