import type { Person, Role } from './partnership.ts';

/** What a person can ask Convenor to do, as `record.verb`. */
export type Verb = 'priorities.read' | 'actions.read';

type RoleKind = 'administrator' | 'chair' | 'group-chair' | 'partner-lead' | 'deputy' | 'scrutineer' | 'member' | 'observer';

const EVERYBODY: readonly RoleKind[] = [
  'administrator',
  'chair',
  'group-chair',
  'partner-lead',
  'deputy',
  'scrutineer',
  'member',
  'observer',
];

/** Role × verb: the one table that says who may do what. */
const MAY: Readonly<Record<Verb, readonly RoleKind[]>> = {
  'priorities.read': EVERYBODY,
  'actions.read': EVERYBODY,
};

/** Whether any of a person's roles allows the verb. */
export function may(person: Person, verb: Verb): boolean {
  return person.roles.some((role) => MAY[verb].includes(kindOf(role)));
}

function kindOf(role: Role): RoleKind {
  return role.startsWith('chair:') ? 'group-chair' : (role as RoleKind);
}
