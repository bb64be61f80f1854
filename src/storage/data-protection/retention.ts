import { holdStore } from '../../contract/hold-store.ts';
import type { RetainedStore } from '../../contract/retention.ts';
import type { OpenStores } from '../../contract/store.ts';
import type { Action } from '../../domain/action.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type Day, type Month, toDay } from '../../domain/dates.ts';
import { accept } from '../../domain/outcome.ts';
import {
  type ExpiredRecord,
  isHeld,
  isPastRetention,
  type RetainedKind,
  retentionRule,
} from '../../domain/retention.ts';
import type { ActionRecords } from '../actions/actions.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { refusalsPartition } from '../audit/refusal-log.ts';
import type { MeetingStores } from '../meetings/meeting-stores.ts';
import type { MeetingRecords } from '../meetings/meetings.ts';
import type { LedgerRecords } from '../notices/ledger.ts';
import { agendaItemStore } from '../stores/agendas.ts';

export interface Retention {
  /** The records that have been kept for as long as their rule says, without those that are held. */
  due(
    partnership: string,
    today: Day,
    declared?: readonly RetainedStore[],
  ): Promise<ExpiredRecord[]>;
  /** Deletes a record, or reduces it to what stays; the audit log records what and when. */
  forget(
    partnership: string,
    due: ExpiredRecord,
    by: string,
    declared?: readonly RetainedStore[],
  ): Promise<void>;
}

interface Parts {
  readonly actions: ActionRecords;
  readonly meetings: Pick<MeetingRecords, 'all'>;
  readonly ledger: LedgerRecords;
  readonly stores: OpenStores;
  readonly now: () => Date;
  readonly meetingStores: MeetingStores;
  readonly refusals: AuditedTable;
}

type Since = readonly [id: string, since: Day | Month];

export function createRetention({
  actions,
  meetings,
  ledger,
  stores,
  meetingStores,
  refusals,
  now,
}: Parts): Retention {
  async function closedActions(partnership: string): Promise<Since[]> {
    const closed = (await actions.all(partnership)).filter(({ action }) =>
      /complete|withdrawn/.test(action.status),
    );
    const datedByKind = await Promise.all(
      closed.map(async ({ action }): Promise<Since | undefined> => {
        const on =
          action.completedOn ??
          withdrawnOn(action, (await actions.find(partnership, action.ref))?.history ?? []);
        return on && [action.ref, on];
      }),
    );
    return datedByKind.flatMap((each) => (each ? [each] : []));
  }

  /** The meetings that still have rows of a kind, with the planned day of each. */
  async function listMeetingDates(partnership: string, ids: readonly unknown[]): Promise<Since[]> {
    const named = new Set(ids.map(String));
    const { meetings: all } = await meetings.all(partnership);
    return all.flatMap(({ id, startsAt }): Since[] =>
      named.has(id) ? [[id, toDay(startsAt)]] : [],
    );
  }

  const since: Readonly<
    Record<RetainedKind, (partnership: string, today: Day) => Promise<Since[]>>
  > = {
    action: closedActions,
    'agenda item': async (partnership) =>
      listMeetingDates(
        partnership,
        (await stores(partnership)(agendaItemStore).list()).map(({ meetingId }) => meetingId),
      ),
    'roll-call': async (partnership) => {
      const registers = await meetingStores.registers(partnership).list();
      const kept = registers.filter(
        ({ status, joined, marks }) => status === 'closed' && joined.length + marks.length > 0,
      );
      return listMeetingDates(
        partnership,
        kept.map(({ meetingId }) => meetingId),
      );
    },
    refusal: async (partnership) => {
      const rows = await refusals.range(refusalsPartition(partnership));
      return rows.map(({ rowKey, at }): Since => [rowKey, String(at).slice(0, 10) as Day]);
    },
    notices: async (partnership, today) =>
      (await ledger.months(partnership, today)).map((month): Since => [month, month]),
  };

  const forget: Readonly<
    Record<RetainedKind, (partnership: string, due: ExpiredRecord, by: string) => Promise<void>>
  > = {
    action: (partnership, { id }, by) => actions.remove(partnership, id, by),
    async 'agenda item'(partnership, { id }, by) {
      const items = stores(partnership)(agendaItemStore);
      const event = { type: 'deleted', by, at: now().toISOString() };
      for (const item of await items.list(id)) await items.remove([id, item.id], event);
    },
    async 'roll-call'(partnership, { id }, by) {
      const event = { type: 'reduced', by, at: now().toISOString() };
      await meetingStores
        .registers(partnership)
        .change(id, (register) =>
          accept({ record: { ...register, joined: [], marks: [] }, event }),
        );
    },
    async refusal(partnership, { id }, by) {
      const remove = { partitionKey: refusalsPartition(partnership), rowKey: id };
      const event = { by, type: 'deleted', kind: 'refusal', id: id.slice(0, 10) };
      await refusals.append(remove.partitionKey, [{ remove }], [event]);
    },
    async notices(partnership, { id }, by) {
      // The audit entry is written first, so that no deletion can go unrecorded.
      const event = { by, type: 'deleted', kind: 'notices', id };
      await refusals.append(refusalsPartition(partnership), [], [event]);
      await ledger.removeMonth(partnership, id as Month);
    },
  };

  return {
    async due(partnership, today, declared = []) {
      const found: ExpiredRecord[] = [];
      const holds = (await stores(partnership)(holdStore).list()).filter((hold) =>
        isHeld(hold, today),
      );
      for (const { store, rule, since: findSince } of declared)
        for (const record of await stores(partnership)(store).list()) {
          const since = findSince(record);
          const id = [store.key(record)].flat().join('|');
          if (since && isPastRetention(rule, since, today))
            found.push({ kind: rule.kind, id, since, rule });
        }
      for (const kind of Object.keys(since) as RetainedKind[]) {
        const rule = retentionRule(kind, today);
        if (!rule) continue;
        const over = (await since[kind](partnership, today)).filter(([, on]) =>
          isPastRetention(rule, on, today),
        );
        found.push(...over.map(([id, on]) => ({ kind, id, since: on, rule })));
      }
      return found.filter(
        (due) => !holds.some(({ kind, id }) => kind === due.kind && id === due.id),
      );
    },
    async forget(partnership, due, by, declared = []) {
      const own = declared.find(({ rule }) => rule.kind === due.kind);
      if (!own) return forget[due.kind as RetainedKind](partnership, due, by);
      const open = stores(partnership);
      const at = now().toISOString();
      const event = { type: 'deleted', by, at };
      for (const store of own.dependants ?? [])
        for (const record of await open(store).list(due.id.split('|')))
          await open(store).remove(store.key(record), event);
      const key = due.id.split('|');
      const { reduce } = own;
      if (!reduce) return open(own.store).remove(key, event);
      // What its history says would outlive what the record said. First, so that a crash repeats it.
      await open(own.store).removeHistory(key, event);
      await open(own.store).change(key, (record) =>
        accept({ record: reduce(record), event: { type: 'reduced', by, at } }),
      );
    },
  };
}

function withdrawnOn({ status }: Action, history: readonly ChangeEvent[]): Day | undefined {
  const last = history.findLast(({ changes }) => changes?.status?.to === status);
  return last && (last.at.slice(0, 10) as Day);
}
