import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { parseDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { allMeetings, myNextMeeting } from '../meetings/buttons.ts';
import { findMeetingOn, resolveMeeting } from '../meetings/queries.ts';
import { agendaAnswer } from './agenda-answer.ts';
import { proposeItem } from './propose-item.ts';

/** Answers what is on an agenda; `mode: add` puts something on it. */
export async function showAgenda(request: Request, { filters, args }: Question): Promise<Answer> {
  const { group } = filters;
  const on = typeof args.on === 'string' ? parseDay(args.on) : undefined;
  const meeting =
    (group && on && (await findMeetingOn(request, group, on))) ||
    (await resolveMeeting(request, filters));
  if (meeting)
    return args.mode === 'add'
      ? proposeItem(request, meeting, args.item)
      : agendaAnswer(request, meeting);
  return group
    ? {
        text: `No meeting of ${groupName(request.directory, group)} is scheduled, so there is no agenda yet.`,
        suggestions: [allMeetings, myNextMeeting],
      }
    : {
        text: 'Which meeting’s agenda do you mean? Say the group.',
        suggestions: [myNextMeeting],
      };
}
