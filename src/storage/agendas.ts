import { z } from 'zod';
import { number, text } from '../contract/columns.ts';
import type { Agendas } from '../contract/ports.ts';
import type { AgendaItem, StandingItem } from '../domain/agenda.ts';
import type { AuditedTable } from './audited-table.ts';
import { keyOf, startingWith } from './keys.ts';
import { createKind } from './kind.ts';
import { meetingsPartition } from './meeting-rows.ts';
import { isConflict, isMissing, type Row } from './table.ts';
import type { AuditEvent } from './trail.ts';

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
export function createAgendas(table: AuditedTable): Agendas {
  const items = createKind<AgendaItem>(table.name, 'agenda', itemColumns, ({ meetingId, id }) => [
    meetingId,
    id,
  ]);
  const standing = createKind<StandingItem>(
    table.name,
    'standing',
    standingColumns,
    ({ group, id }) => [group, id],
  );

  const addOnce = async (row: Row, deed: AuditEvent): Promise<void> => {
    try {
      await table.append(row.partitionKey, [{ put: row, etag: '' }], [deed]);
    } catch (error) {
      if (!isConflict(error)) throw error; // it is there
    }
  };

  return {
    async items(partnership, meetingId) {
      const rows = await table.range(
        meetingsPartition(partnership),
        startingWith('agenda', meetingId),
      );
      return rows
        .map(items.fromRow)
        .sort((a, b) => a.position - b.position || a.proposedAt.localeCompare(b.proposedAt));
    },
    async add(partnership, item, by) {
      const row = items.toRow(meetingsPartition(partnership), item);
      await addOnce(row, {
        by,
        type: 'put on the agenda',
        kind: 'agenda item',
        id: item.id,
        changes: changesOf(item),
      });
    },
    async save(partnership, item, by) {
      const partition = meetingsPartition(partnership);
      const deed: AuditEvent = {
        by,
        type: 'changed',
        kind: 'agenda item',
        id: item.id,
        changes: changesOf(item),
      };
      await table.append(partition, [{ put: items.toRow(partition, item) }], [deed]);
    },
    async standing(partnership, group) {
      return (
        await table.range(meetingsPartition(partnership), startingWith('standing', group))
      ).map(standing.fromRow);
    },
    async keepStanding(partnership, item, by) {
      const row = standing.toRow(meetingsPartition(partnership), item);
      await addOnce(row, {
        by,
        type: 'added',
        kind: 'standing item',
        id: item.id,
        changes: { group: { to: item.group } },
      });
    },
    async dropStanding(partnership, group, id, by) {
      const partition = meetingsPartition(partnership);
      const remove = { partitionKey: partition, rowKey: keyOf('standing', group, id) };
      const deed: AuditEvent = {
        by,
        type: 'dropped',
        kind: 'standing item',
        id,
        changes: { group: { from: group } },
      };
      try {
        await table.append(partition, [{ remove }], [deed]);
      } catch (error) {
        if (!isMissing(error)) throw error; // dropped already
      }
    },
  };
}

const changesOf = ({ status, meetingId }: AgendaItem) => ({
  status: { to: status },
  meeting: { to: meetingId },
});
