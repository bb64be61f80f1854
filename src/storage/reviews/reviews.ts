import { lcsprStore } from '../../contract/lcspr-store.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Reviews } from '../../contract/ports/reviews.ts';
import type { Imported, OpenStores } from '../../contract/store.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import type { Directory } from '../../domain/directory.ts';
import {
  describeLcspr,
  type Lcspr,
  lcsprsFromTable,
  mergeLcsprs,
  withTableCases,
} from '../../domain/lcspr.ts';
import { toRunningLcspr } from '../../domain/notices/running-clocks.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewChange, ReviewEvent } from '../../domain/rapid-review-commands.ts';
import { countOutcomes } from '../../domain/review-figures.ts';
import { fromTableRow, type ReviewTableRow, toTableRow } from '../../domain/review-table.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { createRepository, type RecordRepository } from '../repository.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { createReviewClocks, reviewsPartition } from './review-clocks.ts';
import { createReviewReferences } from './review-references.ts';
import { reviewAuditChanges, reviewStore } from './review-stores.ts';

export interface ReviewRecords extends Reviews {
  /**
   * The rows of the partnership's table of reviews, brought up to date with the changes made here.
   */
  asTable(partnership: string, rows: readonly ReviewTableRow[]): Promise<ReviewTableRow[]>;
  /** The agencies that were asked for a summary, by the reference of the review. One range. */
  summariesAsked(partnership: string): Promise<Directory['summariesAsked']>;
  /** The LCSPRs that were changed here. One range. */
  changedLcsprs(partnership: string): Promise<Lcspr[]>;
  /** The reviews that were changed here. */
  listChanged(partnership: string): Promise<RapidReview[]>;
  /** Writes reviews that were changed where they come from, with their clocks. */
  importChanged(
    partnership: string,
    wanted: readonly RapidReview[],
    event: ChangeEvent,
  ): Promise<Imported>;
  /** The reviews that were changed here, as a store. */
  repository(partnership: string): RecordRepository<RapidReview, ReviewEvent>;
  /** Starts and stops the clocks of imported reviews. */
  track(partnership: string, rows: readonly ReviewTableRow[], by: string): Promise<void>;
}

interface Parts {
  /** The table of reviews and clocks. */
  readonly table: AuditedTable;
  /** The table of reference data, with the imported rows of `reviews.csv`. */
  readonly reference: AuditedTable;
  readonly stores: OpenStores;
  /** Lets every instance read again who was asked for a summary, and how LCSPRs are called. */
  readonly raiseVersion: (partnership: string, by: string, why: string) => Promise<void>;
}

