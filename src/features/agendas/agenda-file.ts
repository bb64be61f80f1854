import { formatOwner } from '../../answers/action-words.ts';
import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import { type FileKind, toWordFile } from '../../contract/file.ts';
import type { Request } from '../../contract/request.ts';
import {
  ACTION_WIDTHS,
  createWordDocument,
  type WordPart,
  wordHeading,
  wordItem,
  wordTable,
  wordTitle,
} from '../../documents/word-document.ts';
import type { Action } from '../../domain/action.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findCarriedActions } from './agenda-answer.ts';
import { type AgendaLine, loadAgenda } from './queries.ts';
import { askWhichAgenda, findMeetingOfAgenda } from './show-agenda.ts';

/** *Get as Word*: a meeting's agenda to be sent out, with the links to its papers. */
export const agendaFile: FileKind = {
  name: 'agenda',
  label: 'the agenda',
  intent: 'agenda',
  format: 'Word',
  button: 'Get as Word',
  permission: 'meetings.read',
  async make(request, question) {
    const meeting = await findMeetingOfAgenda(request, question);
    if (!meeting) return askWhichAgenda(request, question);
    return toWordFile(await createAgendaDocument(request, meeting), 'agenda', meeting.id);
  },
};

/** What is only proposed is for those who accept it, so it is left out. */
async function createAgendaDocument(request: Request, meeting: Meeting): Promise<Uint8Array> {
  const { directory } = request;
  const { name } = directory.partnership;
  const group = groupName(directory, meeting.group);
  const on = formatDayWithYear(toDay(meeting.startsAt));
  const title = `Agenda: ${formatMeetingKind(meeting)} on ${on} at ${meeting.startsAt.slice(11)}`;
  const [agenda, carried] = await Promise.all([
    loadAgenda(request, meeting),
    findCarriedActions(request, meeting),
  ]);
  return createWordDocument({ title: `${group}: ${title}`, creator: name }, [
    ...wordTitle(name, group, title),
    ...agenda.lines.map((line) =>
      wordItem(describeLine(line), line.item?.paper ?? line.planned?.paper),
    ),
    ...carriedParts(carried, directory),
  ]);
}

/** `3  Neglect strategy (Jo Field, 10 minutes)` */
function describeLine({ number, title, item }: AgendaLine): string {
  const details = [item?.presenter, item?.minutes && formatCount(item.minutes, 'minute')]
    .filter(Boolean)
    .join(', ');
  return `${number}  ${title}${details ? ` (${details})` : ''}`;
}

function carriedParts(carried: readonly Action[], directory: Directory): WordPart[] {
  if (carried.length === 0) return [];
  const rows = carried.map((action) => [
    action.ref,
    action.title,
    formatOwner(action, directory) ?? 'No owner recorded',
    action.dueOn ? formatDayWithYear(action.dueOn) : 'No due date',
    sentenceCase(action.status),
  ]);
  return [
    wordHeading('Actions carried forward'),
    wordTable(['Reference', 'Action', 'Owner', 'Due', 'Status'], rows, ACTION_WIDTHS),
  ];
}
