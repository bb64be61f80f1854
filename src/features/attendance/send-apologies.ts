import { lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting, formatTime } from '../../answers/meeting-words.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { toActor } from '../../contract/asker.ts';
import { findSuccession } from '../../contract/ports/meeting-lookup.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { parseDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Mark } from '../../domain/register.ts';
import { mark } from '../../domain/register-marks.ts';
import { myNextMeeting } from '../meetings/buttons.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import { loadMeeting, type RegisterRequest, saveRegister } from './change-register.ts';
import { meetingInput } from './keep-register.ts';
import { findUndo, threadWithUndo } from './offer-undo.ts';

/** “sorry cant make thursday”: the meeting that is meant, to be confirmed. */
export async function proposeApologies(request: Request, question: Question): Promise<Answer> {
  const which = await findMeetingToMiss(request, question);
  if ('text' in which) return which;
  const heading = `Give your apologies for ${formatMeeting(which, request.directory)}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: describeSeat(request, which),
    form: {
      fields: [{ id: 'message', label: 'Message to the chair (optional)', kind: 'text' }],
      submit: sendApologies.button('Send apologies', { meeting: which.id }),
    },
  };
}

/** Whether the apologies are those of somebody else: of another agency, or of a colleague by name. */
export function excusesOthers({ person }: Request, { args: { excused } }: Question): boolean {
  const own = [person.id, person.agency];
  return Array.isArray(excused) && excused.some((each) => !own.includes(each));
}

/** “sending a deputy to qppa tomorrow”: who comes instead, to be confirmed. Counts as apologies too. */
export async function proposeDeputy(request: Request, question: Question): Promise<Answer> {
  const which = await findMeetingToMiss(request, question);
  if ('text' in which) return which;
  const heading = `Send a deputy to ${formatMeeting(which, request.directory)}?`;
  const { deputy } = question.args;
  const value = typeof deputy === 'string' ? deputy : '';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${describeSeat(request, which)} Your own apologies are noted with it.`,
    form: {
      fields: [{ id: 'deputy', label: 'Who comes', kind: 'text', value, required: true }],
      submit: sendDeputy.button('Confirm', { meeting: which.id }),
    },
  };
}

/** *Send apologies*. */
export const sendApologies = action({
  id: 'attendance.excuse',
  permission: 'own',
  input: meetingInput.extend({ message: lineField.default('') }),
  handle: (request: RegisterRequest, { meeting, message }) =>
    recordApologies(request, meeting, { message: message || undefined }),
});

/** *Confirm* of a deputy: apologies, with who comes instead. */
export const sendDeputy = action({
  id: 'attendance.send',
  permission: 'own',
  input: meetingInput.extend({ deputy: lineField.default('') }),
  nameFields: ['deputy'],
  handle: async (request: RegisterRequest, { meeting, deputy }) =>
    deputy
      ? recordApologies(request, meeting, { name: deputy, ...namedPerson(request, deputy) })
      : { text: 'Nothing was recorded. Please say who comes in your place.' },
});

/** The only person of that name, where the asker may name deputies of their agency: not themselves. */
function namedPerson({ directory, person }: RegisterRequest, name: string): Pick<Mark, 'deputy'> {
  const { agency, id: own } = person;
  if (!agency || !isPermittedOn(person, 'deputies.name', { agency })) return {};
  const [only, ...others] = directory.people.filter(
    ({ id, displayName }) => id !== own && displayName.toLowerCase() === name.trim().toLowerCase(),
  );
  return only && others.length === 0 ? { deputy: only.id } : {};
}

