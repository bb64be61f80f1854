import type { Agency, Group, Membership, Partnership, Person, Priority } from './partnership.ts';

/** A record that words can name. */
export interface RecordReference {
  readonly kind: 'agency' | 'group' | 'priority';
  readonly id: string;
}

/** What people here call a record, as an administrator taught it in the chat: “the dads work”. */
export interface LearnedWords extends RecordReference {
  readonly words: string;
}

/** All the names of one partnership at one version: what people's words are matched against and ids are put into words with. */
export interface Directory {
  /** Rises with every change, so that a copy held in memory knows when it is out of date. */
  readonly version: number;
  readonly partnership: Partnership;
  readonly agencies: readonly Agency[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
  readonly priorities: readonly Priority[];
  /** References of all reviews, oldest first. */
  readonly reviewRefs: readonly string[];
  /** Words taught in the chat, by their alphabet. */
  readonly learnedWords: readonly LearnedWords[];
}

/** Tenant id and directory object id: the only things Teams vouches for about a person. */
export interface Identity {
  readonly tenantId: string;
  readonly objectId: string;
}

/** The person with this identity, or `undefined` for somebody the partnership does not know. */
export function findPerson(
  { people }: Directory,
  { tenantId, objectId }: Identity,
): Person | undefined {
  return people.find((person) => person.tenantId === tenantId && person.objectId === objectId);
}

/** An agency's name; its id where the records name an agency that is not (or no longer) listed. */
export function agencyName({ agencies }: Directory, id: string): string {
  return agencies.find((agency) => agency.id === id)?.name ?? id;
}

/** A group's name; its id where the group is not (or no longer) listed. */
export function groupName({ groups }: Directory, id: string): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}

/** The group that others report to: what people mean by “the board”. */
export function findBoard({ groups }: Directory): Group | undefined {
  return (
    groups.find((group) => group.kind === 'board' && !group.reportsTo) ??
    groups.find((group) => !group.reportsTo)
  );
}

/** A person's display name; the id where the person is not (or no longer) listed. */
export function personName({ people }: Directory, id: string): string {
  return people.find((person) => person.id === id)?.displayName ?? id;
}

/** A priority as a year's plan has it; where that year lacks it, as the latest plan that has it. */
export function findPriority(
  { priorities }: Directory,
  id: string,
  year: string,
): Priority | undefined {
  const editions = priorities
    .filter((priority) => priority.id === id)
    .sort((a, b) => b.year.localeCompare(a.year));
  return editions.find((priority) => priority.year === year) ?? editions[0];
}

/** The agencies that are always expected at a group’s meetings. */
export function coreAgencies({ memberships }: Directory, group: string): string[] {
  return memberships
    .filter((each) => each.group === group && each.expectation === 'core')
    .map(({ agency }) => agency);
}
