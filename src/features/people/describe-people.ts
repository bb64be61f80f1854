import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Person } from '../../domain/partnership.ts';
import {
  type AskedRole,
  describeChaired,
  describeRoles,
  hasRole,
  nameWithAgency,
  nounFor,
} from './role-words.ts';

/** Whom a question looks for: of these agencies, of this group, in this role or post. */
export interface PeopleSearch {
  readonly agencies: readonly string[];
  readonly group?: string;
  readonly role?: AskedRole;
  /** A post that no agency of the partnership stands for, as it was typed. */
  readonly post?: string;
}

/** So many names stand in a sentence. */
const MAX_NAMES = 4;

/** “Marcus Webb (Harrowbeck Police) is recorded as partner lead and chair of Delivery Group.” */
export function describePerson(
  { directory, person: asker }: Pick<Request, 'directory' | 'person'>,
  person: Person,
  { role, agencies }: PeopleSearch,
): string {
  const isAsker = person.id === asker.id;
  const name = isAsker ? 'You' : nameWithAgency(person, directory);
  if (role === 'group-chair') {
    const chaired = describeChaired(person, directory) || 'no group in the records';
    return `${name} ${isAsker ? 'chair' : 'chairs'} ${chaired}.`;
  }
  const verb = isAsker ? 'are' : 'is';
  const roles = formatList(describeRoles(person, directory));
  if (role && !hasRole(person, role, directory))
    return `${name} ${verb} not recorded as ${nounFor(role)}, but as ${roles}.`;
  return agencies.length === 0 || agencies.includes(person.agency ?? '')
    ? `${name} ${verb} recorded as ${roles}.`
    : `${name} ${verb} not recorded for ${formatAgencies(agencies, directory)}, but as ${roles}.`;
}

/** “Police Deputy is recorded as deputy for West Midlands Police.” “No deputy is recorded for Housing.” */
export function describeFound(
  { directory }: Pick<Request, 'directory'>,
  search: PeopleSearch,
  found: readonly Person[],
): string {
  const { agencies, role, post } = search;
  const { length: count } = found;
  const scope = describeScope(search, directory);
  const noun = post ?? (role && nounFor(role, count));
  if (count === 0)
    return [
      `${noun ? `No ${noun}` : 'Nobody'} is recorded${scope}.`,
      describeInstead(search, directory),
    ]
      .filter(Boolean)
      .join(' ');
  const names = found.map((person) => {
    if (role === 'group-chair')
      return `${person.displayName} chairs ${describeChaired(person, directory)}`;
    return agencies.length === 1 ? person.displayName : nameWithAgency(person, directory);
  });
  if (role === 'group-chair') return `${formatList(names)}.`;
  const lacking = agencies.filter((id) => !found.some(({ agency }) => agency === id));
  const none =
    lacking.length > 0 ? ` None is recorded for ${formatAgencies(lacking, directory)}.` : '';
  return count > MAX_NAMES
    ? `${count} ${noun ?? 'people'} are recorded${scope}.${none}`
    : `${formatList(names)} ${pluralVerb(count, 'is', 'are')} recorded${noun ? ` as ${noun}` : ''}${scope}.${none}`;
}

/** “for Housing”, “on the Delivery Group” */
function describeScope({ agencies, group, role }: PeopleSearch, directory: Directory): string {
  const of = role === 'chair' || role === 'vice-chair' ? 'of' : 'on';
  return [
    agencies.length > 0 && ` for ${formatAgencies(agencies, directory)}`,
    group && ` ${of} ${groupName(directory, group)}`,
  ]
    .filter(Boolean)
    .join('');
}

const formatAgencies = (agencies: readonly string[], directory: Directory): string =>
  formatList(agencies.map((id) => agencyName(directory, id)));

/** Who is recorded where nobody has the role: who chairs, or others of the agency. */
function describeInstead(
  { agencies, group, role }: PeopleSearch,
  directory: Directory,
): string | undefined {
  const { people, groups } = directory;
  if (role === 'chair' || role === 'vice-chair') {
    const chairs = people.filter((each) => hasRole(each, 'chair', directory, group));
    const id = group ?? findBoard(directory)?.id;
    const post = groups.find((each) => each.id === id)?.chairRole;
    const names = formatList(chairs.map((each) => nameWithAgency(each, directory)));
    if (names === '') return post && `The chair is recorded as “${post}”.`;
    const verb = pluralVerb(chairs.length, 'is', 'are');
    return `${names} ${verb} recorded as ${nounFor('chair', chairs.length)}.`;
  }
  const others = people.filter(({ agency }) => role && agency && agencies.includes(agency));
  const names = others.map(
    (each) => `${each.displayName} (${describeRoles(each, directory).join(', ')})`,
  );
  return names.length > 0 && names.length <= MAX_NAMES
    ? `Recorded there: ${formatList(names)}.`
    : undefined;
}
