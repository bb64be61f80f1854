import type { Field } from '../../answers/confirm-view.ts';
import { describeReminder } from '../../answers/describe-reminder.ts';
import { confirmation } from '../../answers/form.ts';
import type { Answer, Request } from '../../contract/feature.ts';
import { newOperation } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { ReminderSubject } from '../../domain/reminder.ts';
import { resolveAction } from '../actions/queries.ts';
import { dayMeant } from './time-meant.ts';

/** “remind me about SA-019 on monday”, “remind me a week before the board”, “remind me to chase the council”. */
export async function proposeReminder(
  asker: Request,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { partnership } = asker.directory;
  const about = await aboutOf(asker, question, ports);
  if ('reply' in about) return about.reply;
  const today = ports.calendar.today(partnership.timeZone);
  const day = await dayMeant(asker, question.args, about.dueOn, ports);
  const named = about.data
    ? await describeReminder({ about: about.data }, partnership.id, ports)
    : undefined;
  const what = named && [named.ref, named.title].filter(Boolean).join(' · ');
  const isPast = day !== undefined && day <= today;
  const why = isPast
    ? `${formatDay(day, today)} is not after today.`
    : noMeeting(asker, question, day);
  return confirmation(asker, ports, {
    headline:
      day && !isPast ? `Remind you on ${formatDay(day, today)}?` : 'When shall I remind you?',
    sentence: [why, what ?? 'It comes in your own chat, on that day even if it is no working day.']
      .filter(Boolean)
      .join(' '),
    fields: [
      ...(about.data ? [] : [wordsField(about.words)]),
      { id: 'on', label: 'On', kind: 'day', value: isPast ? undefined : day, required: true },
    ],
    confirm: 'Remind me',
    verb: 'reminders.set',
    data: {
      person: asker.person.id,
      operation: newOperation(),
      ...(about.data && { about: about.data }),
    },
  });
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

type About =
  | {
      readonly data?: Exclude<ReminderSubject, { kind: 'words' }>;
      readonly words?: string;
      readonly dueOn?: Day;
    }
  | { readonly reply: Answer };

async function aboutOf(asker: Request, question: Question, ports: Ports): Promise<About> {
  const { id, timeZone } = asker.directory.partnership;
  const { actionRef, match, words, reviewOf, meetingOf } = question.args;
  if (actionRef || (match && !text(words))) {
    const which = await resolveAction(asker, question);
    if ('answer' in which) return { reply: which.answer };
    const { ref, dueOn } = which.found.action;
    return { data: { kind: 'action', ref }, dueOn };
  }
  if (text(reviewOf)) return { data: { kind: 'review', ref: String(reviewOf) } };
  if (text(meetingOf) && !text(words)) {
    const meeting = await ports.meetings.next(
      id,
      String(meetingOf),
      ports.calendar.today(timeZone),
    );
    if (meeting) return { data: { kind: 'meeting', meetingId: meeting.id } };
  }
  return { words: text(words) };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
