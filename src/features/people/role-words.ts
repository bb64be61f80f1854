import { formatList } from '../../answers/words.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Person } from '../../domain/partnership.ts';

/** As what people can be asked for, one and many; the records know no vice chairs. */
const NOUNS = {
  administrator: ['administrator', 'administrators'],
  chair: ['chair', 'chairs'],
  'vice-chair': ['vice chair', 'vice chairs'],
  'group-chair': ['chair of a group', 'chairs of groups'],
  'partner-lead': ['partner lead', 'partner leads'],
  deputy: ['deputy', 'deputies'],
  scrutineer: ['scrutineer', 'scrutineers'],
} as const;

export type AskedRole = keyof typeof NOUNS;

/** The role that a question or a post names: `deputy`, “independent scrutineer”, “chairman”. */
export function toAskedRole(word: unknown): AskedRole | undefined {
  if (typeof word !== 'string') return undefined;
  if (Object.hasOwn(NOUNS, word)) return word as AskedRole;
  return /scrutin/i.test(word) ? 'scrutineer' : /chair/i.test(word) ? 'chair' : undefined;
}

/** A role that one person has in the whole partnership. */
export const isOfOne = (role: AskedRole | undefined): boolean =>
  role === 'chair' || role === 'vice-chair' || role === 'scrutineer';

export const nounFor = (role: AskedRole, count = 1): string => NOUNS[role][count > 1 ? 1 : 0];

/** Whether somebody has a role; a chair is that of the group, of the partnership where none is named. */
export function hasRole(
  { roles }: Person,
  role: AskedRole,
  directory: Directory,
  group?: string,
): boolean {
  const board = findBoard(directory)?.id;
  switch (role) {
    case 'chair':
      return group && group !== board
        ? roles.includes(`chair:${group}`)
        : roles.includes('chair') || roles.includes(`chair:${board}`);
    case 'group-chair':
      return roles.some((each) => each.startsWith('chair'));
    case 'vice-chair':
      return false;
    default:
      return roles.includes(role);
  }
}

/** A person's roles, each as one says it: `partner lead`, `chair of Child Exploitation Board`. */
export function describeRoles({ roles }: Pick<Person, 'roles'>, directory: Directory): string[] {
  const ofAll = roles.includes('chair') ? findBoard(directory)?.id : undefined;
  return roles.flatMap((role) => {
    if (role === 'chair') return ['chair of the partnership'];
    if (!role.startsWith('chair:')) return [role.replace('-', ' ')];
    const group = role.slice('chair:'.length);
    return group === ofAll ? [] : [`chair of ${groupName(directory, group)}`];
  });
}

/** Which groups somebody chairs, as one says them. */
export function describeChaired({ roles }: Pick<Person, 'roles'>, directory: Directory): string {
  const groups = roles.flatMap((role) => (role.startsWith('chair:') ? [role.slice(6)] : []));
  const board = roles.includes('chair') ? findBoard(directory)?.id : undefined;
  const chaired = [...new Set([...(board ? [board] : []), ...groups])];
  return formatList(chaired.map((group) => groupName(directory, group)));
}

/** “Police Deputy (West Midlands Police)”; the agency is left out where it has the same name. */
export function nameWithAgency({ displayName, agency }: Person, directory: Directory): string {
  const name = agency && agencyName(directory, agency);
  return name && name !== displayName ? `${displayName} (${name})` : displayName;
}
