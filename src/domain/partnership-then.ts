import type { Directory } from './directory.ts';
import { findBoard } from './find-board.ts';
import type { Person, QuorumRule } from './partnership.ts';
import type { Register } from './register.ts';

/**
 * How a partnership stood at a meeting: what its minutes would otherwise say as of the day on which
 * they are printed.
 */
export interface PartnershipThen {
  /** ISO instant at which it was noted. */
  readonly at: string;
  /** The name of the group. */
  readonly group: string;
  /** Names by id. */
  readonly agencies: Readonly<Record<string, string>>;
  /** Names by id, of its members and of those on the register. */
  readonly people: Readonly<Record<string, string>>;
  /** Person ids. */
  readonly chairs: readonly string[];
  /** The quorum rules of the group. */
  readonly quorum: readonly QuorumRule[];
}

/** Whoever is named as the chair of a group; the board is chaired by the partnership's chair. */
export function findChairs(directory: Directory, group: string): Person[] {
  const isBoard = findBoard(directory)?.id === group;
  return directory.people.filter(
    ({ roles }) => roles.includes(`chair:${group}`) || (isBoard && roles.includes('chair')),
  );
}

/** A register with how the partnership stood when it was opened; not known of an imported one. */
export interface OpenedRegister extends Register {
  readonly partnershipThen?: PartnershipThen;
}

/**
 * Notes on a register how the partnership stands. What was noted before stays: the meeting was held
 * as it was opened, and people who came since are added.
 */
export function notePartnership(
  register: OpenedRegister,
  directory: Directory,
  at: string,
): PartnershipThen {
  const { group, marks, partnershipThen: before } = register;
  const named = new Set(marks.flatMap(({ person, deputy = '' }) => [person, deputy]));
  const people = directory.people.filter(
    ({ id, groups }) => groups.includes(group) || named.has(id),
  );
  const now = Object.fromEntries(people.map(({ id, displayName }) => [id, displayName]));
  if (before) return { ...before, people: { ...now, ...before.people } };
  return {
    at,
    group: directory.groups.find(({ id }) => id === group)?.name ?? group,
    agencies: Object.fromEntries(directory.agencies.map(({ id, name }) => [id, name])),
    people: now,
    chairs: findChairs(directory, group).map(({ id }) => id),
    quorum: directory.partnership.quorum.filter((rule) => rule.group === group),
  };
}

/** The directory with the names and the quorum rules of one group as they were noted. */
export function directoryThen(
  directory: Directory,
  groupId: string,
  then: PartnershipThen | undefined,
): Directory {
  if (!then) return directory;
  const others = directory.partnership.quorum.filter(({ group }) => group !== groupId);
  return {
    ...directory,
    partnership: { ...directory.partnership, quorum: [...others, ...then.quorum] },
    groups: directory.groups.map((group) =>
      group.id === groupId ? { ...group, name: then.group } : group,
    ),
    agencies: directory.agencies.map((agency) => ({
      ...agency,
      name: then.agencies[agency.id] ?? agency.name,
    })),
    people: directory.people.map((person) => ({
      ...person,
      displayName: then.people[person.id] ?? person.displayName,
    })),
  };
}
