import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { parseDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { allMeetings, myNextMeeting } from '../meetings/buttons.ts';
import { findMeetingOn, resolveMeeting } from '../meetings/queries.ts';
import { agendaAnswer } from './agenda-answer.ts';
import { proposeItem } from './propose-item.ts';

/** Answers what is on an agenda; `mode: add` puts something on it. */
export async function showAgenda(request: Request, question: Question): Promise<Answer> {
  const { args } = question;
  const meeting = await findMeetingOfAgenda(request, question);
  if (!meeting) return askWhichAgenda(request, question);
  return args.mode === 'add'
    ? proposeItem(request, meeting, args.item)
    : agendaAnswer(request, meeting);
}

/** The meeting whose agenda a question is about; a day that it names goes first. */
export async function findMeetingOfAgenda(
  request: Request,
  { filters, args }: Question,
): Promise<Meeting | undefined> {
  const { group } = filters;
  const on = parseDay(args.on);
  const named = group && on ? await findMeetingOn(request, group, on) : undefined;
  return named ?? resolveMeeting(request, filters);
}

export function askWhichAgenda({ directory }: Request, { filters: { group } }: Question): Answer {
  return group
    ? {
        text: `No meeting of ${groupName(directory, group)} is scheduled, so there is no agenda yet.`,
        suggestions: [allMeetings, myNextMeeting],
      }
    : {
        text: 'Which meeting’s agenda do you mean? Say the group.',
        suggestions: [myNextMeeting],
      };
}
