import { z } from 'zod';
import type { Lcspr } from '../domain/lcspr.ts';
import { toRunningLcspr } from '../domain/notices/running-clocks.ts';
import type { ReviewEvent, ReviewEventType } from '../domain/rapid-review-commands.ts';
import {
  changeEventColumns,
  dayColumn,
  jsonColumn,
  textColumn,
  textListColumn,
} from './columns.ts';
import { store } from './store.ts';

const milestone = z.object({ what: textColumn, dueOn: dayColumn, doneOn: dayColumn.optional() });

const delay = z.object({
  until: dayColumn,
  reason: textColumn,
  panelToldOn: dayColumn.optional(),
  by: textColumn.optional(),
  at: textColumn.optional(),
});

const published = z.object({
  on: dayColumn,
  reason: textColumn.optional(),
  where: textColumn.optional(),
  until: dayColumn.optional(),
});

const withheld = z.object({
  on: dayColumn,
  reason: textColumn,
  improvementsAt: textColumn.optional(),
});

/**
 * LCSPRs that were changed here, or came as `lcsprs.csv`; of others the table of reviews has the
 * name. It stands here because a folder brings them and the storage reads them; a feature asks
 * `ports.reviews`, which shows its readers only what they may see.
 */
export const lcsprStore = store<Lcspr, ReviewEvent>({
  kind: 'lcspr',
  key: ({ name }) => name,
  indexes: { running: (lcspr) => toRunningLcspr(lcspr) && [] },
  history: changeEventColumns.extend({
    type: z.custom<ReviewEventType>((value) => typeof value === 'string'),
    ref: textColumn.optional(),
    on: dayColumn.optional(),
    dueOn: dayColumn.optional(),
    what: textColumn.optional(),
    before: jsonColumn(z.custom<Lcspr>((value) => typeof value === 'object')).optional(),
  }),
  audited: ['cases', 'decidedOn', 'familyOfferedOn', 'draftDueOn', 'advanceCopyOn'],
  // People choose the name.
  auditId: ({ cases }) => cases.join(' ') || 'lcspr',
  columns: z.object({
    name: textColumn,
    cases: textListColumn,
    decidedOn: dayColumn.optional(),
    reviewer: textColumn.optional(),
    scope: textColumn.optional(),
    milestones: jsonColumn(z.array(milestone).readonly()).optional(),
    familyOfferedOn: dayColumn.optional(),
    draftDueOn: dayColumn.optional(),
    advanceCopyOn: dayColumn.optional(),
    delays: jsonColumn(z.array(delay).readonly()),
    published: jsonColumn(published).optional(),
    withheld: jsonColumn(withheld).optional(),
    withdrawn: jsonColumn(z.object({ on: dayColumn, reason: textColumn })).optional(),
    basis: textColumn.optional(),
  }),
});
