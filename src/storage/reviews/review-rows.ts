import { z } from 'zod';
import { changeEventColumns, day, json, number, text, texts } from '../../contract/columns.ts';
import type { Versioned } from '../../contract/store.ts';
import type { Advice, Position, RapidReview, Round } from '../../domain/rapid-review.ts';
import type { ReviewEvent, ReviewEventType } from '../../domain/rapid-review-commands.ts';
import type { AuditEvent } from '../audit/audit-entry.ts';
import { fromKey, prefixRange, toKey, toOrdinal } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { Row, StoredRow } from '../tables/row.ts';

/** All that is kept of the rapid reviews of a partnership lies in this partition. */
export const reviewsPartition = (partnership: string) => toKey(partnership, 'reviews');

const summary = z.object({
  agency: text,
  askedOn: day,
  dueOn: day,
  state: z.enum(['asked', 'returned', 'nothing known', 'late']),
  on: day.optional(),
});
const answer = z.enum(['needed', 'not needed', 'more information']);
const decision = z.enum(['LCSPR', 'no LCSPR']);
const response = z.enum(['agreed', 'asked to reconsider', 'national review']);
const said = z.object({ text, by: text, at: text });

const headColumns = z.object({
  version: number,
  ref: text,
  year: text.optional(),
  category: text.optional(),
  awareOn: day.optional(),
  notifiedOn: day.optional(),
  summaries: json(z.array(summary).readonly()),
  outcome: text.optional(),
  basis: text.optional(),
});

const confirmed = z.object({
  decision,
  on: day,
  by: text.optional(),
  at: text.optional(),
  partners: z.array(text).readonly(),
  national: z.array(text).readonly(),
});
const correction = z.object({
  decision: decision.optional(),
  response: response.optional(),
  reason: text,
  by: text,
  at: text,
});

const roundColumns = z.object({
  number,
  openedAt: text.optional(),
  partners: texts,
  advisers: texts,
  hidden: z.boolean(),
  revealedAt: text.optional(),
  group: text.optional(),
  escalation: json(z.object({ on: day, dueOn: day, reason: text })).optional(),
  confirmed: json(confirmed).optional(),
  sent: json(z.object({ on: day, why: text.optional() })).optional(),
  response: json(z.object({ answer: response, on: day.optional() })).optional(),
  corrections: json(z.array(correction).readonly()),
});

const positionColumns = z.object({
  agency: text,
  answer,
  rationale: text,
  national: z.boolean(),
  by: text,
  at: text,
  onBehalf: z.boolean().optional(),
  objection: json(said).optional(),
});
const adviceColumns = said.extend({ agency: text.optional() });

export const reviewEventColumns = changeEventColumns.extend({
  type: z.custom<ReviewEventType>((value) => typeof value === 'string'),
  round: number.optional(),
  agency: text.optional(),
  ref: text.optional(),
  on: day.optional(),
  dueOn: day.optional(),
  answer: answer.optional(),
  national: z.boolean().optional(),
  what: text.optional(),
});

/**
 * A review is its head, `review|REF|`, its rounds `review|REF|a|NUMBER`, their positions `review|REF|p|NUMBER|AGENCY` and
 * advice `review|REF|q|NUMBER|PERSON`. One range reads it whole.
 */
export const reviewRange = (ref?: string) =>
  ref === undefined ? prefixRange('review') : prefixRange('review', ref);
export const headKey = (ref: string) => `${toKey('review', ref)}|`;

/** The rows of a review that differ from what was there: what did not change is the same object. The head always does. */
export function toReviewRows(
  partitionKey: string,
  { record, version }: Versioned<RapidReview>,
  before?: RapidReview,
): [Row, ...Row[]] {
  const { rounds, ref, ...head } = record;
  const row = (columns: object, ...key: string[]) =>
    ({ ...columns, partitionKey, rowKey: toKey('review', ref, ...key) }) as Row;
  const isNews = <Item>(item: Item, among: readonly Item[] = []) => !among.includes(item);
  const parts = rounds.flatMap((round) => {
    const { positions, advice, ...result } = round;
    const known = before?.rounds.find((each) => each.number === round.number);
    const at = toOrdinal(round.number);
    return [
      ...(round === known ? [] : [row(z.encode(roundColumns, result), 'a', at)]),
      ...positions
        .filter((each) => isNews(each, known?.positions))
        .map((each) => row(z.encode(positionColumns, each), 'p', at, each.agency)),
      ...advice
        .filter((each) => isNews(each, known?.advice))
        .map((each) => row(z.encode(adviceColumns, each), 'q', at, each.by)),
    ];
  });
  return [
    { ...z.encode(headColumns, { ref, version, ...head }), partitionKey, rowKey: headKey(ref) },
    ...parts,
  ];
}

/** @throws UnreadableRow */
export function fromReviewRows(
  table: string,
  rows: readonly StoredRow[],
): Versioned<RapidReview>[] {
  const byRef = Map.groupBy(rows, ({ rowKey }) => fromKey(rowKey)[1]);
  return [...byRef.values()].map((own) => fromRowsOfOne(table, own));
}

function fromRowsOfOne(table: string, rows: readonly StoredRow[]): Versioned<RapidReview> {
  const [head, ...parts] = rows;
  const ofKind = (kind: string) => parts.filter(({ rowKey }) => fromKey(rowKey)[2] === kind);
  const ofRound = (kind: string, round: number) =>
    ofKind(kind).filter(({ rowKey }) => fromKey(rowKey)[3] === toOrdinal(round));
  const rounds = ofKind('a').map((row): Round => {
    const result = parseRow(table, roundColumns, row);
    const positions = ofRound('p', result.number).map(
      (each): Position => parseRow(table, positionColumns, each),
    );
    const advice = ofRound('q', result.number).map(
      (each): Advice => parseRow(table, adviceColumns, each),
    );
    return { ...result, positions, advice };
  });
  const { version, ...columns } = parseRow(table, headColumns, head as StoredRow);
  return { record: { ...columns, rounds }, version };
}

/** The history of a review, each line under the version that it made. */
export function toEventRow(
  partitionKey: string,
  ref: string,
  version: number,
  event: ReviewEvent,
): Row {
  const rowKey = toKey('review.history', ref, toOrdinal(version));
  return { ...z.encode(reviewEventColumns, event), partitionKey, rowKey };
}

/** @throws UnreadableRow */
export function fromEventRow(table: string, row: StoredRow): ReviewEvent {
  return parseRow(table, reviewEventColumns, row);
}

export function toAuditEvent(id: string, version: number, event: ReviewEvent): AuditEvent {
  const { by, type, operation, round, agency, ref, on, dueOn, answer } = event;
  const fields = {
    agency,
    ref,
    on,
    due: dueOn,
    answer,
    round: round === undefined ? undefined : String(round),
  };
  const changes = Object.fromEntries(
    Object.entries(fields).flatMap(([field, to]) => (to ? [[field, { to }]] : [])),
  );
  return {
    by,
    type,
    kind: 'review',
    id,
    version,
    changes,
    operation,
    ...(type === 'answered on behalf' && { onBehalf: agency }),
  };
}
