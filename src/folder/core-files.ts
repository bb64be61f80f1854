import type { z } from 'zod';
import {
  choiceCell,
  dayCell,
  dayOrMonthCell,
  directoryIdCell,
  idCell,
  identitiesCell,
  listCell,
  localTimeCell,
  rolesCell,
  textCell,
  wholeNumberCell,
} from '../contract/cells.ts';
import {
  byId,
  camelKeys,
  type FolderFile,
  folderFile,
  type UniqueKey,
} from '../contract/folder-file.ts';
import type { Action } from '../domain/action.ts';
import type { Attendance, Meeting } from '../domain/meeting.ts';
import { omitUndefined } from '../domain/optional.ts';
import type { Agency, Group, Membership, Person, Priority } from '../domain/partnership.ts';
import type { FormerPerson, PartnershipRecords } from '../domain/partnership-records.ts';
import type { ReviewTableRow } from '../domain/review-table.ts';
import { sharedTitleWords } from '../domain/title-similarity.ts';
import { toComparable } from '../domain/to-comparable.ts';

const basis = textCell.optional();
const byRef = {
  columns: 'ref',
  value: ({ ref }: { ref: string }) => ref,
  isReference: true,
} as const;

/** As long as a list and a button can carry. */
const MAX_CHARACTERS_IN_SHORT_NAME = 24;

const shortNameCell = textCell
  .max(
    MAX_CHARACTERS_IN_SHORT_NAME,
    `is longer than ${MAX_CHARACTERS_IN_SHORT_NAME} characters: a short name has to fit into lists`,
  )
  .optional();

const byShortName: UniqueKey<Agency | Group> = {
  columns: 'short_name',
  // Those without one share nothing.
  value: ({ id, shortName }) => (shortName ? `called ${shortName.toLowerCase()}` : `id ${id}`),
};

const agencies = folderFile({
  name: 'agencies',
  columns: {
    id: idCell,
    name: textCell,
    also_known_as: listCell(';'),
    kind: choiceCell('statutory', 'relevant', 'attendee'),
    basis,
    short_name: shortNameCell,
  },
  read: (cells): Agency => camelKeys(cells),
  sparseColumns: ['short_name'],
  uniqueKeys: [byId, byShortName],
});

const groups = folderFile({
  name: 'groups',
  columns: {
    id: idCell,
    name: textCell,
    also_known_as: listCell(';'),
    kind: textCell,
    chair_role: textCell.optional(),
    reports_to: idCell.optional(),
    meets_every_weeks: wholeNumberCell(1, 520).optional(),
    starts_on: dayCell.optional(),
    ends_on: dayCell.optional(),
    remit: textCell.optional(),
    basis,
    short_name: shortNameCell,
  },
  read: (cells): Group => camelKeys(cells),
  sparseColumns: ['starts_on', 'ends_on', 'short_name'],
  uniqueKeys: [byId, byShortName],
  references: ({ reportsTo }) => [['reports_to', 'groups', reportsTo]],
});

