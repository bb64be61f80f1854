import { isDeepStrictEqual } from 'node:util';
import type { Action } from '../domain/action.ts';
import { matchesQuery } from '../domain/action-query.ts';
import type { Directory } from '../domain/directory.ts';
import { publicPart } from '../domain/lcspr.ts';
import { refuse } from '../domain/outcome.ts';
import type { Person } from '../domain/partnership.ts';
import {
  type ReviewSight,
  reviewSight,
  visibleLcsprs,
  withoutRefs,
  withoutReviews,
} from '../domain/review-sight.ts';
import type { Answer } from './answer.ts';
import type { Actions, ActionTallies, Ports, Reviews, StoredAction } from './ports.ts';

/** What of the records is kept from readers: `parts` of actions, or whole `records`. */
export type Unseen = 'parts' | 'records';

/** What a use case is told, with what its readers may not see left out. */
interface Seeing<SomePorts> {
  readonly directory: Directory;
  readonly ports: SomePorts;
}

/**
 * The partnership's names and records as these people see them: a rapid review that one of them may
 * not see is in none of them, and an action that comes from it comes from “a rapid review”. So
 * nothing that is made of these can name, count, offer or find one.
 */
export function seenBy<SomePorts extends Pick<Ports, 'reviews' | 'actions'>>(
  readers: readonly Person[],
  { directory, ports }: Seeing<SomePorts>,
  note: (unseen: Unseen) => void = () => {},
): Seeing<SomePorts> {
  const sight = reviewSight(readers, directory);
  if (sight.isWhole) return { directory, ports };
  const unseen = directory.reviewRefs.filter((ref) => !sight.sees(ref));
  return {
    directory: {
      ...directory,
      reviewRefs: directory.reviewRefs.filter(sight.sees),
      lcsprs: visibleLcsprs(directory.lcsprs, sight),
    },
    ports: {
      ...ports,
      reviews: onlySeen(ports.reviews, sight, () => note('records')),
      actions: withoutUnseenSources(ports.actions, sight, unseen, note),
    },
  };
}

function onlySeen(reviews: Reviews, sight: ReviewSight, note: () => void): Reviews {
  const sees = (ref: string): boolean => {
    const isSeen = sight.sees(ref);
    if (!isSeen) note();
    return isSeen;
  };
  const lcsprs: Reviews['lcsprs'] = async (partnership) =>
    visibleLcsprs(await reviews.lcsprs(partnership), { ...sight, sees }).map((lcspr) =>
      lcspr.cases.length > 0 ? lcspr : publicPart(lcspr),
    );
  // Every method is named, so that none that is added later is handed on as it is.
  return {
    open: (...args) => reviews.open(...args),
    yearFigures: (...args) => reviews.yearFigures(...args),
    changeLcspr: (...args) => reviews.changeLcspr(...args),
    lcsprs,
    all: async (partnership) => (await reviews.all(partnership)).filter(({ ref }) => sees(ref)),
    running: async (partnership) =>
      (await reviews.running(partnership)).filter(({ ref }) => sees(ref)),
    runningLcsprs: async (partnership) =>
      (await reviews.runningLcsprs(partnership)).filter(
        ({ review }) => review !== undefined && sees(review),
      ),
    find: async (partnership, ref) => (sees(ref) ? reviews.find(partnership, ref) : undefined),
    change: async (partnership, ref, ...rest) =>
      sees(ref) ? reviews.change(partnership, ref, ...rest) : refuse('unknown-review'),
    history: async (partnership, ref) => (sees(ref) ? reviews.history(partnership, ref) : []),
    async lcsprHistory(partnership, name) {
      const isSeen = (await lcsprs(partnership)).some((lcspr) => lcspr.name === name);
      const events = isSeen ? await reviews.lcsprHistory(partnership, name) : [];
      return events.filter(({ ref }) => ref === undefined || sees(ref));
    },
  };
}

