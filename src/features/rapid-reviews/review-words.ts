import type { Colour } from '../../answers/card-parts.ts';
import { listed } from '../../answers/words.ts';
import type { Ports } from '../../contract/ports.ts';
import { type Deadlines, reviewDeadlines } from '../../domain/clocks.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import {
  currentDecision,
  isUndecided,
  lastRound,
  outstandingPartners,
  type PanelResponse,
  type PositionAnswer,
  type RapidReview,
  reviewStage,
} from '../../domain/rapid-review.ts';
import { type Lcspr, standingOf } from '../../domain/rapid-review-lcspr.ts';
import type { Taken } from '../../domain/review-figures.ts';
import type { BankHolidays } from '../../domain/working-days.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';

/** What is needed to speak of reviews on a day. */
export interface Setting {
  readonly directory: Directory;
  readonly today: Day;
  readonly bankHolidays: BankHolidays;
  readonly lcsprs: readonly Lcspr[];
  /** Whether decisions and positions may be named here. */
  readonly sees: boolean;
}

export async function settingOf(
  directory: Directory,
  sees: boolean,
  { calendar, reviews }: Ports,
): Promise<Setting> {
  const { id, timeZone } = directory.partnership;
  const lcsprs = await reviews.lcsprs(id);
  return {
    directory,
    today: calendar.today(timeZone),
    bankHolidays: calendar.bankHolidays,
    lcsprs,
    sees,
  };
}

export const ANSWERS: Readonly<Record<PositionAnswer, string>> = {
  needed: 'LCSPR needed',
  'not needed': 'LCSPR not needed',
  'more information': 'more information first',
};

const RESPONSES: Readonly<Record<PanelResponse, string>> = {
  agreed: 'the Panel agreed',
  'asked to reconsider': 'the Panel asked to reconsider',
  'national review': 'the Panel does its own national review',
};

/** @example responseInWords('agreed') // 'the Panel agreed' */
export const responseInWords = (answer: PanelResponse): string => RESPONSES[answer];

/** `RR-2021-01 · serious harm`: all that is ever said of a case. */
export const titleOf = ({ ref, category }: RapidReview): string =>
  [ref, category].filter(Boolean).join(' · ');

/** Where a review stands. The decision is named only to those who may know it. */
export function standingInWords(
  review: RapidReview,
  { directory, today, lcsprs, sees }: Setting,
): string {
  const round = lastRound(review);
  const covering = lcsprs.filter(({ cases }) => cases.includes(review.ref));
  const decision = sees && round ? currentDecision(round) : undefined;
  const decided = decision ? `decided: ${decision}` : 'decided';
  const stage = reviewStage(review);
  if (covering.length > 0 && round?.confirmed)
    return listed(covering.map((lcspr) => `${standingOf(lcspr)} as ${lcspr.name}`));
  switch (stage) {
    case 'open':
      return 'not decided yet';
    case 'deciding': {
      const { partners = [] } = round ?? {};
      return `open for decision, ${partners.length - (round ? outstandingPartners(round).length : 0)} of ${partners.length} partners have answered`;
    }
    case 'no agreement':
      return 'no agreement between the partners';
    case 'escalated':
      return `no agreement, escalated; an answer is due ${round?.escalation ? formatDay(round.escalation.dueOn, today) : ''}`.trim();
    case 'decided':
      return `${decided}, not yet sent to the Panel`;
    case 'with the Panel':
      return `${decided}, with the Panel since ${round?.sent ? formatDay(round.sent.on, today) : directory.partnership.shortName}`;
    default:
      return `${decided}; ${RESPONSES[stage]}`;
  }
}

/** Red when its clock has run out, amber when something is to be decided soon or again, green otherwise. */
export function colourOf(review: RapidReview, setting: Setting): Colour {
  const due = deadlinesIn(review, setting)?.due?.on;
  const first = review.rounds[0];
  const isLeft =
    !first?.sent && !first?.response && (isUndecided(review) || first?.openedAt !== undefined);
  if (isLeft && due && due < setting.today) return 'attention';
  const stage = reviewStage(review);
  if (stage === 'no agreement' || stage === 'escalated') return 'warning';
  const covered = setting.lcsprs.some(({ cases }) => cases.includes(review.ref));
  if (stage === 'asked to reconsider' && !covered) return 'warning';
  return isLeft ? 'warning' : 'good';
}

/** The deadlines of a review; `undefined` beyond the years of known bank holidays. */
export function deadlinesIn(
  review: RapidReview,
  { directory, bankHolidays }: Setting,
): Deadlines | undefined {
  const found = reviewDeadlines(review, directory.partnership.clocks, bankHolidays);
  return found.ok ? found.value : undefined;
}

/** `Day 9 of 15`; counted from becoming aware or from the notification, as its earlier deadline is. */
export function dayInWords(review: RapidReview, setting: Setting): string | undefined {
  const due = deadlinesIn(review, setting)?.due;
  const from = due?.from === 'aware' ? review.awareOn : review.notifiedOn;
  const days = from && workingDaysBetween(from, setting.today, setting.bankHolidays);
  return due && days?.ok ? `Day ${days.value} of ${due.length}` : undefined;
}

/** `on time, after 17 of 20 working days`; what met only the later way of counting says so. */
export function takenInWords({ onTime, onlyLater, days, met }: Taken): string {
  const from = onlyLater ? ' from the notification' : '';
  return `${onTime ? 'on time' : 'late'}, after ${days} of ${met.length} working days${from}`;
}

/** Both ways of counting, the earlier first, as facts of a card. */
export function deadlineFacts(
  review: RapidReview,
  setting: Setting,
): { title: string; value: string }[] {
  const { candidates = [], due, notifyBy } = deadlinesIn(review, setting) ?? {};
  const facts = candidates
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((deadline) => {
      const from = deadline.from === 'aware' ? 'from becoming aware' : 'from the notification';
      const supposed = deadline.supposed ? ', if notified on the last day' : '';
      const which =
        candidates.length > 1 && deadline === due ? '; the earlier, so the deadline' : '';
      return {
        title: 'Due',
        value: `${formatDay(deadline.on, setting.today)} (${deadline.length} ${from}${supposed}${which})`,
      };
    });
  const notify =
    notifyBy && !review.notifiedOn
      ? [{ title: 'Notify', value: `by ${formatDay(notifyBy, setting.today)}` }]
      : [];
  return [...notify, ...facts];
}

/** How many summaries are back, and whose are awaited. */
export function returnsInWords(
  { summaries }: RapidReview,
  directory: Directory,
  today: Day,
): string {
  if (summaries.length === 0) return 'No agency has been asked for a summary.';
  const left = summaries.filter(({ state }) => state === 'asked' || state === 'late');
  const back = `${summaries.length - left.length} of ${summaries.length} summaries are back`;
  const names = left.map(({ agency, dueOn, state }) => {
    const isLate = state === 'late' || dueOn < today;
    return `${agencyName(directory, agency)} (${isLate ? 'late, was due' : 'due'} ${formatDay(dueOn, today)})`;
  });
  return left.length > 0 ? `${back}; awaited from ${listed(names)}.` : `${back}.`;
}

/** `SCSP · as at Mon 15 March 2021` */
export const sourceOf = ({ directory, today }: Setting): string =>
  `${directory.partnership.shortName} · as at ${formatDayWithYear(today)}`;
