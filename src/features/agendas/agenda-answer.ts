import { z } from 'zod';
import { toActionRow } from '../../answers/action-words.ts';
import { formatDistance } from '../../answers/format-distance.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, AnswerRow, Button } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { Undo } from '../../contract/thread.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type Action, isOpen, mostUrgentFirst } from '../../domain/action.ts';
import { type AgendaItem, acceptOrDecline } from '../../domain/agenda.ts';
import { toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import type { PlanItem } from '../../domain/forward-plan.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { decisionButton } from '../decisions/buttons.ts';
import { declareButton } from '../declarations/buttons.ts';
import { describeDeclaration, findDeclarations } from '../declarations/queries.ts';
import { findActionsRaisedAt, findLastHeld, findMeeting } from '../meetings/queries.ts';
import { mayChangeItem, openItemButton } from './buttons.ts';
import { type Agenda, type AgendaLine, loadAgenda } from './queries.ts';
import { raisingButton } from './raise-action.ts';

const MAX_ITEMS = 15;
const MAX_PROPOSALS = 3;
const MAX_CARRIED_OVER = 5;
/** The item, usually a standing one, under which interests are declared. */
const IS_OF_INTERESTS = /\b(?:declarations?|conflicts?|registers?)\b.*\binterests?\b/i;

/** The agenda of one meeting, after what has just been done to it. */
export async function agendaAnswer(
  request: Request,
  meeting: Meeting,
  news?: string,
  undo?: Undo,
): Promise<Answer> {
  const { directory, person, today, bankHolidays } = request;
  const { group, startsAt } = meeting;
  const on = toDay(startsAt);
  const [agenda, carried, declarations] = await Promise.all([
    loadAgenda(request, meeting),
    findCarriedActions(request, meeting),
    findDeclarations(request, meeting),
  ]);
  const declared = declarations.filter(({ withdrawnOn }) => !withdrawnOn);
  const leads = isPermittedOn(person, 'agendas.decide', { group });
  const about = `${groupName(directory, group)} on ${formatTime(startsAt, today)}, ${formatDistance(toDay(startsAt), today, bankHolidays)}`;
  return {
    text: [news, describeAgenda(about, agenda, carried.length)].filter(Boolean).join(' '),
    ...(news && { news }),
    heading: 'Agenda',
    sentence: about,
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      {
        rows: agenda.lines.slice(0, MAX_ITEMS).map(
          (line): AnswerRow => ({
            ref: String(line.number),
            title: line.title,
            ...(line.item && { line: describeItem(line.item, directory) }),
            ...(line.planned && { line: describePlanned(line.planned, directory) }),
            buttons: lineButtons(line, meeting, leads),
          }),
        ),
      },
      {
        heading: 'Proposed',
        rows: agenda.proposals.slice(0, MAX_PROPOSALS).map((item) => ({
          title: item.title,
          line: `${describeItem(item, directory)}, not yet accepted`,
          buttons: [
            ...(leads ? judgeButtons(item) : []),
            ...(mayChangeItem(person, item, meeting) ? [openItemButton(item)] : []),
          ],
        })),
      },
      {
        heading: 'Carried forward',
        rows: carried
          .slice(0, MAX_CARRIED_OVER)
          .map((each) => toActionRow(each, directory, request)),
      },
      {
        heading: 'Interests declared',
        items: declared.map((each) => describeDeclaration(each, directory)),
      },
      { note: describeNotShown(agenda, carried.length) },
    ],
    buttons: agenda.lines.some(({ title }) => IS_OF_INTERESTS.test(title))
      ? []
      : [declareButton(meeting.id)],
    suggestions: [
      { title: 'Add an item', ...ask('agenda', { group, meeting: 'next' }, { on, mode: 'add' }) },
      { title: 'Decided last time', ...ask('decisions_log', { group, meeting: 'last' }) },
    ],
    thread: {
      question: { intent: 'agenda', filters: { group, meeting: 'next' }, args: { on } },
      ...(undo && { undo }),
    },
  };
}

/** `From the forward plan (FP-03), Council · paper awaited` */
function describePlanned({ id, ownerAgency, receivedOn }: PlanItem, directory: Directory): string {
  const owner = ownerAgency ? `, ${agencyName(directory, ownerAgency)}` : '';
  return `From the forward plan (${id})${owner}${receivedOn ? '' : ' · paper awaited'}`;
}

