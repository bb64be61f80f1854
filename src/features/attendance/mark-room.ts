import { pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { type Register, registerSeats, type SeatStatus } from '../../domain/register.ts';
import { markAll } from '../../domain/register-commands.ts';
import type { NewMark } from '../../domain/register-marks.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import { registerOrNew } from './change-register.ts';
import { chosenIds, meetingInput, refuseRegisterAccess, registerAction } from './keep-register.ts';
import { openRegister } from './open-register.ts';
import { findMeetingToMiss } from './send-apologies.ts';

/** The states of a seat in which nobody is. */
const FREE: ReadonlySet<SeatStatus> = new Set(['missing', 'left', 'apologies']);

/** Why a seat is not among those that are ticked. */
const REASONS: Readonly<Record<SeatStatus, string>> = {
  present: 'here already',
  deputy: 'here already, by deputy',
  claimed: 'claimed, not confirmed; stays as it is',
  left: 'left; not marked',
  apologies: 'sent apologies; not marked',
  missing: 'not marked',
};

/** *Mark present* of all that are ticked: a press marks all or none, and takes nobody’s mark away. */
export const markRoom = registerAction(
  'register.room',
  'registers.record',
  meetingInput.extend({ present: chosenIds, excused: chosenIds }),
  (register, { present, excused }, actor, { directory }) => {
    const marks = [
      ...toMarks(register, present, 'here', directory),
      ...toMarks(register, excused, 'apologies', directory),
    ];
    return markAll(register, marks, actor);
  },
);

/** The seats of agencies in which nobody is, and people by name, as they are to be marked. */
function toMarks(
  register: Register,
  chosen: readonly string[],
  status: 'here' | 'apologies',
  { people }: Directory,
): NewMark[] {
  const seats = registerSeats(register)
    .filter((seat) => chosen.includes(seat.agency) && FREE.has(seat.status))
    .map(({ agency }) => ({ person: `somebody:${agency}`, agency, status }));
  const named = people
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, agency }) => ({ person: id, agency, status, asGuest: true }));
  return [...seats, ...named];
}

const toIds = (value: Question['args'][string]): readonly string[] =>
  Array.isArray(value) ? value : [];

/**
 * “everybody on the list is here but the police”, “council and health are here too, the lay member
 * sends apologies”: each by name, to be confirmed.
 */
export async function proposeRoom(request: Request, question: Question): Promise<Answer> {
  const { directory, person, ports } = request;
  const { filters, args } = question;
  const [here, excused] = [toIds(args.here), toIds(args.excused)];
  const isApologies = here.length === 0 && excused.length > 0 && !args.everybody;
  const isDated = isApologies && args.on !== undefined;
  const today = isDated
    ? undefined
    : await resolveMeeting(request, { group: filters.group, meeting: 'this' });
  const meeting = today ?? (isApologies ? await findMeetingToMiss(request, question) : undefined);
  if (!meeting)
    return {
      text: 'I can’t tell which of today’s meetings you mean, so nothing was marked. Say the group too.',
    };
  if ('text' in meeting) return meeting;
  const { group, id } = meeting;
  if (!isPermittedOn(person, 'registers.record', { group })) return refuseRegisterAccess(directory);
  const name = formatMeeting(meeting, directory);
  const stored = await ports.registers.find(directory.partnership.id, id);
  if (stored?.register.status === 'closed')
    return {
      text: `The register of ${name}, is closed, so nothing was marked. It can be corrected, or reopened with a reason.`,
    };
  if (stored?.register.status !== 'open' && !isApologies)
    return {
      text: `The register of ${name}, is not open yet, so nothing was marked.`,
      buttons: [openRegister.button('Open the register', { meeting: id })],
    };
  const register = registerOrNew(stored?.register, meeting, directory);
  const isWhole = args.everybody === true || here.length + excused.length === 0;
  const except = new Set([
    ...(args.except ?? []),
    ...(filters.agency && here.length + excused.length === 0 ? [filters.agency] : []),
    ...excused,
  ]);
  const seats = registerSeats(register);
  const free = seats.filter(({ status }) => FREE.has(status));
  const isHere = ({ agency, status }: (typeof seats)[number]): boolean =>
    isWhole ? status === 'missing' && !except.has(agency) : here.includes(agency);
  const marked = free.filter(isHere);
  const absent = free.filter(
    ({ agency, status }) => excused.includes(agency) && status !== 'apologies',
  );
  const people = directory.people.filter((each) => [...here, ...excused].includes(each.id));
  const toRow = (agency: string, line: string) => ({ title: agencyName(directory, agency), line });
  const named = new Set([...except, ...here]);
  const others = [
    ...seats
      .filter((seat) => ![...marked, ...absent].includes(seat))
      .filter(({ agency }) => isWhole || named.has(agency))
      .map(({ agency, status }) => toRow(agency, REASONS[status])),
    ...[...named]
      .filter((each) => directory.agencies.some(({ id: known }) => known === each))
      .filter((agency) => !register.expected.includes(agency))
      .map((agency) => toRow(agency, 'not expected at this meeting')),
  ];
  const present = [...marked.map(({ agency }) => agency), ...namedPeople(people, here)];
  const apologies = [...absent.map(({ agency }) => agency), ...namedPeople(people, excused)];
  if (present.length + apologies.length === 0 && others.length > 0 && !isWhole)
    return {
      text: `Nothing is left to mark at ${name}: ${formatList(others.map(({ title, line }) => `${title} (${line})`))}.`,
    };
  const choices = [
    ...free.map(({ agency }) => ({
      title: shortName(agencyName(directory, agency), directory.agencies),
      value: agency,
    })),
    ...people.map((each) => ({ title: each.displayName, value: each.id })),
  ];
  const heading = `${describeMarks(present.length, apologies, directory)} ${apologies.length > 0 && present.length === 0 ? 'for' : 'at'} ${name}?`;
  const field = (key: string, label: string, value: readonly string[]): Field => ({
    id: key,
    label,
    kind: 'choices',
    value: value.join(','),
    choices,
  });
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: isWhole
      ? `Only those ticked are marked as here. ${formatCount(others.length, 'other')} ${pluralVerb(others.length, 'stays', 'stay')} as below.`
      : 'Only those ticked are marked; everybody else stays as they are.',
    sections: [{ heading: 'Stay as they are', rows: others }],
    form: {
      fields: [
        ...(isApologies ? [] : [field('present', 'Here', present)]),
        ...(excused.length > 0 ? [field('excused', 'Apologies', apologies)] : []),
      ],
      submit: markRoom.button(
        isApologies ? 'Record apologies' : excused.length > 0 ? 'Mark attendance' : 'Mark present',
        { meeting: id },
      ),
    },
  };
}

const namedPeople = (people: readonly Person[], ids: readonly string[]): string[] =>
  people.filter(({ id }) => ids.includes(id)).map(({ id }) => id);

/** `Mark 2 agencies present and record apologies from Lay Person` */
function describeMarks(
  present: number,
  apologies: readonly string[],
  directory: Directory,
): string {
  const from = apologies.map((id) => shortName(nameOf(id, directory), directory.agencies));
  const parts = [
    ...(present > 0 || from.length === 0
      ? [`mark ${formatCount(present, 'agency', 'agencies')} present`]
      : []),
    ...(from.length > 0 ? [`record apologies from ${formatList(from)}`] : []),
  ];
  return sentenceCase(parts.join(' and '));
}

const nameOf = (id: string, directory: Directory): string =>
  directory.people.find((each) => each.id === id)?.displayName ?? agencyName(directory, id);
