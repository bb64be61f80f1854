import { z } from 'zod';
import { dayCell, idCell, monthCell, textCell, wholeNumberCell } from '../../contract/cells.ts';
import { dayColumn, monthColumn, numberColumn, textColumn } from '../../contract/columns.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import { isAwaited, type PlanItem } from '../../domain/forward-plan.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const planStore = store<PlanItem>({
  kind: 'plan-item',
  key: ({ id }) => id,
  indexes: {
    /** What is still to come, by its month, or the month of its last day. */
    awaitedByMonth: (item) =>
      isAwaited(item) && [item.month ?? item.dueOn?.slice(0, 7) ?? '', item.id],
    byGroup: ({ group, month, id }) => [group, month ?? '', id],
  },
  audited: [
    'group',
    'month',
    'duty',
    'ownerAgency',
    'paperDueOn',
    'dueOn',
    'receivedOn',
    'withdrawnOn',
  ],
  history: true,
  columns: z.object({
    id: textColumn,
    title: textColumn,
    group: textColumn,
    month: monthColumn.optional(),
    duty: textColumn.optional(),
    ownerAgency: textColumn.optional(),
    ownerPerson: textColumn.optional(),
    paperDueOn: dayColumn.optional(),
    dueOn: dayColumn.optional(),
    everyMonths: numberColumn.optional(),
    receivedOn: dayColumn.optional(),
    paper: textColumn.optional(),
    withdrawnOn: dayColumn.optional(),
    withdrawnBecause: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});

/** Ten years after it came or was withdrawn, like an action. */
export const planRetention = declareRetention({
  store: planStore,
  rule: {
    kind: 'forward-plan item',
    from: 'closed',
    months: 120,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ receivedOn, withdrawnOn }) => receivedOn ?? withdrawnOn,
});

/** `forward-plan.csv`: what has to come to which meeting, from whom, and whether it came. */
export const forwardPlanFile = folderFile({
  name: 'forward-plan',
  columns: {
    id: idCell,
    title: textCell,
    group: idCell,
    month: monthCell.optional(),
    duty: idCell.optional(),
    owner_agency: idCell.optional(),
    owner_person: idCell.optional(),
    paper_due_on: dayCell.optional(),
    due_on: dayCell.optional(),
    every_months: wholeNumberCell(1, 120).optional(),
    received_on: dayCell.optional(),
    paper: textCell.optional(),
    withdrawn_on: dayCell.optional(),
    withdrawn_because: textCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): PlanItem => camelKeys(cells),
  columnGroups: [['withdrawn_on', 'withdrawn_because']],
  sparseColumns: ['received_on', 'paper', 'withdrawn_on', 'withdrawn_because'],
  uniqueKeys: [{ ...byId, isReference: true }],
  references: ({ group, ownerAgency, ownerPerson }) => [
    ['group', 'groups', group],
    ['owner_agency', 'agencies', ownerAgency],
    ['owner_person', 'people', ownerPerson],
  ],
  store: planStore,
});
