import { pleaseCheck } from '../../answers/form.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { ReminderSubject } from '../../domain/reminder.ts';
import { resolveAction } from '../actions/queries.ts';
import { describeReminder } from './describe-reminder.ts';
import { setReminder } from './keep-reminders.ts';
import { resolveReminderDay } from './time-meant.ts';

/** “remind me about SA-019 on monday”, “remind me a week before the board”, “remind me to chase the council”. */
export async function proposeReminder(request: Request, question: Question): Promise<Answer> {
  const { person, today } = request;
  const found = await findSubject(request, question);
  if ('answer' in found) return found.answer;
  const { about, words, dueOn } = found;
  const day = await resolveReminderDay(request, question.args, dueOn);
  const what = about && (await describeReminder({ about }, request)).line;
  const isPast = day !== undefined && day <= today;
  const why = isPast
    ? `${formatDay(day, today)} is not after today.`
    : noMeeting(request, question, day);
  const heading =
    day && !isPast ? `Remind you on ${formatDay(day, today)}?` : 'When shall I remind you?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: [why, what ?? 'It comes in your own chat, on that day even if it is no working day.']
      .filter(Boolean)
      .join(' '),
    form: {
      fields: [
        ...(about ? [] : [wordsField(words)]),
        { id: 'on', label: 'On', kind: 'day', value: isPast ? undefined : day, required: true },
      ],
      submit: setReminder.button('Remind me', { person: person.id, ...(about && { about }) }),
    },
  };
}

function wordsField(value: string | undefined): Field {
  const hint = 'No names or details of children';
  return { id: 'words', label: 'What about', kind: 'lines', value, required: true, hint };
}

function noMeeting(
  { directory }: Request,
  { args }: Question,
  day: Day | undefined,
): string | undefined {
  const group = text(args.meetingOf);
  return group && !day
    ? `No next meeting of ${groupName(directory, group)} is in the records.`
    : undefined;
}

type FoundSubject =
  | {
      readonly about?: Exclude<ReminderSubject, { kind: 'words' }>;
      readonly words?: string;
      readonly dueOn?: Day;
    }
  | { readonly answer: Answer };

/** The record that a reminder is to be about, or the words of it. */
async function findSubject(request: Request, question: Question): Promise<FoundSubject> {
  const { directory, ports, today } = request;
  const { actionRef, match, words, reviewOf, meetingOf } = question.args;
  if (actionRef || (match && !text(words))) {
    const which = await resolveAction(request, question);
    if ('answer' in which) return which;
    const { ref, dueOn } = which.found.action;
    return { about: { kind: 'action', ref }, dueOn };
  }
  if (text(reviewOf)) return { about: { kind: 'review', ref: String(reviewOf) } };
  if (text(meetingOf) && !text(words)) {
    const { id } = directory.partnership;
    const meeting = await ports.meetings.findNext(id, String(meetingOf), today);
    if (meeting) return { about: { kind: 'meeting', meetingId: meeting.id } };
  }
  return { words: text(words) };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