async function recordApologies(
  request: RegisterRequest,
  meetingId: string,
  said: Pick<Mark, 'message' | 'name' | 'deputy'>,
): Promise<Answer> {
  const { directory, person } = request;
  const { id, agency } = person;
  const meeting = await loadMeeting(request, meetingId);
  const { isOver } = await findSuccession(request, meeting);
  if (isOver)
    return {
      text: `${formatMeeting(meeting, directory)}, is over, and nothing was recorded. Please tell the chair, who can correct its register.`,
      suggestions: [myNextMeeting],
    };
  const wanted = { ...said, person: id, agency, status: 'apologies', asGuest: true } as const;
  const outcome = await saveRegister(
    request,
    meeting,
    toActor(request),
    (register, actor) => mark(register, wanted, actor),
    request.operation,
  );
  const name = formatMeeting(meeting, directory);
  if (!outcome.ok) return { text: describeClosed(name) };
  const whom = agency ? ` for ${agencyName(directory, agency)}` : '';
  const heading = said.name ? 'Deputy recorded' : 'Apologies recorded';
  const sentence = said.name
    ? `${said.name} is expected in your place${whom} at ${name}; the chair sees it on the roll-call.`
    : `Your apologies${whom} stand for ${name}; the chair sees them on the roll-call.`;
  const undo = findUndo(request, meeting, outcome.value);
  return {
    text: `Recorded. ${sentence}`,
    heading,
    sentence,
    ...(undo && {
      buttons: [undoButton(undo)],
      ...threadWithUndo(request, meeting, undo),
    }),
    suggestions: [myNextMeeting],
  };
}

export const describeClosed = (name: string): string =>
  `The register of ${name}, is closed, and nothing was changed. Please tell the chair.`;

/** Who would have come, for whom and when. */
function describeSeat({ person, directory, today }: Request, { startsAt }: Meeting): string {
  const agency = person.agency ? agencyName(directory, person.agency) : 'no agency';
  return `${person.displayName}, ${agency} · ${formatTime(startsAt, today)}.`;
}

/** The meeting that somebody will miss: by group, by day, by both, else the next of their own groups. Asked back when several fit. */
export async function findMeetingToMiss(
  request: Request,
  question: Question,
): Promise<Meeting | Answer> {
  const { directory, person, today, ports } = request;
  const { group } = question.filters;
  const on = parseDay(question.args.on);
  const groups = group ? [group] : person.groups;
  const { id } = directory.partnership;
  const found = on
    ? (await Promise.all(groups.map((each) => ports.meetings.list(id, each, on, on)))).flat()
    : await nextMeetings(request, question);
  const coming = found
    .filter(({ status, startsAt }) => status === 'scheduled' && toDay(startsAt) >= today)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const [first, ...others] = coming;
  if (!first) return noneFound(request, group, on !== undefined);
  return others.length > 0 && on ? askWhich(request, question, coming) : first;
}

async function nextMeetings(request: Request, { filters }: Question): Promise<Meeting[]> {
  const { directory, person, today, ports } = request;
  const { group, meeting } = filters;
  const { id } = directory.partnership;
  const found = group
    ? [await resolveMeeting(request, { group, meeting })]
    : await Promise.all(person.groups.map((each) => ports.meetings.findNext(id, each, today)));
  return found.filter((each) => each !== undefined);
}

function noneFound({ directory }: Request, group: string | undefined, hasDay: boolean): Answer {
  const whose = group ? groupName(directory, group) : 'your groups';
  return {
    text: `I find no meeting of ${whose} ${hasDay ? 'on that day' : 'still to come'}, so nothing was recorded. You can say the group and the day.`,
    suggestions: [myNextMeeting],
  };
}

export function askWhich(
  { directory, today }: Request,
  question: Question,
  found: readonly Meeting[],
): Answer {
  const choices = found.map(({ group, startsAt }) => ({
    title: groupName(directory, group),
    line: formatTime(startsAt, today),
    opens: {
      question: {
        ...question,
        filters: { ...question.filters, group },
        args: { ...question.args, on: toDay(startsAt) },
      },
    },
  }));
  return {
    text: `${found.length} meetings fit. Which do you mean?`,
    heading: 'Which meeting?',
    sections: [{ rows: choices }],
    thread: { question, choices: choices.map(({ opens }) => opens.question) },
  };
}
