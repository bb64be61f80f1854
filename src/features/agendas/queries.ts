import type { ContextWith } from '../../contract/asker.ts';
import type { Agendas } from '../../contract/ports/agendas.ts';
import type { Meetings } from '../../contract/ports/meetings.ts';
import type { Context } from '../../contract/request.ts';
import {
  type AgendaItem,
  DEFAULT_CLOSING_ITEMS,
  DEFAULT_OPENING_ITEMS,
} from '../../domain/agenda.ts';
import { toInstant } from '../../domain/dates.ts';
import type { PlanItem } from '../../domain/forward-plan.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findPlannedFor } from '../forward-plan/queries.ts';

/** A line of an agenda, with the number by which people speak of it. */
export interface AgendaLine {
  readonly number: number;
  readonly title: string;
  /** None for what stands on every agenda, and for what the forward plan brings. */
  readonly item?: AgendaItem;
  /** What the forward plan brings to this meeting: it is there as long as it is planned. */
  readonly planned?: PlanItem;
}

export interface Agenda {
  readonly lines: readonly AgendaLine[];
  /** What nobody has accepted or declined yet. */
  readonly proposals: readonly AgendaItem[];
}

type Reading = Pick<
  ContextWith<{ readonly agendas: Agendas; readonly meetings: Meetings }>,
  'directory' | 'ports'
> &
  Pick<Context, 'store'>;

/** The agenda of a meeting: what always comes first, what stands on every agenda of its group, what the forward plan brings, what was accepted, what comes last. */
export async function loadAgenda(context: Reading, meeting: Meeting): Promise<Agenda> {
  const { directory, ports } = context;
  const { id, timeZone } = directory.partnership;
  const [standing, items, planned] = await Promise.all([
    ports.agendas.standing(id, meeting.group, toInstant(meeting.startsAt, timeZone)),
    ports.agendas.items(id, meeting.id),
    findPlannedFor(context, meeting),
  ]);
  const accepted = items
    .filter(({ status }) => status === 'accepted')
    .map((item) => ({ title: item.title, item }));
  const lines = [
    ...DEFAULT_OPENING_ITEMS.map((title) => ({ title })),
    ...standing.map(({ title }) => ({ title })),
    ...planned.map((each) => ({ title: each.title, planned: each })),
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
