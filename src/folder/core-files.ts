import type { z } from 'zod';
import {
  day,
  dayOrMonth,
  directoryId,
  id,
  list,
  localTime,
  oneOf,
  roles,
  text,
  wholeNumber,
} from '../contract/cells.ts';
import { byId, camelKeys, type FolderFile, folderFile } from '../contract/folder-file.ts';
import type { Action } from '../domain/action.ts';
import type { Attendance, Meeting } from '../domain/meeting.ts';
import { omitUndefined } from '../domain/optional.ts';
import type { Agency, Group, Membership, Person, Priority } from '../domain/partnership.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import type { ReviewTableRow } from '../domain/review-table.ts';

const basis = text.optional();
const byRef = { columns: 'ref', value: ({ ref }: { ref: string }) => ref };

const agencies = folderFile({
  name: 'agencies',
  columns: {
    id,
    name: text,
    also_known_as: list(';'),
    kind: oneOf('statutory', 'relevant', 'attendee'),
    basis,
  },
  read: (cells): Agency => camelKeys(cells),
  uniqueKeys: [byId],
});

const groups = folderFile({
  name: 'groups',
  columns: {
    id,
    name: text,
    also_known_as: list(';'),
    kind: text,
    chair_role: text.optional(),
    reports_to: id.optional(),
    meets_every_weeks: wholeNumber(1, 520).optional(),
    remit: text.optional(),
    basis,
  },
  read: (cells): Group => camelKeys(cells),
  uniqueKeys: [byId],
  references: ({ reportsTo }) => [['reports_to', 'groups', reportsTo]],
});

const memberships = folderFile({
  name: 'memberships',
  columns: { group: id, agency: id, expectation: oneOf('core', 'when-required'), basis },
  read: (cells): Membership => camelKeys(cells),
  uniqueKeys: [{ columns: 'group and agency', value: ({ group, agency }) => `${group} ${agency}` }],
  references: ({ group, agency }) => [
    ['group', 'groups', group],
    ['agency', 'agencies', agency],
  ],
});

const people = folderFile({
  name: 'people',
  columns: {
    id,
    display_name: text,
    agency: id.optional(),
    roles,
    groups: list(';'),
    tenant_id: directoryId,
    object_id: directoryId,
    basis,
  },
  read: (cells): Person => camelKeys(cells),
  unguardedColumns: ['display_name', 'tenant_id', 'object_id'],
  uniqueKeys: [
    byId,
    {
      columns: 'tenant_id and object_id',
      value: ({ tenantId, objectId }) => `${tenantId} ${objectId}`,
    },
  ],
  references: ({ agency, groups, roles }) => [
    ['agency', 'agencies', agency],
    ['groups', 'groups', groups],
    [
      'roles',
      'groups',
      roles.filter((role) => role.startsWith('chair:')).map((role) => role.slice('chair:'.length)),
    ],
  ],
});

const priorities = folderFile({
  name: 'priorities',
  columns: {
    id,
    year: id,
    number: wholeNumber(0, 999).optional(),
    kind: text.optional(),
    title: text,
    also_known_as: list(';'),
    lead_group: id.optional(),
    objectives: list(' | '),
    basis,
  },
  read: (cells): Priority => camelKeys(cells),
  uniqueKeys: [{ columns: 'id and year', value: ({ id, year }) => `${id} ${year}` }],
  references: ({ leadGroup }) => [['lead_group', 'groups', leadGroup]],
});

const meetings = folderFile({
  name: 'meetings',
  columns: {
    id,
    group: id,
    title: text,
    kind: text,
    starts_at: localTime,
    minutes: wholeNumber(1, 1440),
    status: oneOf('scheduled', 'held', 'postponed', 'cancelled'),
    basis,
  },
  read: (cells): Meeting => camelKeys(cells),
  uniqueKeys: [byId],
  references: ({ group }) => [['group', 'groups', group]],
});