const memberships = folderFile({
  name: 'memberships',
  columns: {
    group: idCell,
    agency: idCell,
    expectation: choiceCell('core', 'when-required'),
    basis,
  },
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
    id: idCell,
    display_name: textCell,
    agency: idCell.optional(),
    roles: rolesCell,
    groups: listCell(';'),
    tenant_id: directoryIdCell,
    object_id: directoryIdCell,
    basis,
    other_identities: identitiesCell,
  },
  read: (cells): Person => omitUndefined(camelKeys(cells)),
  sparseColumns: ['other_identities'],
  unguardedColumns: ['display_name', 'tenant_id', 'object_id', 'other_identities'],
  uniqueKeys: [
    byId,
    {
      columns: 'tenant_id and object_id',
      value: ({ tenantId, objectId }) => `${tenantId} ${objectId}`,
      others: ({ otherIdentities = [] }) =>
        otherIdentities.map(({ tenantId, objectId }) => `${tenantId} ${objectId}`),
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

const formerPeople = folderFile({
  name: 'former-people',
  columns: { id: idCell, pseudonym: textCell, erased_on: dayCell },
  read: (cells): FormerPerson => camelKeys(cells),
  isOfExports: true,
  nameColumns: ['pseudonym'],
  uniqueKeys: [byId],
});

const priorities = folderFile({
  name: 'priorities',
  columns: {
    id: idCell,
    year: idCell,
    number: wholeNumberCell(0, 999).optional(),
    kind: textCell.optional(),
    title: textCell,
    also_known_as: listCell(';'),
    lead_group: idCell.optional(),
    objectives: listCell(' | '),
    basis,
  },
  read: (cells): Priority => camelKeys(cells),
  uniqueKeys: [{ columns: 'id and year', value: ({ id, year }) => `${id} ${year}` }],
  references: ({ leadGroup }) => [['lead_group', 'groups', leadGroup]],
});

const meetings = folderFile({
  name: 'meetings',
  columns: {
    id: idCell,
    group: idCell,
    title: textCell,
    kind: textCell,
    starts_at: localTimeCell,
    minutes: wholeNumberCell(1, 1440),
    status: choiceCell('scheduled', 'held', 'postponed', 'cancelled'),
    basis,
    place: textCell.optional(),
  },
  read: (cells): Meeting => camelKeys(cells),
  sparseColumns: ['place'],
  columnGroups: [['starts_at', 'minutes', 'status']],
  uniqueKeys: [byId],
  references: ({ group }) => [['group', 'groups', group]],
});

const attendance = folderFile({
  name: 'attendance',
  columns: {
    meeting_id: idCell,
    agency: idCell,
    attended: choiceCell('present', 'deputy', 'apologies', 'absent'),
    person: idCell.optional(),
    deputy_for: idCell.optional(),
    basis,
  },
  read: (cells): Attendance => camelKeys(cells),
  nameColumns: ['person'],
  settledColumns: () => ['attended', 'person', 'deputy_for', 'basis'],
  uniqueKeys: [
    {
      columns: 'meeting_id and agency',
      value: ({ meetingId, agency }) => `${meetingId} ${agency}`,
    },
  ],
  references: ({ meetingId, agency, attended, person, deputyFor }) => [
    ['meeting_id', 'meetings', meetingId],
    ['agency', 'agencies', agency],
    // A deputy may be known by name alone.
    attended === 'deputy'
      ? ['person', 'people', person, 'may be unknown']
      : ['person', 'people', person],
    ['deputy_for', 'people', deputyFor],
  ],
});

const reviews = folderFile({
  name: 'reviews',
  columns: {
    ref: idCell,
    year: idCell.optional(),
    category: textCell.optional(),
    aware_on: dayCell.optional(),
    notified_on: dayCell.optional(),
    decided_on: dayCell.optional(),
    local_decision: textCell.optional(),
    panel_response: textCell.optional(),
    panel_responded_on: dayCell.optional(),
    outcome: textCell.optional(),
    review_name: textCell.optional(),
    basis,
  },
  read: (cells): ReviewTableRow => camelKeys(cells),
  settledColumns: () => [
    'aware_on',
    'notified_on',
    'decided_on',
    'local_decision',
    'panel_response',
    'panel_responded_on',
  ],
  nameColumns: ['review_name'],
  uniqueKeys: [byRef],
  idColumn: 'ref',
});

const actionColumns = {
  ref: idCell,
  title: textCell,
  source_kind: idCell.optional(),
  source: textCell.optional(),
  owner_agency: idCell.optional(),
  owner_group: idCell.optional(),
  owner_person: idCell.optional(),
  priority: idCell.optional(),
  review_ref: idCell.optional(),
  year: idCell.optional(),
  raised_on: dayCell.optional(),
  due_on: dayCell.optional(),
  status: choiceCell('open', 'not started', 'in progress', 'blocked', 'complete', 'withdrawn'),
  completed_on: dayOrMonthCell.optional(),
  impact_evidence: textCell.optional(),
  notes: textCell.optional(),
  basis,
  verified_by: idCell.optional(),
  verified_on: dayCell.optional(),
  raised_under: textCell.optional(),
  joint_owners: listCell(';').transform((agencies) => (agencies.length > 0 ? agencies : undefined)),
};

/** Who owns an action: what is written in one of them may say what the others are. */
export const OWNER_COLUMNS = [
  'owner_agency',
  'joint_owners',
  'owner_group',
  'owner_person',
] as const;

const actions = folderFile({
  name: 'actions',
  columns: actionColumns,
  read: toAction,
  write: fromAction,
  sparseColumns: ['verified_by', 'verified_on', 'joint_owners', 'raised_under'],
  columnGroups: [OWNER_COLUMNS, ['status', 'completed_on']],
  settledColumns: ({ verifiedBy }) =>
    verifiedBy
      ? ['verified_by', 'verified_on', 'status', 'completed_on', 'impact_evidence']
      : ['verified_by', 'verified_on'],
  // A short title has too few words to be similar to itself: “Update the dataset”.
  isSameThing: (stored, other) =>
    toComparable(stored.title) === toComparable(other.title) ||
    sharedTitleWords(stored.title, other.title).length > 0,
  uniqueKeys: [byRef],
  idColumn: 'ref',
  nameColumns: ['owner_person'],
  references: ({ owner, priority, review, verifiedBy }) => [
    ['owner_agency', 'agencies', owner.agency],
    ['joint_owners', 'agencies', owner.with],
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
  formerPeople,
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
  const {
    sourceKind,
    source,
    ownerAgency,
    ownerGroup,
    ownerPerson,
    jointOwners,
    reviewRef,
    raisedUnder,
    ...rest
  } = camelKeys(cells);
  return omitUndefined({
    ...rest,
    source: omitUndefined({ kind: sourceKind, name: source, item: raisedUnder }),
    owner: omitUndefined({
      agency: ownerAgency,
      with: jointOwners,
      group: ownerGroup,
      person: ownerPerson,
    }),
    review: reviewRef,
  });
}

function fromAction({ source, owner, review, ...rest }: Action): object {
  return {
    ...rest,
    sourceKind: source.kind,
    source: source.name,
    raisedUnder: source.item,
    ownerAgency: owner.agency,
    jointOwners: owner.with,
    ownerGroup: owner.group,
    ownerPerson: owner.person,
    reviewRef: review,
  };
}
