import { z } from 'zod';
import { day, json, number, text, texts } from '../../contract/columns.ts';
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
  id: text,
  name: text,
  shortName: text,
  area: text,
  timeZone: text,
  yearStart: text,
  asOf: day.optional(),
  statutoryPartners: json(
    z
      .array(
        z.object({ agency: text, voice: z.enum(['decides', 'advises']), note: text.optional() }),
      )
      .readonly(),
  ),
  positions: z.enum(['hidden', 'shown']).optional(),
  quorum: json(z.array(z.custom<QuorumRule>(hasText('group'))).readonly()),
  clocks: json(z.array(z.custom<Clock>(hasText('id'))).readonly()),
  notices: json(
    z.custom<Readonly<Record<string, unknown>>>(
      (value) => typeof value === 'object' && value !== null,
    ),
  ).optional(),
  basis: text.optional(),
});

const agencyColumns = z.object({
  id: text,
  name: text,
  alsoKnownAs: texts,
  kind: z.enum(['statutory', 'relevant', 'attendee']),
  basis: text.optional(),
});

const groupColumns = z.object({
  id: text,
  name: text,
  alsoKnownAs: texts,
  kind: text,
  chairRole: text.optional(),
  reportsTo: text.optional(),
  meetsEveryWeeks: number.optional(),
  remit: text.optional(),
  basis: text.optional(),
});

const membershipColumns = z.object({
  group: text,
  agency: text,
  expectation: z.enum(['core', 'when-required']),
  basis: text.optional(),
});

const personColumns = z.object({
  id: text,
  displayName: text,
  agency: text.optional(),
  roles: json(z.array(z.custom<Role>((role) => typeof role === 'string')).readonly()),
  groups: texts,
  tenantId: text,
  objectId: text,
  basis: text.optional(),
  erasedOn: day.optional(),
});

const priorityColumns = z.object({
  id: text,
  year: text,
  number: number.optional(),
  kind: text.optional(),
  title: text,
  alsoKnownAs: texts,
  leadGroup: text.optional(),
  objectives: texts,
  basis: text.optional(),
});

const reviewColumns = z.object({
  ref: text,
  year: text.optional(),
  category: text.optional(),
  awareOn: day.optional(),
  notifiedOn: day.optional(),
  decidedOn: day.optional(),
  localDecision: text.optional(),
  panelResponse: text.optional(),
  panelRespondedOn: day.optional(),
  outcome: text.optional(),
  reviewName: text.optional(),
  basis: text.optional(),
});

/**
 * Words taught in the chat, which an import neither adds nor removes. `by` and `at` say who taught
 * them and when.
 */
export const learnedColumns = z.object({
  words: text,
  kind: z.enum(['agency', 'group', 'priority']),
  id: text,
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
export const headColumns = z.object({ version: number, pending: z.boolean().optional() });

function hasText(name: string): (value: unknown) => boolean {
  return (value) => typeof (value as Record<string, unknown> | null)?.[name] === 'string';
}
