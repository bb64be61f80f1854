import { confirmation } from '../../answers/form.ts';
import { meetingInWords, timeInWords } from '../../answers/meeting-words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { newOperation } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { parseDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { whichMeeting } from '../which-meeting.ts';

/** “sorry cant make thursday”: the meeting that is meant, to be confirmed. */
export async function giveApologies(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const which = await meetingToMiss(asker, question, ports);
  if ('text' in which) return which;
  return confirmation(asker, ports, {
    headline: `Give your apologies for ${meetingInWords(which, asker.directory)}?`,
    sentence: forWhom(asker, which, ports),
    fields: [{ id: 'word', label: 'A word to the chair, if you like', kind: 'text' }],
    confirm: 'Send apologies',
    verb: 'attendance.excuse',
    data: { meeting: which.id, operation: newOperation() },
  });
}

/** “sending a deputy to qppa tomorrow”: who comes instead, to be confirmed. Counts as apologies too. */
export async function sendDeputy(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const which = await meetingToMiss(asker, question, ports);
  if ('text' in which) return which;
  const { deputy } = question.args;
  return confirmation(asker, ports, {
    headline: `Send a deputy to ${meetingInWords(which, asker.directory)}?`,
    sentence: `${forWhom(asker, which, ports)} Your own apologies are noted with it.`,
    fields: [
      {
        id: 'deputy',
        label: 'Who comes',
        kind: 'text',
        value: typeof deputy === 'string' ? deputy : '',
        required: true,
      },
    ],
    confirm: 'Confirm',
    verb: 'attendance.send',
    data: { meeting: which.id, operation: newOperation() },
  });
}

function forWhom({ person, directory }: Asker, { startsAt }: Meeting, ports: Ports): string {
  const { timeZone } = directory.partnership;
  const when = timeInWords(startsAt, ports.calendar.today(timeZone));
  return `${person.displayName}, ${person.agency ? agencyName(directory, person.agency) : 'no agency'} · ${when}.`;
}

/** The meeting that somebody will miss: by group, by day, by both, else the next of their own groups. Asked back when several fit. */
async function meetingToMiss(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Meeting | Answer> {
  const { directory, person } = asker;
  const { group } = question.filters;
  const on = typeof question.args.on === 'string' ? parseDay(question.args.on) : undefined;
  const groups = group ? [group] : person.groups;
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const found = on
    ? (await Promise.all(groups.map((each) => ports.meetings.between(id, each, on, on)))).flat()
    : await nextOf(asker, question, groups, ports);
  const coming = found.filter(
    (meeting) => meeting.status === 'scheduled' && toDay(meeting.startsAt) >= today,
  );
  const [first, ...others] = coming.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  if (!first) return noneFound(asker, group, on !== undefined);
  return others.length > 0 && on ? askWhich(asker, question, coming, ports) : first;
}

async function nextOf(
  asker: Asker,
  question: Question,
  groups: readonly string[],
  ports: Ports,
): Promise<Meeting[]> {
  const { id, timeZone } = asker.directory.partnership;
  if (question.filters.group) {
    const { group, meeting } = question.filters;
    const found = await whichMeeting(asker, { group, meeting }, ports);
    return found ? [found] : [];
  }
  const today = ports.calendar.today(timeZone);
  const next = await Promise.all(groups.map((group) => ports.meetings.next(id, group, today)));
  return next.filter((meeting) => meeting !== undefined);
}

function noneFound({ directory }: Asker, group: string | undefined, hasDay: boolean): Answer {
  const whose = group ? groupName(directory, group) : 'your groups';
  return {
    text: `I find no meeting of ${whose} ${hasDay ? 'on that day' : 'still to come'}, so nothing was recorded. You can say the group and the day.`,
    suggestions: ['when is my next meeting'],
  };
}

function askWhich(
  { directory }: Asker,
  question: Question,
  found: readonly Meeting[],
  ports: Ports,
): Answer {
  const today = ports.calendar.today(directory.partnership.timeZone);
  const text = `${found.length} meetings fit. Which do you mean?`;
  const choices = found.map(({ group, startsAt }) => ({
    label: groupName(directory, group),
    detail: timeInWords(startsAt, today),
    question: { ...question, filters: { ...question.filters, group } },
  }));
  const plain = [text, ...choices.map(({ label, detail }) => `${label}, ${detail}.`)].join('\n');
  return {
    text,
    card: { name: 'choose', view: { headline: 'Which meeting?', choices }, plain },
    thread: { question, choices: choices.map((choice) => choice.question) },
  };
}
