import { z } from 'zod';
import { numberColumn, textColumn } from '../../contract/columns.ts';
import type { Agendas } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import {
  AGENDA_STATUSES,
  type AgendaItem,
  type StandingItem,
  stoodAt,
} from '../../domain/agenda.ts';
import { accept } from '../../domain/outcome.ts';

/** The items of a meeting are one range. */
export const agendaItemStore = store<AgendaItem>({
  kind: 'agenda-item',
  key: ({ meetingId, id }) => [meetingId, id],
  audited: ['meetingId', 'status'],
  columns: z.object({
    id: textColumn,
    meetingId: textColumn,
    title: textColumn,
    position: numberColumn,
    status: z.enum(AGENDA_STATUSES),
    paper: textColumn.optional(),
    presenter: textColumn.optional(),
    minutes: numberColumn.optional(),
    proposedBy: textColumn,
    proposedAt: textColumn,
    decidedBy: textColumn.optional(),
  }),
});

export const standingItemStore = store<StandingItem>({
  kind: 'standing-item',
  key: ({ group, id }) => [group, id],
  audited: ['group'],
  columns: z.object({
    id: textColumn,
    group: textColumn,
    title: textColumn,
    addedAt: textColumn.optional(),
    droppedAt: textColumn.optional(),
  }),
});

export function createAgendas(open: OpenStores, now: () => Date): Agendas {
  const event = (type: string, by: string) => ({ type, by, at: now().toISOString() });
  return {
    async items(partnership, meetingId) {
      const items = await open(partnership)(agendaItemStore).list(meetingId);
      return items.sort(
        (a, b) => a.position - b.position || a.proposedAt.localeCompare(b.proposedAt),
      );
    },
    async add(partnership, item, by) {
      await open(partnership, item.id)(agendaItemStore).add(item, event('proposed', by));
    },
    async save(partnership, item, by, what = item.status) {
      const change = accept({ record: item, event: event(what, by) });
      await open(partnership)(agendaItemStore).change([item.meetingId, item.id], () => change);
    },
    async standing(partnership, group, at = now()) {
      const items = await open(partnership)(standingItemStore).list(group);
      return items.filter((item) => stoodAt(item, at));
    },
    async keepStanding(partnership, item, by) {
      const added = event('added', by);
      await open(
        partnership,
        item.id,
      )(standingItemStore).add({ ...item, addedAt: added.at }, added);
    },
    async dropStanding(partnership, group, id, by) {
      const dropped = event('dropped', by);
      await open(partnership)(standingItemStore).change([group, id], (item) =>
        accept(
          item.droppedAt
            ? { record: item }
            : { record: { ...item, droppedAt: dropped.at }, event: dropped },
        ),
      );
    },
  };
}
