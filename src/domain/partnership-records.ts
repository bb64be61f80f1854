import type { Action } from './action.ts';
import type { Attendance, Meeting } from './meeting.ts';
import type {
  Agency,
  FormerPerson,
  Group,
  Membership,
  Partnership,
  Person,
  Priority,
} from './partnership.ts';
import type { ReviewTableRow } from './review-table.ts';

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
