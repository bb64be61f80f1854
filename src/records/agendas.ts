import { z } from 'zod';
import type { AgendaItem, StandingItem } from '../domain/agenda.ts';
import type { Agendas } from '../features/ports.ts';
import { number, text } from './columns.ts';
import { keyOf, startingWith } from './keys.ts';
import { createKind } from './kind.ts';
import { meetingsPartition } from './meeting-rows.ts';
import type { Table } from './table.ts';

const itemColumns = z.object({
  id: text,
  meetingId: text,
  title: text,
  position: number,
  status: z.enum(['proposed', 'accepted', 'declined']),
  paper: text.optional(),
  proposedBy: text,
  proposedAt: text,
  decidedBy: text.optional(),
});

const standingColumns = z.object({ id: text, group: text, title: text });

/** Among the rows of the meetings: `agenda|MEETING|ID`, `standing|GROUP|ID`. An agenda is one range. */
export function createAgendas(table: Table): Agendas {
  const items = createKind<AgendaItem>(table.name, 'agenda', itemColumns, ({ meetingId, id }) => [meetingId, id]);
  const standing = createKind<StandingItem>(table.name, 'standing', standingColumns, ({ group, id }) => [group, id]);

  return {
    async items(partnership, meetingId) {
      const rows = await table.range(meetingsPartition(partnership), startingWith('agenda', meetingId));
      return rows.map(items.fromRow).sort((a, b) => a.position - b.position || a.proposedAt.localeCompare(b.proposedAt));
    },
    save: (partnership, item) => table.put(items.toRow(meetingsPartition(partnership), item)),
    async standing(partnership, group) {
      return (await table.range(meetingsPartition(partnership), startingWith('standing', group))).map(standing.fromRow);
    },
    keepStanding: (partnership, item) => table.put(standing.toRow(meetingsPartition(partnership), item)),
    dropStanding: (partnership, group, id) => table.remove(meetingsPartition(partnership), keyOf('standing', group, id)),
  };
}
