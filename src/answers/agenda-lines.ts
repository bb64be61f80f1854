import type { Ports } from '../contract/ports.ts';
import { type AgendaItem, DEFAULT_CLOSING_ITEMS, DEFAULT_OPENING_ITEMS } from '../domain/agenda.ts';
import type { Meeting } from '../domain/meeting.ts';

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

/** The agenda of a meeting: what always comes first, what stands on every agenda of its group, what was accepted, what comes last. */
export async function loadAgenda(
  partnership: string,
  meeting: Meeting,
  ports: Pick<Ports, 'agendas'>,
): Promise<Agenda> {
  const [standing, items] = await Promise.all([
    ports.agendas.standing(partnership, meeting.group),
    ports.agendas.items(partnership, meeting.id),
  ]);
  const accepted = items
    .filter(({ status }) => status === 'accepted')
    .map((item) => ({ title: item.title, item }));
  const lines = [
    ...toLines(DEFAULT_OPENING_ITEMS),
    ...toLines(standing.map(({ title }) => title)),
    ...accepted,
    ...toLines(DEFAULT_CLOSING_ITEMS),
  ];
  return {
    lines: lines.map((line, at) => ({ ...line, number: at + 1 })),
    proposals: items.filter(({ status }) => status === 'proposed'),
  };
}

const toLines = (titles: readonly string[]): Omit<AgendaLine, 'number'>[] =>
  titles.map((title) => ({ title }));
