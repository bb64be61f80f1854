import type { z } from 'zod';
import type { Action } from '../domain/action.ts';
import { omitUndefined } from '../domain/optional.ts';
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
} from './cells.ts';
import { camelled, defineFile, type FolderFile, type ListName } from './folder-file.ts';

const basis = text.optional();
const byId = { columns: 'id', of: ({ id }: { id: string }) => id };
const byRef = { columns: 'ref', of: ({ ref }: { ref: string }) => ref };

const agencies = defineFile('agencies', {
  columns: {
    id,
    name: text,
    also_known_as: list(';'),
    kind: oneOf('statutory', 'relevant', 'attendee'),
    basis,
  },
  read: camelled,
  unique: [byId],
});

const groups = defineFile('groups', {
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
  read: camelled,
  unique: [byId],
  refersTo: ({ reportsTo }) => [['reports_to', 'groups', reportsTo]],
});

const memberships = defineFile('memberships', {
  columns: { group: id, agency: id, expectation: oneOf('core', 'when-required'), basis },
  read: camelled,
  unique: [{ columns: 'group and agency', of: ({ group, agency }) => `${group} ${agency}` }],
  refersTo: ({ group, agency }) => [
    ['group', 'groups', group],
    ['agency', 'agencies', agency],
  ],
});

const people = defineFile('people', {
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
  read: camelled,
  mayBePersonal: ['display_name', 'tenant_id', 'object_id'],
  unique: [
    byId,
    {
      columns: 'tenant_id and object_id',
      of: ({ tenantId, objectId }) => `${tenantId} ${objectId}`,
    },
  ],
  refersTo: ({ agency, groups, roles }) => [
    ['agency', 'agencies', agency],
    ['groups', 'groups', groups],
    [
      'roles',
      'groups',
      roles.filter((role) => role.startsWith('chair:')).map((role) => role.slice('chair:'.length)),
    ],
  ],
});

const priorities = defineFile('priorities', {
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
  read: camelled,
  unique: [{ columns: 'id and year', of: ({ id, year }) => `${id} ${year}` }],
  refersTo: ({ leadGroup }) => [['lead_group', 'groups', leadGroup]],
});

const meetings = defineFile('meetings', {
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
  read: camelled,
  unique: [byId],
  refersTo: ({ group }) => [['group', 'groups', group]],
});

const attendance = defineFile('attendance', {
  columns: {
    meeting_id: id,
    agency: id,
    attended: oneOf('present', 'deputy', 'apologies', 'absent'),
    person: id.optional(),
    deputy_for: id.optional(),
    basis,
  },
  read: camelled,
  unique: [
    { columns: 'meeting_id and agency', of: ({ meetingId, agency }) => `${meetingId} ${agency}` },
  ],
  refersTo: ({ meetingId, agency, person, deputyFor }) => [
    ['meeting_id', 'meetings', meetingId],
    ['agency', 'agencies', agency],
    ['person', 'people', person],
    ['deputy_for', 'people', deputyFor],
  ],
});

const reviews = defineFile('reviews', {
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
  read: camelled,
  unique: [byRef],
  nameColumn: 'ref',
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

const actions = defineFile('actions', {
  columns: actionColumns,
  read: toAction,
  flat: flatAction,
  added: ['verified_by', 'verified_on'],
  unique: [byRef],
  nameColumn: 'ref',
  refersTo: ({ owner, priority, review, verifiedBy }) => [
    ['owner_agency', 'agencies', owner.agency],
    ['owner_group', 'groups', owner.group],
    ['owner_person', 'people', owner.person],
    ['priority', 'priorities', priority, 'may be unknown'],
    ['review_ref', 'reviews', review, 'may be unknown'],
    ['verified_by', 'people', verifiedBy],
  ],
});

const risks = defineFile('risks', {
  columns: {
    id,
    title: text,
    owner_agency: id.optional(),
    owner_group: id.optional(),
    likelihood: wholeNumber(1, 5).optional(),
    impact: wholeNumber(1, 5).optional(),
    controls: text.optional(),
    next_review_on: day.optional(),
    basis,
  },
  read: camelled,
  unique: [byId],
  refersTo: ({ ownerAgency, ownerGroup }) => [
    ['owner_agency', 'agencies', ownerAgency],
    ['owner_group', 'groups', ownerGroup],
  ],
});

/** All files, each behind those whose records it names. */
export const folderFiles = [
  agencies,
  groups,
  people,
  memberships,
  priorities,
  meetings,
  attendance,
  reviews,
  actions,
  risks,
] as readonly unknown[] as readonly FolderFile[];

/** Without these there is no partnership. */
export const REQUIRED_LISTS: readonly ListName[] = ['agencies', 'groups'];

function toAction(cells: z.output<z.ZodObject<typeof actionColumns>>): Action {
  const { sourceKind, source, ownerAgency, ownerGroup, ownerPerson, reviewRef, ...rest } =
    camelled(cells);
  return omitUndefined({
    ...rest,
    source: omitUndefined({ kind: sourceKind, name: source }),
    owner: omitUndefined({ agency: ownerAgency, group: ownerGroup, person: ownerPerson }),
    review: reviewRef,
  });
}

function flatAction({ source, owner, review, ...rest }: Action): object {
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
