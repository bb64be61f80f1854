import { formatDays } from '../../answers/format-distance.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { Fact } from '../../contract/answer.ts';
import type { Moment } from '../../contract/request.ts';
import { CLOCKS } from '../../domain/clocks.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { describeLcspr, isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import { availableUntil, lcsprClock, publicationDue } from '../../domain/lcspr-clocks.ts';
import { isUndecided, type RapidReview } from '../../domain/rapid-review.ts';

/** What is needed to speak of an LCSPR on a day. */
export type LcsprMoment = Moment & { readonly directory: Directory };

/** The same with all of them. */
export type LcsprContext = LcsprMoment & { readonly lcsprs: readonly Lcspr[] };

type Calendar = Omit<LcsprMoment, 'today'>;

export const toCalendar = ({ directory: { partnership }, bankHolidays }: Calendar) => ({
  partnership,
  bankHolidays,
});

/** The LCSPRs that cover a case. */
export function lcsprsCovering(ref: string, { lcsprs }: Pick<LcsprContext, 'lcsprs'>): Lcspr[] {
  return lcsprs.filter(({ cases }) => cases.includes(ref));
}

/** The last day on which an LCSPR can be published in time; `undefined` where its start is not known. */
export const publicationDeadline = (lcspr: Lcspr, calendar: Calendar): Day | undefined =>
  publicationDue(lcspr, toCalendar(calendar));

/** Each LCSPR that covers a review: how far it is, when it is due, why it is delayed. */
export function publicationFacts({ ref }: RapidReview, context: LcsprContext): Fact[] {
  const { today } = context;
  return lcsprsCovering(ref, context).map((lcspr) => {
    const due = publicationDeadline(lcspr, context);
    const delay = lcspr.delays.at(-1);
    const others = lcspr.cases.filter((each) => each !== ref);
    const { published, withheld } = lcspr;
    const parts = [
      lcspr.name,
      describeLcspr(lcspr),
      others.length > 0 && `joint with ${others.join(', ')}`,
      due && !published && `publication due ${formatDay(due, today)}`,
      due &&
        published &&
        published.on > due &&
        `late, was due ${formatDay(due, today)}: ${published.reason ?? 'no reason recorded'}`,
      delay && !published && `delayed until ${formatDay(delay.until, today)}: ${delay.reason}`,
      withheld?.reason,
    ];
    return { title: 'LCSPR', value: parts.filter(Boolean).join(' · ') };
  });
}

/** By when an LCSPR is to be published, or that it was, and where it can be read. */
export function describePublication(lcspr: Lcspr, context: LcsprMoment): string {
  const { today } = context;
  const { name, published, withheld, withdrawn, decidedOn, delays } = lcspr;
  const due = publicationDeadline(lcspr, context);
  if (withdrawn) return `${name} was withdrawn, opened by mistake: ${withdrawn.reason}.`;
  if (withheld) {
    const improvements = withheld.improvementsAt
      ? ` The improvements are published at ${withheld.improvementsAt}.`
      : '';
    return `${name} will not be published: ${endless(withheld.reason)}.${improvements}`;
  }
  if (published) {
    const on = `${name} was published on ${formatDay(published.on, today)}`;
    const where = describeWhere(lcspr, context);
    const why = published.reason ? `: ${endless(published.reason)}` : '';
    if (!due) return `${on}.${where}`;
    return published.on > due
      ? `${on}, after its last day, ${formatDay(due, today)}${why}.${where}`
      : `${on}, in time: its last day was ${formatDay(due, today)}.${where}`;
  }
  if (!due || !decidedOn) return describeUndated([lcspr], context);
  const delay = delays.at(-1);
  const later = delay
    ? ` It is delayed until ${formatDay(delay.until, today)}: ${endless(delay.reason)}.`
    : '';
  return `${name} ${due < today ? 'was' : 'is'} to be published by ${formatDay(due, today)}, ${formatDays(due, today)}: ${describeRule(context, decidedOn)} from its start on ${formatDay(decidedOn, today)}.${later}`;
}

/** “ It can be read at … until …”, as far as that is recorded. */
export function describeWhere({ published }: Lcspr, context: LcsprMoment): string {
  if (!published?.where) return '';
  const { today } = context;
  const until = published.until ?? availableUntil(published.on, toCalendar(context));
  const last = until
    ? `, ${until < today ? 'was to stay' : 'at least'} until ${formatDay(until, today)}`
    : '';
  return ` It can be read at ${published.where}${last}.`;
}

/** Words that a sentence of ours can end. */
export const endless = (text: string): string => text.replace(/[.\s]+$/, '');

/** `6 calendar months`: publication is counted in months, and not in working days as other limits. */
function describeRule(context: LcsprMoment, decidedOn = context.today): string {
  const clock = lcsprClock(CLOCKS.publish, decidedOn, toCalendar(context));
  return clock?.months ? formatCount(clock.months, 'calendar month') : 'the time allowed';
}

/** “LCSPR-A and LCSPR-B are not published yet”: without the day of their start nobody can tell more. */
function describeUndated(lcsprs: readonly Lcspr[], context: LcsprMoment): string {
  const names = formatList(lcsprs.map(({ name }) => name));
  const rule = describeRule(context);
  return lcsprs.length === 1
    ? `${names} is not published yet. The day on which it started is not recorded, so I cannot tell when its ${rule} end.`
    : `${names} are not published yet. The days on which they started are not recorded, so I cannot tell when their ${rule} end.`;
}

/** The publication of what one review led to. */
export function describePublicationOf(review: RapidReview, context: LcsprContext): string {
  const covering = lcsprsCovering(review.ref, context);
  if (covering.length > 0)
    return covering.map((lcspr) => describePublication(lcspr, context)).join(' ');
  return isUndecided(review)
    ? `${review.ref} is not decided, so no LCSPR is to be published yet.`
    : `No LCSPR is recorded for ${review.ref}, so nothing is to be published.`;
}

/** Where none is named: each that is still to be published. */
export function describeAllPublications(context: LcsprContext): string {
  const open = context.lcsprs.filter(isUnderWay);
  if (open.length === 0) return 'No LCSPR is under way, so none is to be published.';
  const undated = open.filter((lcspr) => publicationDeadline(lcspr, context) === undefined);
  const dated = open.filter((lcspr) => !undated.includes(lcspr));
  return [
    ...dated.map((lcspr) => describePublication(lcspr, context)),
    ...(undated.length > 0 ? [describeUndated(undated, context)] : []),
  ].join(' ');
}
