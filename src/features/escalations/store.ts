import { z } from 'zod';
import { dayColumn, numberColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import {
  ESCALATION_OUTCOMES,
  ESCALATION_SUBJECTS,
  type Escalation,
  escalationClosedOn,
} from '../../domain/escalation.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const escalationStore = store<Escalation>({
  kind: 'escalation',
  key: ({ id }) => id,
  indexes: {
    /** Open ones come last, so that one range has them and what closed since a day. */
    byClosedDay: (escalation) => escalationClosedOn(escalation) ?? '9999-12-31',
  },
  audited: [
    'about',
    'subject',
    'fromAgency',
    'toAgency',
    'group',
    'openedOn',
    'openedBy',
    'holds',
    'answeredOn',
    'answeredBy',
    'outcome',
    'withdrawnOn',
  ],
  history: true,
  columns: z.object({
    id: textColumn,
    about: z.enum(ESCALATION_SUBJECTS),
    subject: textColumn.optional(),
    matter: textColumn,
    fromAgency: textColumn,
    toAgency: textColumn,
    group: textColumn.optional(),
    openedOn: dayColumn,
    openedBy: textColumn,
    seniorDays: numberColumn,
    partnersDays: numberColumn,
    holds: textListColumn,
    holdReason: textColumn.optional(),
    answer: textColumn.optional(),
    answeredOn: dayColumn.optional(),
    answeredBy: textColumn.optional(),
    outcome: z.enum(ESCALATION_OUTCOMES).optional(),
    changed: textColumn.optional(),
    withdrawnOn: dayColumn.optional(),
    withdrawnBecause: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});

/** Ten years after it was answered or withdrawn, like an action. */
export const escalationRetention = declareRetention({
  store: escalationStore,
  rule: {
    kind: 'escalation',
    from: 'closed',
    months: 120,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: escalationClosedOn,
});
