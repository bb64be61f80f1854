import { formatDays } from '../../answers/format-distance.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import { CLOCKS, clockInForce } from '../../domain/clocks.ts';
import { formatDay } from '../../domain/dates.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import { isUndecided, type RapidReview } from '../../domain/rapid-review.ts';
import { publicationDeadline } from './deadline-words.ts';
import { isUnderWay, lcsprsCovering, type ReviewContext } from './find-review.ts';

/** By when an LCSPR is to be published, or that it was. */
export function describePublication(lcspr: Lcspr, context: ReviewContext): string {
  const { today } = context;
  const { name, published, withheld, startedOn, delays } = lcspr;
  const due = publicationDeadline(lcspr, context);
  if (withheld) return `${name} will not be published: ${withheld.reason}.`;
  if (published) {
    const on = `${name} was published on ${formatDay(published.on, today)}`;
    if (!due) return `${on}.`;
    return published.on > due
      ? `${on}, after its last day, ${formatDay(due, today)}: ${published.reason}.`
      : `${on}, in time: its last day was ${formatDay(due, today)}.`;
  }
  if (!due || !startedOn) return describeUndated([lcspr], context);
  const delay = delays.at(-1);
  const later = delay
    ? ` It is delayed until ${formatDay(delay.until, today)}: ${delay.reason}.`
    : '';
  return `${name} ${due < today ? 'was' : 'is'} to be published by ${formatDay(due, today)}, ${formatDays(due, today)}: ${describeRule(context, startedOn)} from its start on ${formatDay(startedOn, today)}.${later}`;
}

/** `6 calendar months`: publication is counted in months, and not in working days as other limits. */
function describeRule({ directory, today }: ReviewContext, startedOn = today): string {
  const clock = clockInForce(directory.partnership.clocks, CLOCKS.publish, startedOn);
  return clock?.months ? formatCount(clock.months, 'calendar month') : 'the time allowed';
}

/** “LCSPR-A and LCSPR-B are not published yet”: without the day of their start nobody can tell more. */
function describeUndated(lcsprs: readonly Lcspr[], context: ReviewContext): string {
  const names = formatList(lcsprs.map(({ name }) => name));
  const rule = describeRule(context);
  return lcsprs.length === 1
    ? `${names} is not published yet. The day on which it started is not recorded, so I cannot tell when its ${rule} end.`
    : `${names} are not published yet. The days on which they started are not recorded, so I cannot tell when their ${rule} end.`;
}

/** The publication of what one review led to. */
export function describePublicationOf(review: RapidReview, context: ReviewContext): string {
  const covering = lcsprsCovering(review.ref, context);
  if (covering.length > 0)
    return covering.map((lcspr) => describePublication(lcspr, context)).join(' ');
  return isUndecided(review)
    ? `${review.ref} is not decided, so no LCSPR is to be published yet.`
    : `No LCSPR is recorded for ${review.ref}, so nothing is to be published.`;
}

/** Where none is named: each that is still to be published. */
export function describeAllPublications(context: ReviewContext): string {
  const open = context.lcsprs.filter(isUnderWay);
  if (open.length === 0) return 'No LCSPR is under way, so none is to be published.';
  const undated = open.filter((lcspr) => publicationDeadline(lcspr, context) === undefined);
  const dated = open.filter((lcspr) => !undated.includes(lcspr));
  return [
    ...dated.map((lcspr) => describePublication(lcspr, context)),
    ...(undated.length > 0 ? [describeUndated(undated, context)] : []),
  ].join(' ');
}
