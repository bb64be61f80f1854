import { createCalendar } from '../../src/contract/calendar.ts';
import { settingValues } from '../../src/contract/notice-settings.ts';
import type { Action } from '../../src/domain/action.ts';
import { addDays, type Day, day, type LocalTime, toInstant } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import { stepBefore } from '../../src/domain/notices/steps.ts';
import { noticeSettings, noticeSources } from '../../src/features/index.ts';
import { createCatalogue } from '../../src/notifications/catalogue.ts';
import { findOwed } from '../../src/notifications/find.ts';
import { toIndexKeys } from '../../src/storage/actions/action-index.ts';
import { toActionRows } from '../../src/storage/actions/action-rows.ts';
import type { Records } from '../../src/storage/records.ts';
import type { StoredRow, TableRow } from '../../src/storage/tables/row.ts';
import type { StorageTable } from '../../src/storage/tables/table.ts';

export const MONDAY = day('2021-03-15');
export const FRIDAY_BEFORE = day('2021-03-12');
const catalogue = createCatalogue(noticeSources);
const bankHolidays = ENGLAND_BANK_HOLIDAYS;

/** Twenty actions for each step before the due day, and twenty that are overdue: a hundred that somebody hears of on that Monday. */
export const DUE = 100;

const daysFrom = (first: Day) => Array.from({ length: 900 }, (_, at) => addDays(first, at));
const [FAR_OFF, LONG_AGO] = [daysFrom(day('2021-07-01')), daysFrom(day('2018-01-01'))];

/** So many actions: the hundred that are due, and the rest far off or closed long ago. */
export function* manyActions(count: number): Generator<Action> {
  for (let at = 0; at < count; at += 1) {
    const facts = {
      ref: `SA-${String(at).padStart(7, '0')}`,
      title: `Action ${at}`,
      source: {},
      owner: { agency: 'WMP' },
    };
    if (at < DUE) yield { ...facts, status: 'in progress', dueOn: dueDay(at) };
    else if (at % 2) yield { ...facts, status: 'open', dueOn: FAR_OFF[at % 900] };
    else
      yield {
        ...facts,
        status: 'complete',
        impactEvidence: 'Yes',
        verifiedBy: 'chair',
        dueOn: LONG_AGO[at % 900],
      };
  }
}

function dueDay(at: number) {
  const days = (settingValues(noticeSettings).actionSteps as number[])[at % 5];
  if (days === undefined) return addDays(MONDAY, -4 - (at % 7));
  let due = MONDAY;
  while (stepBefore(due, days, bankHolidays) < MONDAY) due = addDays(due, 1);
  return due;
}

/** The row by which a sweep finds an action. The five others of an action lie elsewhere and would only take time to write. */
export function sweptRow(partition: string, action: Action, order: number): TableRow {
  const rows = toActionRows(partition, { action, version: 1, order });
  return rows.find(({ rowKey }) => rowKey.startsWith('x|all|')) as TableRow;
}

/** Finds what is owed on that Monday, as a sweep does that ran on the Friday before. */
export async function findOnMonday(records: Records) {
  const directory = await records.directories.find('sandwell');
  if (!directory) throw new Error('There is no Sandwell');
  await records.ledger.markSweep('sandwell', { day: FRIDAY_BEFORE });
  const now = () => toInstant(`${MONDAY}T09:00` as LocalTime, 'Europe/London');
  return () =>
    findOwed(directory, { ports: { ...records, calendar: createCalendar(now) }, catalogue });
}

export interface Counted {
  requests: number;
  rows: number;
}

/**
 * Stands in for the table client: keys in order, as Azure has them, and rows that are made when they
 * are read; by what a sweep finds actions alone, unless other keys are given.
 */
export function countingTable(
  actions: Iterable<Action>,
  counted: Counted,
  keysOf: (action: Action) => string[] = (action) => toIndexKeys(action).slice(0, 1),
): StorageTable {
  const known = [...actions].flatMap((action, order) =>
    keysOf(action).map((key) => ({ key, action, order })),
  );
  known.sort((a, b) => (a.key < b.key ? -1 : 1));
  const firstFrom = (key: string) => {
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.key ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const unused = () => Promise.reject(new Error('Only ranges are read'));
  return {
    name: 'Actions',
    async range(partition, range) {
      const found = known.slice(range && firstFrom(range.from), range && firstFrom(range.below));
      counted.requests += Math.max(1, Math.ceil(found.length / 1000));
      counted.rows += found.length;
      return found.map(
        ({ action, order }) => sweptRow(partition, action, order) as unknown as StoredRow,
      );
    },
    async point() {
      counted.requests += 1;
      return undefined;
    },
    prepare: unused,
    put: unused,
    remove: unused,
    commit: unused,
    putAll: unused,
    all() {
      throw new Error('Only ranges are read');
    },
    ping: unused,
  };
}
