import type { Action } from './action.ts';
import type { Day } from './dates.ts';
import type { Attendance, Meeting } from './meeting.ts';
import type { Agency, Group, Membership, Partnership, Person, Priority } from './partnership.ts';
import type { ReviewTableRow } from './review-table.ts';

/** Somebody who was erased: records still name their id, and nothing else of them is known. */
export interface FormerPerson {
  readonly id: string;
  readonly pseudonym: string;
  readonly erasedOn: Day;
}

/**
 * The records of one partnership outside the features’ own stores, as a folder brings them. Each
 * list keeps its order.
 */
export interface PartnershipRecords {
  readonly partnership: Partnership;
  readonly agencies: readonly Agency[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
  readonly 'former-people'?: readonly FormerPerson[];
  readonly priorities: readonly Priority[];
  readonly actions: readonly Action[];
  readonly meetings: readonly Meeting[];
  readonly attendance: readonly Attendance[];
  readonly reviews: readonly ReviewTableRow[];
}