function withoutUnseenSources(
  actions: Actions,
  { sees }: ReviewSight,
  unseen: readonly string[],
  note: (unseen: Unseen) => void,
): Actions {
  const rewrite = withoutRefs(unseen);
  const isUnseen = (ref: string) => !sees(ref);
  /** What was shown in the place of what is stored, so that a change is saved of what is stored. */
  const shownFor = new Map<string, { readonly stored: Action; readonly shown: Action }>();

  function show(stored: Action): Action {
    const shown = withoutReviews(stored, isUnseen, rewrite);
    if (shown === stored) return stored;
    note('parts');
    shownFor.set(stored.ref, { stored, shown });
    return shown;
  }

  function showStored(found: StoredAction): StoredAction {
    const { action, history, version } = found;
    return { action: show(action), history: rewriteTexts(history, rewrite), version };
  }

  function restore(changed: Action): Action {
    const known = shownFor.get(changed.ref);
    if (!known) return changed;
    const { stored, shown } = known;
    const fields = [
      ...new Set([...Object.keys(stored), ...Object.keys(changed)]),
    ] as (keyof Action)[];
    const restored = fields.map((field) => [
      field,
      isDeepStrictEqual(changed[field], shown[field]) ? stored[field] : changed[field],
    ]);
    return Object.fromEntries(restored.filter(([, value]) => value !== undefined)) as Action;
  }

  const asksForUnseen = (review: string | undefined): boolean => {
    const asks = review !== undefined && isUnseen(review);
    if (asks) note('records');
    return asks;
  };

  // Every method is named, so that none that is added later is handed on as it is.
  return {
    add: (...args) => actions.add(...args),
    nextRef: (partnership) => actions.nextRef(partnership),
    async listWithHistory(partnership) {
      const found = await actions.listWithHistory(partnership);
      return found.map(({ action, history }) => ({
        action: show(action),
        history: rewriteTexts(history, rewrite),
      }));
    },
    async list(partnership, query, today) {
      if (asksForUnseen(query.review)) return [];
      const found = (await actions.list(partnership, query, today)).map(show);
      return found.filter((action) => matchesQuery(action, query));
    },
    async listIfFew(partnership, scope) {
      if (asksForUnseen(scope.review)) return [];
      return (await actions.listIfFew(partnership, scope))?.map(show);
    },
    awaitingVerification: async (partnership) =>
      (await actions.awaitingVerification(partnership)).map(show),
    tallies: async (partnership) => withoutUnseenTallies(await actions.tallies(partnership), sees),
    async find(partnership, ref) {
      const found = await actions.find(partnership, ref);
      return found && showStored(found);
    },
    async findCurrent(partnership, ref) {
      const found = await actions.findCurrent(partnership, ref);
      return found && show(found);
    },
    record: (partnership, changed, version) =>
      actions.record(partnership, { ...changed, record: restore(changed.record) }, version),
    async searchTitles(partnership, words, most) {
      const found = await actions.searchTitles(partnership, rewrite(words), most);
      return found.map((each) => ({ ...each, title: rewrite(each.title) }));
    },
  };
}

const NONE = 'none';

/** Actions of a review that is not seen count among those of none. */
function withoutUnseenTallies(tallies: ActionTallies, sees: ReviewSight['sees']): ActionTallies {
  const isUnseen = (value: string) => value !== NONE && !sees(value);
  const all = tallies.getAll('review');
  const ofNone = [...all]
    .filter(([value]) => value === NONE || isUnseen(value))
    .map(([, tally]) => tally)
    .reduce((sum, { open, closed }) => ({ open: sum.open + open, closed: sum.closed + closed }), {
      open: 0,
      closed: 0,
    });
  const seen = new Map([...all].filter(([value]) => value !== NONE && sees(value)));
  if (ofNone.open + ofNone.closed > 0) seen.set(NONE, ofNone);
  return {
    all: tallies.all,
    get: (dimension, value) =>
      dimension === 'review'
        ? (seen.get(value) ?? { open: 0, closed: 0 })
        : tallies.get(dimension, value),
    getAll: (dimension) => (dimension === 'review' ? seen : tallies.getAll(dimension)),
  };
}

/** What of an answer no person reads: rewritten, a button would send something else. */
const UNREAD: ReadonlySet<string> = new Set([
  'data',
  'question',
  'thread',
  'live',
  'url',
  'action',
]);

/** The same value with all that people read in it rewritten. */
function rewriteTexts<Value>(value: Value, rewrite: (text: string) => string): Value {
  if (typeof value === 'string') return rewrite(value) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Promise) return value;
  if (Array.isArray(value)) return value.map((each) => rewriteTexts(each, rewrite)) as Value;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    UNREAD.has(key) ? each : rewriteTexts(each, rewrite),
  ]);
  return Object.fromEntries(entries) as Value;
}

/**
 * An answer without the references that people wrote into other records (an item of an agenda, a
 * decision, a risk) of reviews that its readers may not see. What the asker has typed is said back.
 */
export function withoutUnseenRefs(
  answer: Answer,
  readers: readonly Person[],
  directory: Directory,
  typed = '',
): Answer {
  const { sees } = reviewSight(readers, directory);
  const unseen = directory.reviewRefs.filter(
    (ref) => !sees(ref) && withoutRefs([ref])(typed) === typed,
  );
  return unseen.length > 0 ? rewriteTexts(answer, withoutRefs(unseen)) : answer;
}
