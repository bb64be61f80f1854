import { aboutReview, ask } from '../../answers/questions.ts';
import type { Press } from '../../contract/answer.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import type { SweepContext } from '../../domain/notices/notice-context.ts';
import {
  type Incident,
  incidentDeadlines,
  lcsprDeadline,
  type RunningLcspr,
  toIncident,
  toRunningLcspr,
} from '../../domain/notices/running-clocks.ts';
import { type Limit, limitNotice } from '../limit-notices.ts';

/** A time limit that runs, and the review on whose card it is met. */
interface ReviewLimit extends Limit {
  readonly review?: string | undefined;
}

/** Those that run, of all rules: one range of the clocks. */
async function findLimits(context: StoreContext): Promise<ReviewLimit[]> {
  const { reviews } = context.ports;
  const { incidents, lcsprs } = await reviews.running(context.directory.partnership.id);
  return [
    ...incidents.flatMap((incident) => incidentLimits(incident, context)),
    ...lcsprs.flatMap((lcspr) => lcsprLimits(lcspr, context)),
  ];
}

async function loadOfIncident(about: string, context: StoreContext) {
  const stored = await context.ports.reviews.find(context.directory.partnership.id, about);
  return stored ? incidentLimits(toIncident(stored.review), context) : [];
}

async function loadOfLcspr(about: string, context: StoreContext) {
  const all = await context.ports.reviews.lcsprs(context.directory.partnership.id);
  const known = all.find(({ name }) => name === about);
  const running = known && toRunningLcspr(known);
  return running ? lcsprLimits(running, context) : [];
}

/** What of an incident still runs: to notify the Panel, and to send it the rapid review. */
export function incidentLimits(incident: Incident, context: SweepContext): ReviewLimit[] {
  const { directory, bankHolidays } = context;
  const { ref } = incident;
  const days = incidentDeadlines(incident, directory.partnership, bankHolidays);
  return Object.entries(days).map(([rule, dueOn]) => ({ rule, about: ref, dueOn, review: ref }));
}

/** That of an LCSPR, as long as it is neither published nor withheld. */
export function lcsprLimits(lcspr: RunningLcspr, context: SweepContext): ReviewLimit[] {
  const { directory, bankHolidays } = context;
  const dueOn = lcsprDeadline(lcspr, directory.partnership, bankHolidays);
  return dueOn ? [{ rule: 'lcspr', about: lcspr.name, dueOn, review: lcspr.review }] : [];
}

/** The review; of an LCSPR of which it is not known what it covers, those that became one. */
const opens = ({ review }: ReviewLimit): Press =>
  review ? aboutReview(review) : ask('rapid_review_list', { status: 'LCSPR' });

const reviewLimit = (
  { rule, label, title, what }: Record<'rule' | 'label' | 'title' | 'what', string>,
  loadAll: typeof loadOfIncident,
): NoticeSource<ReviewLimit> =>
  limitNotice<ReviewLimit>({
    rule,
    label,
    title,
    what,
    isWatched: true,
    seenWith: 'no others',
    find: findLimits,
    load: async (...asked) => (await loadAll(...asked)).find((limit) => limit.rule === rule),
    opens,
  });

/** The Panel has to be notified of a serious incident. */
export const notifyPanel = reviewLimit(
  {
    rule: 'notify',
    label: 'notify the Panel',
    title: 'Serious incident',
    what: 'notify the Panel',
  },
  loadOfIncident,
);

/** A rapid review has to be with the Panel. */
export const sendReview = reviewLimit(
  {
    rule: 'review',
    label: 'rapid review due',
    title: 'Rapid review',
    what: 'send the rapid review to the Panel',
  },
  loadOfIncident,
);

/** An LCSPR has to be published. */
export const publishLcspr = reviewLimit(
  {
    rule: 'lcspr',
    label: 'LCSPR due',
    title: 'Local child safeguarding practice review',
    what: 'publish it',
  },
  loadOfLcspr,
);
