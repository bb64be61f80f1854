import { z } from 'zod';
import { dayColumn, textColumn } from '../../../contract/columns.ts';
import { declareRetention } from '../../../contract/retention.ts';
import { store } from '../../../contract/store.ts';
import type { Chase } from '../../../domain/chase.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../../domain/retention.ts';

/** Those of a day are one range. */
export const chaseStore = store<Chase>({
  kind: 'chase',
  key: ({ on, ref }) => [on, ref],
  audited: ['on', 'ref', 'by'],
  columns: z.object({
    ref: textColumn,
    on: dayColumn,
    by: textColumn,
    at: textColumn,
    words: textColumn.optional(),
  }),
});

/** As long as the ledger that says what became of it. */
export const chaseRetention = declareRetention({
  store: chaseStore,
  rule: {
    kind: 'chase',
    from: 'asked',
    months: 24,
    outcome: 'deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ on }) => on,
});
