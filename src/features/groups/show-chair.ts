import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import type { GroupRecord } from './group-record.ts';

/** “Police Partner Lead (West Midlands Police) chairs the Child Exploitation Board.” What was supposed of somebody else is put right. */
export function describeChair(
  { directory, person }: Request,
  record: GroupRecord,
  { filters, args }: Question,
): string {
  const { group, chairs, chairRole } = record;
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
  return `${names} ${group.name}${isOther ? `, not ${other}` : ''}.${post}`;
}
