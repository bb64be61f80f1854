import { z } from 'zod';
import {
  dayColumn,
  jsonColumn,
  numberColumn,
  textColumn,
  textListColumn,
} from '../../contract/columns.ts';
import type { LearnedWords } from '../../domain/directory.ts';
import type {
  Agency,
  Clock,
  Group,
  Membership,
  Partnership,
  Person,
  Priority,
  QuorumRule,
  Role,
} from '../../domain/partnership.ts';
import type { ReviewTableRow } from '../../domain/review-table.ts';
import { createRowCodec } from '../tables/row-codec.ts';

/** The key of the row with the version of a partnership's reference data. */
export const HEAD = 'head';

const partnershipColumns = z.object({
  id: textColumn,
  name: textColumn,
  shortName: textColumn,
  area: textColumn,
  timeZone: textColumn,
  yearStart: textColumn,
  asOf: dayColumn.optional(),
  statutoryPartners: jsonColumn(
    z
      .array(
        z.object({
          agency: textColumn,
          voice: z.enum(['decides', 'advises']),
          note: textColumn.optional(),
        }),
      )
      .readonly(),
  ),
  positions: z.enum(['hidden', 'shown']).optional(),
  rapidReviewGroup: textColumn.optional(),
  quorum: jsonColumn(z.array(z.custom<QuorumRule>(hasText('group'))).readonly()),
  clocks: jsonColumn(z.array(z.custom<Clock>(hasText('id'))).readonly()),
  reportAConcern: jsonColumn(
    z.object({ name: textColumn, phone: textColumn.optional() }),
  ).optional(),
  notices: jsonColumn(
    z.custom<Readonly<Record<string, unknown>>>(
      (value) => typeof value === 'object' && value !== null,
    ),
  ).optional(),
  basis: textColumn.optional(),
});

const agencyColumns = z.object({
  id: textColumn,
  name: textColumn,
  shortName: textColumn.optional(),
  alsoKnownAs: textListColumn,
  kind: z.enum(['statutory', 'relevant', 'attendee']),
  basis: textColumn.optional(),
});

const groupColumns = z.object({
  id: textColumn,
  name: textColumn,
  shortName: textColumn.optional(),
  alsoKnownAs: textListColumn,
  kind: textColumn,
  chairRole: textColumn.optional(),
  reportsTo: textColumn.optional(),
  meetsEveryWeeks: numberColumn.optional(),
  startsOn: dayColumn.optional(),
  endsOn: dayColumn.optional(),
  remit: textColumn.optional(),
  basis: textColumn.optional(),
});

const membershipColumns = z.object({
  group: textColumn,
  agency: textColumn,
  expectation: z.enum(['core', 'when-required']),
  basis: textColumn.optional(),
});

const personColumns = z.object({
  id: textColumn,
  displayName: textColumn,
  agency: textColumn.optional(),
  roles: jsonColumn(z.array(z.custom<Role>((role) => typeof role === 'string')).readonly()),
  groups: textListColumn,
  tenantId: textColumn,
  objectId: textColumn,
  otherIdentities: jsonColumn(
    z.array(z.object({ tenantId: textColumn, objectId: textColumn })).readonly(),
  ).optional(),
  basis: textColumn.optional(),
  erasedOn: dayColumn.optional(),
});

const priorityColumns = z.object({
  id: textColumn,
  year: textColumn,
  number: numberColumn.optional(),
  kind: textColumn.optional(),
  title: textColumn,
  alsoKnownAs: textListColumn,
  leadGroup: textColumn.optional(),
  objectives: textListColumn,
  basis: textColumn.optional(),
});

const reviewColumns = z.object({
  ref: textColumn,
  year: textColumn.optional(),
  category: textColumn.optional(),
  awareOn: dayColumn.optional(),
  notifiedOn: dayColumn.optional(),
  decidedOn: dayColumn.optional(),
  localDecision: textColumn.optional(),
  panelResponse: textColumn.optional(),
  panelRespondedOn: dayColumn.optional(),
  outcome: textColumn.optional(),
  reviewName: textColumn.optional(),
  basis: textColumn.optional(),
});

/**
 * Words taught in the chat, which an import neither adds nor removes. `by` and `at` say who taught
 * them and when.
 */
export const learnedColumns = z.object({
  words: textColumn,
  kind: z.enum(['agency', 'group', 'priority']),
  id: textColumn,
});

/**
 * Partition: the partnership's id. Rows: `partnership|`, `agency|ID`, `group|ID`,
 * `membership|GROUP|AGENCY` …
 */
export function referenceCodecs(table: string) {
  return {
    partnership: createRowCodec<Partnership>(table, 'partnership', partnershipColumns, () => ['']),
    agencies: createRowCodec<Agency>(table, 'agency', agencyColumns, ({ id }) => [id]),
    groups: createRowCodec<Group>(table, 'group', groupColumns, ({ id }) => [id]),
    memberships: createRowCodec<Membership>(
      table,
      'membership',
      membershipColumns,
      ({ group, agency }) => [group, agency],
    ),
    people: createRowCodec<Person>(table, 'person', personColumns, ({ id }) => [id]),
    priorities: createRowCodec<Priority>(table, 'priority', priorityColumns, ({ year, id }) => [
      year,
      id,
    ]),
    learned: createRowCodec<LearnedWords>(table, 'learned', learnedColumns, ({ words }) => [words]),
    reviews: createRowCodec<ReviewTableRow>(table, 'review', reviewColumns, ({ ref }) => [ref]),
  };
}

/**
 * `version` rises with every change; `pending` is set while an import is running or after it was
 * interrupted.
 */
export const headColumns = z.object({ version: numberColumn, pending: z.boolean().optional() });

function hasText(name: string): (value: unknown) => boolean {
  return (value) => typeof (value as Record<string, unknown> | null)?.[name] === 'string';
}
