import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { describeSince, describeTerm, findSeatsOf, holderName } from '../seats/queries.ts';
import type { GroupRecord } from './group-record.ts';

/** “Police Partner Lead (West Midlands Police) chairs the Child Exploitation Board.” What was supposed of somebody else is put right. */
export async function describeChair(
  request: Request,
  record: GroupRecord,
  { filters, args }: Question,
): Promise<string> {
  const { directory, person } = request;
  const { group, chairs, chairRole } = record;
  const ofSeats = await describeSeats(request, group);
  const byWhom = ({ displayName, agency }: Person) =>
    agency && agencyName(directory, agency) !== displayName
      ? `${displayName} (${agencyName(directory, agency)})`
      : displayName;
  const asked = args.assignee === 'me' ? undefined : args.assignee;
  const isAsked = (each: Person) => each.id === asked || each.agency === filters.agency;
  const other = asked
    ? personName(directory, asked)
    : filters.agency && agencyName(directory, filters.agency);
  const isOther = other !== undefined && chairs.length > 0 && !chairs.some(isAsked);
  if (chairs.length === 0 && ofSeats) return ofSeats;
  if (chairs.length === 0)
    return chairRole
      ? `The chair of ${group.name} is recorded as “${chairRole}”; nobody is named.`
      : `The records do not say who chairs ${group.name}.`;
  const isAsker = chairs.length === 1 && chairs[0]?.id === person.id;
  const names = isAsker
    ? 'You chair'
    : `${formatList(chairs.map(byWhom))} ${pluralVerb(chairs.length, 'chairs', 'chair')}`;
  const post =
    chairRole && !chairs.some((each) => byWhom(each).includes(chairRole))
      ? ` The post is recorded as “${chairRole}”.`
      : '';
  return `${names} ${group.name}${isOther ? `, not ${other}` : ''}.${post}${ofSeats && ` ${ofSeats}`}`;
}

/** “Jo Field chairs QPPA until Wed 31 March 2021.” “The chair of QPPA is vacant since …” */
async function describeSeats(
  request: Request,
  { id, name }: GroupRecord['group'],
): Promise<string> {
  const { directory, today } = request;
  const { held, vacancies } = await findSeatsOf(request, id);
  const vacancy = vacancies.find(({ role }) => role === 'chair');
  return [
    ...held.flatMap((seat) => {
      const isChair = seat.role === 'chair';
      // Whoever uses Convenor was named already; what is left to say of them is until when.
      if (!(isChair || seat.role === 'vice-chair') || (isChair && seat.person && !seat.to))
        return [];
      const verb = isChair ? 'chairs it' : `is vice chair of ${name}`;
      return [`${[holderName(seat, directory), verb, describeTerm(seat)].join(' ').trim()}.`];
    }),
    ...(vacancy ? [`The chair of ${name} is vacant, ${describeSince(vacancy, today)}.`] : []),
  ].join(' ');
}