/** `Jo Field presents · 10 minutes · Proposed by Sam Hill` */
function describeItem(
  { presenter, minutes, proposedBy }: AgendaItem,
  directory: Directory,
): string {
  const parts = [
    presenter && `${presenter} presents`,
    minutes && formatCount(minutes, 'minute'),
    `Proposed by ${personName(directory, proposedBy)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What a meeting takes up again: open actions raised at the last one, and those of its group that are due by its day. */
export async function findCarriedActions(request: Request, meeting: Meeting): Promise<Action[]> {
  const { directory, today, ports } = request;
  const { group, startsAt } = meeting;
  const last = await findLastHeld(request, group);
  const query = { group, status: 'not complete', dueTo: toDay(startsAt) } as const;
  const [fromLast, due] = await Promise.all([
    last ? findActionsRaisedAt(request, last) : [],
    ports.actions.list(directory.partnership.id, query, today),
  ]);
  const open = new Map([...fromLast.filter(isOpen), ...due].map((each) => [each.ref, each]));
  return mostUrgentFirst([...open.values()], today);
}

function describeAgenda(about: string, { lines, proposals }: Agenda, carried: number): string {
  const own = lines.filter(({ item, planned }) => item ?? planned).length;
  const parts = [
    `${own === 0 ? 'no item of its own yet' : formatCount(own, 'item')} beside the standing ones`,
    ...(proposals.length > 0 ? [`${proposals.length} proposed`] : []),
    ...(carried > 0 ? [`${formatCount(carried, 'action')} carried forward`] : []),
  ];
  return `The agenda of ${about} has ${formatList(parts)}.`;
}

/** What there is no room for; nothing when all is shown. */
function describeNotShown({ lines, proposals }: Agenda, carried: number): string | undefined {
  const left: [number, string, string][] = [
    [lines.length - MAX_ITEMS, 'item', 'items'],
    [proposals.length - MAX_PROPOSALS, 'proposal', 'proposals'],
    [carried - MAX_CARRIED_OVER, 'action carried forward', 'actions carried forward'],
  ];
  const more = left.flatMap(([count, one, many]) =>
    count > 0 ? [formatCount(count, one, many)] : [],
  );
  return more.length > 0 ? `Not shown: ${formatList(more)}` : undefined;
}

/** The paper for everybody; for those who lead the meeting, what comes of the item. */
function lineButtons(
  { number, title, item, planned }: AgendaLine,
  meeting: Meeting,
  leads: boolean,
): Button[] {
  return [
    ...paperButtons(item?.paper ?? planned?.paper),
    ...(IS_OF_INTERESTS.test(title) ? [declareButton(meeting.id)] : []),
    ...(leads ? [decisionButton(meeting.id, number), raisingButton(meeting.id, number)] : []),
    ...(leads && item ? [openItemButton(item)] : []),
  ];
}

const paperButtons = (url: string | undefined): Button[] =>
  url ? [{ title: 'Open the paper', url }] : [];

function judgeButtons({ id: item, meetingId: meeting, title }: AgendaItem): Button[] {
  return [
    judgeItem.button('Accept', { meeting, item, as: 'accepted' }, { aloud: `Accept: ${title}` }),
    judgeItem.button('Decline', { meeting, item, as: 'declined' }, { aloud: `Decline: ${title}` }),
  ];
}

/** *Accept* or *Decline*, by the chair of the group or an administrator. */
const judgeInput = z.object({
  meeting: z.string().min(1).max(200),
  item: z.string().min(1).max(200),
  as: z.enum(['accepted', 'declined']),
});
export const judgeItem = action({
  id: 'agendas.judge',
  permission: 'agendas.decide',
  input: judgeInput,
  async handle(request: Request, input): Promise<Answer> {
    const { directory, person, ports } = request;
    const { id } = directory.partnership;
    const meeting = await findMeeting(request, input.meeting);
    const items = meeting ? await ports.agendas.items(id, meeting.id) : [];
    const item = items.find((each) => each.id === input.item);
    if (!meeting || !item) throw new UnreadableInput('agendas.judge');
    if (!isPermittedOn(person, 'agendas.decide', { group: meeting.group }))
      return {
        text: `Nothing was recorded: the chair of ${groupName(directory, meeting.group)} or an administrator accepts items.`,
        refused: 'access',
      };
    const judged = acceptOrDecline(item, input.as, toActor(request));
    if (item.status !== input.as) await ports.agendas.save(id, judged, person.id);
    return agendaAnswer(request, meeting, `“${item.title}” is ${input.as}.`);
  },
});
