import { aboutReview } from '../../answers/questions.ts';
import type { NoticeSource, StoreContext } from '../../contract/notice.ts';
import type { SweepContext } from '../../domain/notices/notice-context.ts';
import {
  type Incident,
  incidentDeadlines,
  toIncident,
} from '../../domain/notices/running-clocks.ts';
import { type Limit, limitNotice } from '../limit-notices.ts';

/** Those that run, of both rules: one range of the clocks. */
async function findLimits(context: StoreContext): Promise<Limit[]> {
  const incidents = await context.ports.reviews.running(context.directory.partnership.id);
  return incidents.flatMap((incident) => incidentLimits(incident, context));
}

async function loadOfIncident(about: string, context: StoreContext) {
  const stored = await context.ports.reviews.find(context.directory.partnership.id, about);
  return stored ? incidentLimits(toIncident(stored.review), context) : [];
}

/** What of an incident still runs: to notify the Panel, and to send it the rapid review. */
export function incidentLimits(incident: Incident, context: SweepContext): Limit[] {
  const { directory, bankHolidays } = context;
  const { ref } = incident;
  const days = incidentDeadlines(incident, directory.partnership, bankHolidays);
  return Object.entries(days).map(([rule, dueOn]) => ({ rule, about: ref, dueOn }));
}

const reviewLimit = (
  parts: Record<'rule' | 'label' | 'title' | 'what', string>,
): NoticeSource<Limit> =>
  limitNotice<Limit>({
    ...parts,
    isWatched: true,
    seenWith: 'no others',
    find: findLimits,
    load: async (...asked) =>
      (await loadOfIncident(...asked)).find(({ rule }) => rule === parts.rule),
    opens: ({ about }) => aboutReview(about),
  });

/** The Panel has to be notified of a serious incident. */
export const notifyPanel = reviewLimit({
  rule: 'notify',
  label: 'notify the Panel',
  title: 'Serious incident',
  what: 'notify the Panel',
});

/** A rapid review has to be with the Panel. */
export const sendReview = reviewLimit({
  rule: 'review',
  label: 'rapid review due',
  title: 'Rapid review',
  what: 'send the rapid review to the Panel',
});
