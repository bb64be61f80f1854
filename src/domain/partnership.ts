import type { Day } from './dates.ts';

/**
 * `decides` for a statutory partner; `advises` for one that speaks on a rapid review without being
 * counted.
 */
export type Voice = 'decides' | 'advises';

export interface StatutoryPartner {
  readonly agency: string;
  readonly voice: Voice;
  readonly note?: string;
}

/** What a group needs to be quorate. Every given part must hold. */
export interface QuorumRule {
  readonly group: string;
  /** All of these agencies must attend. */
  readonly allOf?: readonly string[];
  /** At least this many agencies must attend: of `of` when given, else of all expected. */
  readonly atLeast?: number;
  readonly of?: readonly string[];
}

/**
 * A statutory or local time limit as dated configuration. The rule in force on the day of the
 * starting event applies.
 */
export interface Clock {
  readonly id: string;
  readonly fromEvent: string;
  readonly workingDays?: number;
  readonly months?: number;
  /** `MM-DD`: due by this day after the event. */
  readonly by?: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
  /** The statute, guidance or protocol that sets the limit. */
  readonly source: string;
}

/**
 * The first day of the partnership's year, `MM-DD`: 1 April for nearly all (Working Together: the
 * yearly report).
 */
export type YearStart = string;

/** Where a worry about a child is reported, as people there call it. */
export interface FrontDoor {
  readonly name: string;
  readonly phone?: string;
}

/**
 * A safeguarding children partnership: the council, the NHS and the police, with those who work
 * beside them.
 */
export interface Partnership {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly area: string;
  readonly timeZone: string;
  readonly yearStart: YearStart;
  /** The day on which a rehearsal takes place; ignored in production. */
  readonly asOf?: Day;
  readonly statutoryPartners: readonly StatutoryPartner[];
  /**
   * Whether partners see one another’s positions on a rapid review as they arrive. By default they
   * are `hidden` until all have answered.
   */
  readonly positions?: 'hidden' | 'shown';
  /** The group that handles rapid reviews: it sees them all, and decisions are taken in its chat. */
  readonly rapidReviewGroup?: string;
  readonly quorum: readonly QuorumRule[];
  readonly clocks: readonly Clock[];
  /** Where anybody reports that they are worried about a child: the front door of the council. */
  readonly reportAConcern?: FrontDoor;
  /** Notice settings in which this partnership differs from the default. */
  readonly notices?: Readonly<Record<string, unknown>>;
  readonly basis?: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string;
  readonly alsoKnownAs: readonly string[];
}

export type AgencyKind = 'statutory' | 'relevant' | 'attendee';

export interface Agency extends Named {
  readonly kind: AgencyKind;
  readonly basis?: string;
}

/** A board, sub-group, panel or task and finish group. */
export interface Group extends Named {
  readonly kind: string;
  readonly chairRole?: string;
  readonly reportsTo?: string;
  readonly meetsEveryWeeks?: number;
  readonly startsOn?: Day;
  readonly endsOn?: Day;
  readonly remit?: string;
  readonly basis?: string;
}

/** Which agency is expected at which group. */
export interface Membership {
  readonly group: string;
  readonly agency: string;
  readonly expectation: 'core' | 'when-required';
  /** Nobody holds the seat: it is no absence. */
  readonly isVacant?: boolean;
  readonly basis?: string;
}

/** `chair` chairs the partnership; `chair:GROUP` chairs that group. */
export type Role =
  | 'administrator'
  | 'chair'
  | `chair:${string}`
  | 'partner-lead'
  | 'deputy'
  | 'scrutineer'
  | 'member'
  | 'observer';

/** A tenant id and a directory object id: the only things about a person that Teams vouches for. */
export interface Identity {
  readonly tenantId: string;
  readonly objectId: string;
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly agency?: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly tenantId: string;
  readonly objectId: string;
  /** Further accounts of the same person: as a guest of another organisation they have another. */
  readonly otherIdentities?: readonly Identity[];
  readonly basis?: string;
  /** The last day of their last role, where they have none any more. */
  readonly endedOn?: Day;
  /** The day from which only their pseudonym is known: an import brings nothing of them back. */
  readonly erasedOn?: Day;
}

/**
 * A priority as one year's plan has it. The same `id` can come back in the next year with other
 * objectives.
 */
export interface Priority {
  readonly id: string;
  /** Usually a partnership year; the years of a longer plan are named `2018-20`. */
  readonly year: string;
  readonly number?: number;
  readonly kind?: string;
  readonly title: string;
  readonly alsoKnownAs: readonly string[];
  readonly leadGroup?: string;
  readonly objectives: readonly string[];
  readonly basis?: string;
}

/** Who owns a record: a person by name, an agency, or a group that follows it up. */
export interface Owner {
  /** The one agency that leads: it is counted and told. */
  readonly agency?: string;
  /** Agencies that own it jointly with the one that leads. */
  readonly with?: readonly string[];
  readonly group?: string;
  readonly person?: string;
}
