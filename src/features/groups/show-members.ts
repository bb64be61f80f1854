import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer, AnswerRow } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { describeSince, findSeatsOf, holderName } from '../seats/queries.ts';
import type { GroupRecord } from './group-record.ts';

/** Who sits on a group: the agencies with a seat, the people named for them, and the seats that are vacant. */
export async function showMembers(
  request: Request,
  record: GroupRecord,
  question: Question,
): Promise<Answer> {
  const { directory, today } = request;
  const { group, chairs } = record;
  const seats = directory.memberships.filter((each) => each.group === group.id);
  const people = directory.people.filter(({ groups }) => groups.includes(group.id));
  const ofGroup = await findSeatsOf(request, group.id);
  const held = ofGroup.held.filter(({ role }) => role === 'member');
  const vacancies = ofGroup.vacancies.filter(({ role }) => role === 'member');
  const ofRegister = await findVacant(request, record);
  const isVacant = (agency: string) =>
    vacancies.some((each) => each.agency === agency) ||
    (ofRegister.includes(agency) && !held.some((seat) => seat.agency === agency));
  const vacant = seats.map(({ agency }) => agency).filter(isVacant);
  const rowOf = (agency: string): AnswerRow => {
    const names = people
      .filter((person) => person.agency === agency)
      .map(({ id, displayName }) =>
        chairs.some((chair) => chair.id === id) ? `${displayName} (chair)` : displayName,
      );
    const others = held.filter((seat) => seat.agency === agency && !seat.person);
    const vacancy = vacancies.find((each) => each.agency === agency);
    return {
      title: agencyName(directory, agency),
      ...(vacant.includes(agency) && { state: { words: 'vacant', colour: 'warning' as const } }),
      line:
        formatList([...names, ...others.map((seat) => holderName(seat, directory))]) ||
        (vacancy?.since && describeSince(vacancy, today)) ||
        (vacant.includes(agency) ? '' : 'nobody named'),
    };
  };
  const rowsOf = (expectation: string) =>
    seats.filter((each) => each.expectation === expectation).map(({ agency }) => rowOf(agency));
  const [core, whenRequired] = [rowsOf('core'), rowsOf('when-required')];
  const others = people.filter(({ agency }) => !seats.some((seat) => seat.agency === agency));
  const whether = answerWhether(request, record, question);
  const parts = [
    whether
      ? `It has ${formatCount(core.length, 'agency', 'agencies')} with a seat`
      : `${formatCount(core.length, 'agency has', 'agencies have')} a seat on ${group.name}`,
    whenRequired.length > 0 &&
      `${whenRequired.length} more ${whenRequired.length === 1 ? 'comes' : 'come'} when required`,
    `${formatCount(people.length, 'person is', 'people are')} named`,
    vacant.length > 0 && `${formatCount(vacant.length, 'seat is', 'seats are')} vacant`,
  ].filter((part) => part !== false);
  return {
    text:
      seats.length + people.length > 0
        ? `${whether}${parts.join('; ')}.`
        : `The records do not say who sits on ${group.name}.`,
    ...(seats.length + people.length > 0 && {
      about: group.name,
      heading: 'Who sits on it',
      sections: [
        { rows: core },
        { heading: 'When required', rows: whenRequired },
        {
          heading: 'Named without a seat of their agency',
          items: others.map(({ displayName }) => displayName),
        },
      ],
    }),
  };
}

/** “Yes, Public Health has a seat on it. ” where an agency, a person or the asker is asked about. */
function answerWhether(
  { directory, person }: Request,
  { group }: GroupRecord,
  { filters, args }: Question,
): string {
  const who = args.assignee === 'me' ? person.id : args.assignee;
  const named = directory.people.find(({ id }) => id === who);
  // “Are we on it” means a partner's agency; an administrator's “we” is the whole partnership.
  const isPartner = !person.roles.includes('administrator');
  const agency =
    filters.agency ?? (args.agencyOf && !named && isPartner ? person.agency : undefined);
  if (agency) {
    const name = agencyName(directory, agency);
    const seat = directory.memberships.find(
      (each) => each.group === group.id && each.agency === agency,
    );
    if (!seat) return `No, ${name} has no seat on ${group.name}. `;
    return seat.expectation === 'core'
      ? `Yes, ${name} has a seat on ${group.name}. `
      : `${name} comes to ${group.name} only when required. `;
  }
  if (!named) return '';
  const isOn = named.groups.includes(group.id);
  if (args.assignee === 'me') return `You ${isOn ? 'sit on' : 'are not named for'} ${group.name}. `;
  return isOn
    ? `Yes, ${personName(directory, named.id)} sits on ${group.name}. `
    : `No, ${personName(directory, named.id)} is not named for ${group.name}. `;
}

/** The seats that the register of the coming meeting, else of the last one, has as vacant. */
async function findVacant(
  { directory, ports }: Request,
  { lastHeld, next }: GroupRecord,
): Promise<readonly string[]> {
  for (const meeting of [next, lastHeld]) {
    const stored = meeting && (await ports.registers.find(directory.partnership.id, meeting.id));
    if (stored) return stored.register.vacant;
  }
  return [];
}