const attendance = folderFile({
  name: 'attendance',
  columns: {
    meeting_id: id,
    agency: id,
    attended: oneOf('present', 'deputy', 'apologies', 'absent'),
    person: id.optional(),
    deputy_for: id.optional(),
    basis,
  },
  read: (cells): Attendance => camelKeys(cells),
  uniqueKeys: [
    {
      columns: 'meeting_id and agency',
      value: ({ meetingId, agency }) => `${meetingId} ${agency}`,
    },
  ],
  references: ({ meetingId, agency, person, deputyFor }) => [
    ['meeting_id', 'meetings', meetingId],
    ['agency', 'agencies', agency],
    ['person', 'people', person],
    ['deputy_for', 'people', deputyFor],
  ],
});

const reviews = folderFile({
  name: 'reviews',
  columns: {
    ref: id,
    year: id.optional(),
    category: text.optional(),
    aware_on: day.optional(),
    notified_on: day.optional(),
    decided_on: day.optional(),
    local_decision: text.optional(),
    panel_response: text.optional(),
    panel_responded_on: day.optional(),
    outcome: text.optional(),
    review_name: text.optional(),
    basis,
  },
  read: (cells): ReviewTableRow => camelKeys(cells),
  uniqueKeys: [byRef],
  idColumn: 'ref',
});

const actionColumns = {
  ref: id,
  title: text,
  source_kind: id.optional(),
  source: text.optional(),
  owner_agency: id.optional(),
  owner_group: id.optional(),
  owner_person: id.optional(),
  priority: id.optional(),
  review_ref: id.optional(),
  year: id.optional(),
  raised_on: day.optional(),
  due_on: day.optional(),
  status: oneOf('open', 'not started', 'in progress', 'blocked', 'complete', 'withdrawn'),
  completed_on: dayOrMonth.optional(),
  impact_evidence: text.optional(),
  notes: text.optional(),
  basis,
  verified_by: id.optional(),
  verified_on: day.optional(),
};

const actions = folderFile({
  name: 'actions',
  columns: actionColumns,
  read: toAction,
  write: fromAction,
  sparseColumns: ['verified_by', 'verified_on'],
  uniqueKeys: [byRef],
  idColumn: 'ref',
  references: ({ owner, priority, review, verifiedBy }) => [
    ['owner_agency', 'agencies', owner.agency],
    ['owner_group', 'groups', owner.group],
    ['owner_person', 'people', owner.person],
    ['priority', 'priorities', priority, 'may be unknown'],
    ['review_ref', 'reviews', review, 'may be unknown'],
    ['verified_by', 'people', verifiedBy],
  ],
});

/** The lists of {@link PartnershipRecords}. */
export type CoreList = Exclude<keyof PartnershipRecords, 'partnership'>;

/** The files of the partnership's own records, each behind those whose records it names. */
export const CORE_FILES: readonly FolderFile[] = [
  agencies,
  groups,
  people,
  memberships,
  priorities,
  meetings,
  attendance,
  reviews,
  actions,
];

/** Without these there is no partnership. */
export const REQUIRED_FILES: readonly string[] = ['agencies', 'groups'];

function toAction(cells: z.output<z.ZodObject<typeof actionColumns>>): Action {
  const { sourceKind, source, ownerAgency, ownerGroup, ownerPerson, reviewRef, ...rest } =
    camelKeys(cells);
  return omitUndefined({
    ...rest,
    source: omitUndefined({ kind: sourceKind, name: source }),
    owner: omitUndefined({ agency: ownerAgency, group: ownerGroup, person: ownerPerson }),
    review: reviewRef,
  });
}

function fromAction({ source, owner, review, ...rest }: Action): object {
  return {
    ...rest,
    sourceKind: source.kind,
    source: source.name,
    ownerAgency: owner.agency,
    ownerGroup: owner.group,
    ownerPerson: owner.person,
    reviewRef: review,
  };
}
