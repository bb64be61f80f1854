import { aboutReview, ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Figure, Share, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { isUndecided, type RapidReview } from '../../domain/rapid-review.ts';
import {
  countOutcomes,
  type ReviewOutcomes,
  type ReviewTimeliness,
  reviewTimeliness,
  wentToLcspr,
} from '../../domain/review-figures.ts';
import { loadReviewContext, type ReviewContext } from './find-review.ts';
import { listSeenReviews } from './list-seen-reviews.ts';
import { orderReviews } from './order-reviews.ts';
import { canHearPositions, showsEveryReview } from './review-access.ts';
import { toReviewRow } from './review-row.ts';
import { selectReviews } from './select-reviews.ts';

const MAX_ROWS = 15;

/** Reviews that ended without a decision, apart from those that are counted. */
function describeNotCounted(withdrawn: readonly RapidReview[]): string[] {
  const [outside, mistaken] = [true, false].map((is) =>
    withdrawn.filter(({ withdrawn: ended }) => (ended?.isOutsideCriteria ?? false) === is),
  ) as [RapidReview[], RapidReview[]];
  const say = (of: readonly RapidReview[], one: string, many: string): string[] =>
    of.length > 0
      ? [`${formatList(of.map(({ ref }) => ref))} ${pluralVerb(of.length, one, many)}.`]
      : [];
  return [
    ...say(mistaken, 'is withdrawn and not counted', 'are withdrawn and not counted'),
    ...say(
      outside,
      'did not meet the criteria after all and is not counted',
      'did not meet the criteria after all and are not counted',
    ),
  ];
}

/** “rapid reviews this year”, “how many went to lcspr”, “which are still undecided”: the list, counted and timed. */
export async function listReviews(request: Request, question: Question): Promise<Answer> {
  const listed = await findListedReviews(request, question);
  if (listed.answer) return listed.answer;
  const { every, context, yearOfReview } = listed;
  if (!listed.isWhole)
    return listSeenReviews(request, question, { reviews: every, context, yearOfReview });
  const { all, ofYear, withdrawn, when, selected, timeliness, of, ordered } = listed;
  const { status } = question.filters;
  const wanted = ordered.reviews;
  const found: Found = {
    outcomes: countOutcomes(ofYear, context.lcsprs),
    timeliness,
    wanted,
    when,
    seesPositions: context.seesPositions,
  };
  const text = [
    ordered.text ?? `${selected?.text ?? describeFound(status, found)}${ordered.sorting}`,
    ...describeNotCounted(withdrawn),
    ofYear.length === 0 && describeYears(all.flatMap((review) => yearOfReview(review) ?? [])),
  ]
    .filter(Boolean)
    .join(' ');
  const thread = { question };
  if (wanted.length === 0) return { text, suggestions: [ALL_REVIEWS, LAST_YEARS], thread };
  const isSorted = ordered.text !== undefined || ordered.sorting !== '';
  const shown = isSorted ? wanted.slice(0, MAX_ROWS) : wanted.slice(-MAX_ROWS);
  const isOpenList = status === 'open';
  const isPart = isOpenList || selected !== undefined || ordered.text !== undefined;
  return {
    text,
    heading: `${sentenceCase(formatCount(wanted.length, 'rapid review'))}${of}`,
    sections: [
      { figures: isPart ? [] : toFigures(found) },
      {
        rows: shown.map((review) => toReviewRow(review, context)),
        ...(wanted.length > MAX_ROWS && {
          note: `The ${isSorted ? 'first' : 'latest'} ${MAX_ROWS} of ${wanted.length}`,
        }),
      },
      {
        heading: 'Working days taken, of those allowed',
        shares: isPart ? [] : toShares(found.timeliness, shown),
      },
    ],
    suggestions: isOpenList ? shown.slice(-2).map(deadlineButton) : suggestionsAfter(shown),
    thread,
  };
}

/** The reviews that a list has, as whoever reads it may see them; or why there is no such list. */
export async function findListedReviews(request: Request, question: Question) {
  const { directory, today, bankHolidays, ports } = request;
  const { id, clocks, yearStart } = directory.partnership;
  const { status, year: asked } = question.filters;
  const year = asked && resolveYear(asked, today, yearStart);
  if (asked && !year)
    return {
      answer: { text: `I do not know the year “${asked}”. Years are written like 2020-21.` },
    };
  const yearOfReview = ({ year: recorded, awareOn }: RapidReview) =>
    recorded ?? (awareOn && yearContaining(awareOn, yearStart));
  const context = await loadReviewContext(request, canHearPositions(request));
  const every = await ports.reviews.all(id);
  if (!showsEveryReview(request)) return { isWhole: false as const, every, context, yearOfReview };
  const all = every.filter(({ withdrawn }) => !withdrawn);
  const { fromDay, toDay } = question.args;
  const isInPeriod = ({ awareOn }: RapidReview) =>
    (typeof fromDay !== 'string' || (awareOn !== undefined && awareOn >= fromDay)) &&
    (typeof toDay !== 'string' || (awareOn !== undefined && awareOn <= toDay));
  const isAsked = (review: RapidReview) =>
    (!year || yearOfReview(review) === year) && isInPeriod(review);
  const ofYear = all.filter(isAsked);
  const withdrawn = every.filter((review) => review.withdrawn && isAsked(review));
  const when = `${year ? ` in ${year}` : ''}${describePeriod(question.args)}`;
  const selected = selectReviews(ofYear, question, when, context);
  const fitting = selected?.wanted ?? ofYear.filter((review) => hasStatus(review, status, context));
  const timeliness = reviewTimeliness(ofYear, clocks, bankHolidays);
  const of = `${when}${selected?.of ?? describeStatus(status)}`;
  const ordered = orderReviews(fitting, question.args, timeliness.durations, of);
  return {
    isWhole: true as const,
    every,
    all,
    ofYear,
    withdrawn,
    when,
    selected,
    timeliness,
    of,
    ordered,
    context,
    yearOfReview,
  };
}

/** The time that is asked about, by the day of awareness: ` known of since Fri 1 January 2021`. */
function describePeriod({ fromDay, toDay }: Question['args']): string {
  const day = (text: unknown) => formatDayWithYear(text as Day);
  if (fromDay === undefined) return toDay === undefined ? '' : ` known of until ${day(toDay)}`;
  if (toDay === undefined) return ` known of since ${day(fromDay)}`;
  return fromDay === toDay
    ? ` known of on ${day(fromDay)}`
    : ` known of from ${day(fromDay)} to ${day(toDay)}`;
}

function describeYears(years: readonly string[]): string {
  const known = [...new Set(years)].sort();
  return known.length > 0 ? `The records have rapid reviews of ${formatList(known)}.` : '';
}

const ALL_REVIEWS: Suggestion = { title: 'All rapid reviews', ...ask('rapid_review_list') };
const LAST_YEARS: Suggestion = {
  title: 'Reviews last year',
  ...ask('rapid_review_list', { year: 'last' }),
};

const deadlineButton = ({ ref }: RapidReview): Suggestion => ({
  title: `Deadline of ${ref}`,
  ...ask('rapid_review_deadline', { reviewRef: ref }),
});

function suggestionsAfter(shown: readonly RapidReview[]): Suggestion[] {
  const undecided = {
    title: 'Show undecided reviews',
    ...ask('rapid_review_list', { status: 'open' }),
  };
  const last = shown.at(-1);
  return last ? [undecided, { title: `Show ${last.ref}`, ...aboutReview(last.ref) }] : [undecided];
}

/** `LCSPR` and `no LCSPR` are what became of a case in the end; `open` is what is still to be decided. */
function hasStatus(
  review: RapidReview,
  status: string | undefined,
  { lcsprs }: ReviewContext,
): boolean {
  if (status === 'open') return isUndecided(review);
  if (status === 'LCSPR') return wentToLcspr(review, lcsprs);
  return status === 'no LCSPR' ? !isUndecided(review) && !wentToLcspr(review, lcsprs) : true;
}

function describeStatus(status: string | undefined): string {
  if (status === 'open') return ', not decided yet';
  return status === 'LCSPR' || status === 'no LCSPR'
    ? ` with ${status === 'LCSPR' ? 'an' : 'no'} LCSPR`
    : '';
}

interface Found {
  readonly outcomes: ReviewOutcomes;
  readonly timeliness: ReviewTimeliness;
  readonly wanted: readonly RapidReview[];
  readonly when: string;
  readonly seesPositions: boolean;
}

function describeFound(
  status: string | undefined,
  { outcomes, timeliness, wanted, when, seesPositions }: Found,
): string {
  const { all, decided, needed, notNeeded, noesAccepted, noesQuestioned, forward, lcsprs } =
    outcomes;
  if (all === 0) return `No rapid review${when} is recorded.`;
  if (status === 'open')
    return wanted.length === 0
      ? `Every rapid review${when} has been decided.`
      : `${formatCount(wanted.length, 'rapid review')} ${pluralVerb(wanted.length, 'is', 'are')} not decided yet: ${formatList(wanted.map(({ ref }) => ref))}.`;
  const went =
    forward === 0
      ? `None of ${formatCount(all, 'case')} went forward to an LCSPR${when}`
      : `${formatCount(forward, 'case')} of ${all} went forward to an LCSPR${when}, as ${formatCount(lcsprs, 'review')}`;
  const locally = seesPositions
    ? ` Locally ${needed} ${pluralVerb(needed, 'was', 'were')} decided LCSPR and ${notNeeded} no LCSPR.`
    : '';
  const panel =
    seesPositions && notNeeded > 0
      ? ` The Panel accepted ${noesAccepted || 'none'} of the ${notNeeded} noes and questioned ${noesQuestioned || 'none'}.`
      : '';
  if (status === 'LCSPR') return `${went}.${locally}`;
  if (status === 'no LCSPR')
    return `${formatCount(wanted.length, 'case')} of ${all} did not go forward to an LCSPR${when}. What was decided locally is told in the personal chats of the statutory partners’ leads, the chair and the scrutineer.`;
  const open = decided < all ? `, ${all - decided} not yet` : '';
  const time = timeliness.durations.length > 0 ? ` ${describeTimeliness(timeliness)}` : '';
  return `${formatCount(all, 'rapid review')}${when}: ${decided} decided${open}.${locally}${panel} ${went.replace(when, '')}.${time}`;
}

function describeTimeliness({ durations, onTime, average }: ReviewTimeliness): string {
  const took = average === undefined ? '' : `, after ${average} working days on average`;
  const later = durations.filter(({ onlyLater }) => onlyLater).map(({ ref }) => ref);
  const only = later.length > 0 ? `; ${formatList(later)} counted from the notification` : '';
  const all = durations.length === 1 ? 'It was' : `All ${durations.length} were`;
  const share =
    onTime === durations.length
      ? all
      : `${onTime} of ${durations.length} ${pluralVerb(onTime, 'was', 'were')}`;
  return `${share} on time against the rules in force${took}${only}.`;
}

function toFigures({ outcomes, timeliness, seesPositions }: Found): Figure[] {
  const { durations, onTime, late, average } = timeliness;
  const figures: (Figure | false)[] = [
    seesPositions && {
      number: `${outcomes.needed} / ${outcomes.notNeeded}`,
      caption: 'LCSPR / no LCSPR locally',
      colour: 'default',
    },
    {
      number: `${outcomes.forward}`,
      caption: `went forward, as ${formatCount(outcomes.lcsprs, 'review')}`,
      colour: 'default',
    },
    durations.length > 0 && {
      number: `${onTime}/${durations.length}`,
      caption: `on time${average === undefined ? '' : `, ${average} working days on average`}`,
      colour: late > 0 ? 'attention' : 'good',
    },
  ];
  return figures.filter((figure) => figure !== false);
}

function toShares({ durations }: ReviewTimeliness, shown: readonly RapidReview[]): Share[] {
  return durations
    .filter(({ ref }) => shown.some((review) => review.ref === ref))
    .map(({ ref, days, met, onTime, onlyLater }) => ({
      label: `${ref}, ${days} of ${met.length}${onlyLater ? ' from the notification' : ''}`,
      count: days,
      colour: onTime ? 'good' : 'attention',
    }));
}
