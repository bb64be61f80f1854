import type { Field } from '../contract/answer.ts';
import type { Directory } from '../domain/directory.ts';
import type { Owner, Person } from '../domain/partnership.ts';
import { choiceField } from './form.ts';

/** More people than this make a list that nobody looks through on a phone, and a card that is slow to open. */
const MAX_PEOPLE = 60;

/** Who owns an action: an agency, a group, a person, or several of them. */
export function ownerFields(directory: Directory, { agency, group, person }: Owner): Field[] {
  return [
    choiceField('agency', 'Agency that owns it', directory.agencies, agency, 'No agency'),
    choiceField('group', 'Group that follows it up', directory.groups, group, 'No group'),
    choiceField(
      'person',
      'Person who does it',
      listPeople(directory, agency, person),
      person,
      'Nobody by name',
    ),
  ];
}

/** The owner that was chosen, as far as the records know it. */
export function resolveOwner({ agencies, groups, people }: Directory, chosen: Owner): Owner {
  const known = (id: string | undefined, among: readonly { readonly id: string }[]) =>
    among.find((each) => each.id === id)?.id;
  const [agency, group, person] = [
    known(chosen.agency, agencies),
    known(chosen.group, groups),
    known(chosen.person, people),
  ];
  return { ...(agency && { agency }), ...(group && { group }), ...(person && { person }) };
}

/** Those of the agency first. Whoever was named stands among them however many there are. */
function listPeople(
  { people }: Directory,
  agency: string | undefined,
  named: string | undefined,
): { id: string; name: string }[] {
  const rank = ({ id, agency: own }: Person) =>
    id === named ? 0 : agency && own === agency ? 1 : 2;
  return people
    .filter(({ roles }) => roles.some((role) => role !== 'observer'))
    .sort((a, b) => rank(a) - rank(b) || a.displayName.localeCompare(b.displayName))
    .slice(0, MAX_PEOPLE)
    .map(({ id, displayName }) => ({ id, name: displayName }));
}
