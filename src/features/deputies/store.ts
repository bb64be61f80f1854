import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import type { Deputy } from '../../domain/deputy.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const deputyStore = store<Deputy>({
  kind: 'deputy',
  key: ({ agency, person }) => [agency, person],
  audited: ['agency', 'person', 'from', 'to', 'namedBy'],
  history: true,
  columns: z.object({
    agency: textColumn,
    person: textColumn,
    from: dayColumn,
    to: dayColumn.optional(),
    namedBy: textColumn,
  }),
});

/** Seven years after it ended, like the agendas of the meetings at which they sat. */
export const deputyRetention = declareRetention({
  store: deputyStore,
  rule: {
    kind: 'deputy',
    from: 'ended',
    months: 84,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ to }) => to,
});
