import type { NamedLcspr } from './named-lcspr.ts';
import type { Agency, Group, Membership, Partnership, Person, Priority } from './partnership.ts';

export type { Identity } from './partnership.ts';

/** A record that people can name in words. */
export interface RecordReference {
  readonly kind: 'agency' | 'group' | 'priority';
  readonly id: string;
}

/** A name for a record that an administrator taught in the chat: “the dads work”. */
export interface LearnedWords extends RecordReference {
  readonly words: string;
}

/**
 * All names of one partnership at one version: people's words are matched against them, and ids are
 * put into words with them.
 */
export interface Directory {
  /** It rises with every change, so that a copy in memory knows when it is out of date. */
  readonly version: number;
  readonly partnership: Partnership;
  readonly agencies: readonly Agency[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
  readonly priorities: readonly Priority[];
  /** References of all reviews, oldest first. */
  readonly reviewRefs: readonly string[];
  /** The local reviews (LCSPRs) that have a name, with the cases that they cover. */
  readonly lcsprs: readonly NamedLcspr[];
  /** Agencies that were asked for a summary, by the reference of the review. */
  readonly summariesAsked: Readonly<Record<string, readonly string[]>>;
  /** Words taught in the chat, in alphabetical order. */
  readonly learnedWords: readonly LearnedWords[];
}

/** An agency's name, or its id where the agency is not (or no longer) listed. */
export function agencyName({ agencies }: Directory, id: string): string {
  return agencies.find((agency) => agency.id === id)?.name ?? id;
}

/** A group's name, or its id where the group is not (or no longer) listed. */
export function groupName({ groups }: Directory, id: string): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}

/** A person's display name, or the id where the person is not (or no longer) listed. */
export function personName({ people }: Directory, id: string): string {
  return people.find((person) => person.id === id)?.displayName ?? id;
}

/** The agencies that are expected at all of a group’s meetings: those with somebody to send. */
export function coreAgencies({ memberships }: Directory, group: string): string[] {
  return memberships
    .filter((each) => each.group === group && each.expectation === 'core' && !each.isVacant)
    .map(({ agency }) => agency);
}
