import { actionRow } from '../../answers/action-words.ts';
import { type Agenda, loadAgenda } from '../../answers/agenda-lines.ts';
import { formatDistance, formatTime } from '../../answers/meeting-words.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { AgendaItem } from '../../domain/agenda.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import { groupName, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findCarriedActions } from '../meeting-actions.ts';
import type { AgendaView } from './agenda-view.ts';

const MAX_ITEMS = 15;
const MAX_PROPOSALS = 3;
const MAX_CARRIED_OVER = 5;

/** The agenda of one meeting as a card. */
export async function agendaReply(
  asker: Asker,
  meeting: Meeting,
  ports: Ports,
  first = '',
): Promise<Answer> {
  const { directory, person } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const today = {
    today: ports.calendar.today(timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const [agenda, carried] = await Promise.all([
    loadAgenda(id, meeting, ports),
    findCarriedActions(meeting, asker, ports),
  ]);
  const leads = isPermittedOn(person, 'agendas.decide', { group: meeting.group });
  const name = groupName(directory, meeting.group);
  const when = `${formatTime(meeting.startsAt, today.today)}, ${formatDistance(toDay(meeting.startsAt), today.today, today.bankHolidays)}`;
  const text = `${first}${first && ' '}${sentence(name, when, agenda, carried.length)}`;
  const view: AgendaView = {
    source: `${shortName} · as at ${formatDayWithYear(today.today)}`,
    headline: 'Agenda',
    sentence: `${first}${first && ' '}${name}, ${when}`,
    items: agenda.lines.slice(0, MAX_ITEMS).map(({ number, title, item }) => ({
      title: `${number}  ${title}`,
      line: item ? `Proposed by ${personName(directory, item.proposedBy)}` : '',
      ...(item?.paper && { paper: item.paper }),
      presses: leads ? pressesOf(meeting, number) : [],
    })),
    proposals: agenda.proposals.slice(0, MAX_PROPOSALS).map((item) => ({
      title: item.title,
      line: `Proposed by ${personName(directory, item.proposedBy)}, not yet accepted`,
      choices: leads ? choicesOf(item) : [],
    })),
    rows: carried.slice(0, MAX_CARRIED_OVER).map((action) => actionRow(action, directory, today)),
    extent: extentOf(agenda, carried.length),
    suggestions: [`add an item to the ${name} agenda`, `what did ${name} decide last time`],
  };
  return {
    text,
    card: { name: 'agenda', view, plain: plainOf(text, view) },
    suggestions: view.suggestions,
    thread: {
      question: { intent: 'agenda', filters: { group: meeting.group, meeting: 'next' }, args: {} },
    },
  };
}

function sentence(
  name: string,
  when: string,
  { lines, proposals }: Agenda,
  carried: number,
): string {
  const own = lines.filter(({ item }) => item !== undefined).length;
  const parts = [
    `${own === 0 ? 'no item of its own yet' : formatCount(own, 'item')} beside the standing ones`,
    ...(proposals.length > 0 ? [`${proposals.length} proposed`] : []),
    ...(carried > 0 ? [`${formatCount(carried, 'action')} carried forward`] : []),
  ];
  return `The agenda of ${name} on ${when} has ${formatList(parts)}.`;
}

/** What there is no room for; nothing when all is shown. */
function extentOf({ lines, proposals }: Agenda, carried: number): string {
  const left: [number, string, string][] = [
    [lines.length - MAX_ITEMS, 'item', 'items'],
    [proposals.length - MAX_PROPOSALS, 'proposal', 'proposals'],
    [carried - MAX_CARRIED_OVER, 'action carried forward', 'actions carried forward'],
  ];
  const more = left.flatMap(([count, one, many]) =>
    count > 0 ? [formatCount(count, one, many)] : [],
  );
  return more.length > 0 ? `Not shown: ${formatList(more)}` : '';
}

function pressesOf(meeting: Meeting, number: number): AgendaView['items'][number]['presses'] {
  return [
    { label: `Decision on ${number}`, ask: `/decision ${meeting.id} ${number}` },
    { label: `Action from ${number}`, ask: `/action ${meeting.id} ${number}` },
  ];
}

function choicesOf({
  id,
  meetingId,
  title,
}: AgendaItem): AgendaView['proposals'][number]['choices'] {
  const data = { verb: 'agendas.judge', meeting: meetingId, item: id };
  return [
    { label: 'Accept', aloud: `Accept: ${title}`, data: { ...data, as: 'accepted' } },
    { label: 'Decline', aloud: `Decline: ${title}`, data: { ...data, as: 'declined' } },
  ];
}

function plainOf(text: string, { items, proposals, rows }: AgendaView): string {
  return [
    text,
    ...items.map(
      ({ title, line, paper }) => `${[title, line, paper].filter(Boolean).join(' · ')}.`,
    ),
    ...proposals.map(({ title, line }) => `${title}: ${line}.`),
    ...rows.map(({ ref, title, standing }) => `Carried forward: ${ref} ${title}, ${standing}.`),
  ].join('\n');
}