/** Rapid reviews and LCSPRs. An imported one is copied into its store with the first change. */
export function createReviews({ table, reference, stores, raiseVersion }: Parts): ReviewRecords {
  const withLock = createKeyedMutex();
  const references = createReviewReferences(reference);
  const clocks = createReviewClocks(table);
  const openLcsprs = (partnership: string, operation?: string) =>
    stores(partnership, operation)(lcsprStore);
  const openReviews = (partnership: string, operation?: string) => {
    const partition = reviewsPartition(partnership);
    return createRepository(reviewStore, {
      table,
      partition,
      operation,
      withLock,
      alongside: (review) => clocks.operations(partition, review),
      auditChanges: reviewAuditChanges,
    });
  };

  const imported = async (partnership: string, ref: string): Promise<RapidReview | undefined> => {
    const row = await references.find(partnership, ref);
    return row && fromTableRow(row);
  };
  const importedLcsprs = async (partnership: string): Promise<Lcspr[]> =>
    lcsprsFromTable(await references.all(partnership));

  async function lcsprs(partnership: string): Promise<Lcspr[]> {
    const [live, known] = await Promise.all([
      openLcsprs(partnership).list(),
      importedLcsprs(partnership),
    ]);
    return mergeLcsprs(known, live);
  }

  async function all(partnership: string): Promise<RapidReview[]> {
    const [live, rows] = await Promise.all([
      openReviews(partnership).list(),
      references.all(partnership),
    ]);
    const known = [...rows.map(fromTableRow), ...live];
    const byRef = new Map(known.map((review) => [review.ref, review]));
    return [...byRef.values()].sort(
      (a, b) =>
        (a.awareOn ?? '').localeCompare(b.awareOn ?? '') ||
        a.ref.localeCompare(b.ref, 'en', { numeric: true }),
    );
  }

  return {
    all,
    running: (partnership) => clocks.running(partnership),
    async runningLcsprs(partnership) {
      const running = await openLcsprs(partnership).range('running', [], []);
      return running.flatMap((lcspr) => toRunningLcspr(lcspr) ?? []);
    },
    async summariesAsked(partnership) {
      const asked = (await openReviews(partnership).list())
        .filter(({ summaries }) => summaries.length > 0)
        .map((review) => [review.ref, askedAgencies(review)]);
      return Object.fromEntries(asked);
    },
    repository: openReviews,
    listChanged: (partnership) => openReviews(partnership).list(),
    async importChanged(partnership, wanted, event) {
      const imported = await openReviews(partnership).importAll(wanted, event as ReviewEvent);
      await clocks.track(partnership, wanted, event.by);
      return imported;
    },
    changedLcsprs: (partnership) => openLcsprs(partnership).list(),
    async track(partnership, rows, by) {
      const live = new Set((await openReviews(partnership).list()).map(({ ref }) => ref));
      const untouched = rows.filter(({ ref }) => !live.has(ref));
      await clocks.track(partnership, untouched.map(fromTableRow), by);
    },
    async find(partnership, ref) {
      const found = await openReviews(partnership).getVersioned(ref);
      if (found) return { review: found.record, version: found.version };
      const review = await imported(partnership, ref);
      return review && { review, version: 0 };
    },
    async open(partnership, { record: review, event }, operation) {
      const reviews = openReviews(partnership, operation);
      const isListed =
        !(await reviews.get(review.ref)) && (await imported(partnership, review.ref));
      if (isListed || !(await reviews.add(review, event)).ok) return 'taken';
      await references.add(partnership, toTableRow(review), event.by);
      return 'opened';
    },
    async change<Refusal extends string>(
      partnership: string,
      ref: string,
      decide: (review: RapidReview) => Outcome<ReviewChange, Refusal>,
      operation?: Operation,
    ) {
      const changeFrom = (known?: RapidReview) =>
        openReviews(partnership, operation).changeFrom<Refusal | 'unknown-review'>(
          ref,
          (stored) => {
            const review = stored ?? known;
            return review ? decide(review) : refuse('unknown-review');
          },
        );
      const first = await changeFrom();
      const isUnknown = !first.ok && first.refusal === 'unknown-review';
      const known = isUnknown ? await imported(partnership, ref) : undefined;
      const changed = known ? await changeFrom(known) : first;
      if (!changed.ok) return changed;
      const { record: review, version, before = known ?? review } = changed.value;
      if (askedAgencies(review).join() !== askedAgencies(before).join())
        await raiseVersion(partnership, 'convenor', 'asked for summaries');
      return accept({ review, version, before });
    },
    history: (partnership, ref) => openReviews(partnership).history(ref),
    lcsprs,
    async yearFigures(partnership, isOfYear) {
      const [reviews, known] = await Promise.all([all(partnership), lcsprs(partnership)]);
      return countOutcomes(
        reviews.filter(isOfYear),
        known.filter(({ withdrawn }) => !withdrawn),
      );
    },
    async changeLcspr(partnership, name, decide, operation) {
      const known = (await importedLcsprs(partnership)).find((lcspr) => lcspr.name === name);
      const changed = await openLcsprs(partnership, operation).addOrChange(name, (stored) =>
        decide(stored ? withTableCases(stored, known) : known),
      );
      if (changed.ok) await raiseVersion(partnership, 'convenor', 'changed an LCSPR');
      return changed;
    },
    lcsprHistory: (partnership, name) => openLcsprs(partnership).history(name),
    async asTable(partnership, rows) {
      const [live, known] = await Promise.all([
        openReviews(partnership).list(),
        lcsprs(partnership),
      ]);
      return rows.map((row) => {
        const review = live.find(({ ref }) => ref === row.ref);
        const own = known.find(
          ({ name, cases }) => cases.includes(row.ref) && name !== row.reviewName,
        );
        const lcspr = known.find(({ name }) => name === row.reviewName) ?? own;
        const named = lcspr && { name: lcspr.name, standing: describeLcspr(lcspr) };
        if (review) return toTableRow(review, named);
        // How far it is stands with the LCSPR, and changes.
        return own && !row.reviewName ? { ...row, reviewName: own.name } : row;
      });
    },
  };
}

const askedAgencies = ({ summaries }: RapidReview): string[] =>
  summaries.map(({ agency }) => agency).sort();
