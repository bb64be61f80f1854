import type { ContextWith } from '../../contract/asker.ts';
import type { Agendas } from '../../contract/ports/agendas.ts';
import {
  type AgendaItem,
  DEFAULT_CLOSING_ITEMS,
  DEFAULT_OPENING_ITEMS,
} from '../../domain/agenda.ts';
import { toInstant } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';

/** A line of an agenda, with the number by which people speak of it. */
export interface AgendaLine {
  readonly number: number;
  readonly title: string;
  /** None for what stands on every agenda. */
  readonly item?: AgendaItem;
}

export interface Agenda {
  readonly lines: readonly AgendaLine[];
  /** What nobody has accepted or declined yet. */
  readonly proposals: readonly AgendaItem[];
}

type Reading = Pick<ContextWith<{ readonly agendas: Agendas }>, 'directory' | 'ports'>;

/** The agenda of a meeting: what always comes first, what stands on every agenda of its group, what was accepted, what comes last. */
export async function loadAgenda({ directory, ports }: Reading, meeting: Meeting): Promise<Agenda> {
  const { id, timeZone } = directory.partnership;
  const [standing, items] = await Promise.all([
    ports.agendas.standing(id, meeting.group, toInstant(meeting.startsAt, timeZone)),
    ports.agendas.items(id, meeting.id),
  ]);
  const accepted = items
    .filter(({ status }) => status === 'accepted')
    .map((item) => ({ title: item.title, item }));
  const lines = [
    ...DEFAULT_OPENING_ITEMS.map((title) => ({ title })),
    ...standing.map(({ title }) => ({ title })),
    ...accepted,
    ...DEFAULT_CLOSING_ITEMS.map((title) => ({ title })),
  ];
  return {
    lines: lines.map((line, at) => ({ ...line, number: at + 1 })),
    proposals: items.filter(({ status }) => status === 'proposed'),
  };
}

/** The line of a meeting's agenda that has this number. */
export async function findAgendaLine(
  request: Reading,
  meeting: Meeting,
  number: number | undefined,
): Promise<AgendaLine | undefined> {
  const { lines } = await loadAgenda(request, meeting);
  return lines.find((each) => each.number === number);
}
