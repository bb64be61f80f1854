import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import {
  currentDecision,
  currentResponse,
  isUndecided,
  lastRound,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import { wentToLcspr } from '../../domain/review-figures.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import type { ReviewContext } from './find-review.ts';

/** Reviews among those of a time, and one sentence that says what was counted. */
export interface Selection {
  readonly wanted: readonly RapidReview[];
  readonly text: string;
  /** What the list is of, for its heading: `, questioned by the Panel`. */
  readonly of: string;
}

interface Condition {
  readonly holds: (review: RapidReview) => boolean;
  /** Stands behind a count of reviews, for a list of several conditions: `were questioned …`. */
  readonly words: (count: number) => string;
  readonly of: string;
  readonly describe: (wanted: readonly RapidReview[]) => string;
}

/**
 * The reviews that the Panel questioned, agreed with or has not answered, that share an LCSPR, or
 * that were decided “no” locally. `undefined` where none of these is asked for, or alone what
 * became of the cases.
 */
export function selectReviews(
  reviews: readonly RapidReview[],
  { filters, args }: Pick<Question, 'filters' | 'args'>,
  when: string,
  context: ReviewContext,
): Selection | undefined {
  const scene: Scene = { reviews, when, context };
  const special = [
    ...(args.panel === 'questioned' ? [questioned(scene)] : []),
    ...(args.panel === 'agreed' ? [agreed(scene)] : []),
    ...(args.panel === 'waiting' ? [waiting(scene)] : []),
    ...(String(args.together) === 'true' ? [together(scene)] : []),
    ...(filters.status === 'no LCSPR' && context.seesPositions ? [decidedNo(scene)] : []),
  ];
  if (special.length === 0) return undefined;
  const conditions = [...special, ...toOutcomeConditions(filters.status, scene)];
  const wanted = reviews.filter((review) => conditions.every(({ holds }) => holds(review)));
  const [only, ...more] = conditions;
  const text =
    reviews.length === 0
      ? `No rapid review${when} is recorded.`
      : only && more.length === 0
        ? only.describe(wanted)
        : describeSeveral(wanted, conditions, scene);
  return { wanted, text, of: conditions.map(({ of }) => of).join('') };
}

interface Scene {
  readonly reviews: readonly RapidReview[];
  readonly when: string;
  readonly context: ReviewContext;
}

const refsOf = (reviews: readonly RapidReview[]): string =>
  formatList(reviews.map(({ ref }) => ref));

/** The Panel's answers, the first first. */
const responsesTo = ({ rounds }: RapidReview) =>
  rounds.flatMap((round) => currentResponse(round) ?? []);

const isAnswered = (review: RapidReview): boolean => responsesTo(review).length > 0;

/** `the 8 rapid reviews in 2020-21 that it has answered` */
function answeredOnes({ reviews, when }: Scene): string {
  const answered = reviews.filter(isAnswered).length;
  return `the ${formatCount(answered, 'rapid review')}${when} that it has answered`;
}

/** Nothing can be told of answers that never came. */
function noneAnswered({ reviews, when }: Scene): string | undefined {
  return reviews.some(isAnswered)
    ? undefined
    : `No answer of the Panel to ${reviews.length === 1 ? 'the one rapid review' : `any of the ${reviews.length} rapid reviews`}${when} is recorded.`;
}

function nationalOnes({ reviews }: Scene): string {
  const national = reviews.filter((review) => responsesTo(review).includes('national review'));
  return national.length > 0
    ? ` It does its own national review on ${refsOf(national)}, which is not counted here.`
    : '';
}

function questioned(scene: Scene): Condition {
  return {
    holds: (review) => responsesTo(review).includes('asked to reconsider'),
    words: (count) => `${pluralVerb(count, 'was', 'were')} questioned by the Panel`,
    of: ', questioned by the Panel',
    describe: (wanted) =>
      noneAnswered(scene) ??
      (wanted.length === 0
        ? `The Panel has questioned none of ${answeredOnes(scene)}.`
        : `The Panel asked us to reconsider ${wanted.length} of ${answeredOnes(scene)}: ${refsOf(wanted)}.`) +
        nationalOnes(scene),
  };
}

function agreed(scene: Scene): Condition {
  const isSecondThought = (review: RapidReview) =>
    responsesTo(review).includes('asked to reconsider');
  return {
    holds: (review) => responsesTo(review).at(-1) === 'agreed',
    words: (count) => `${pluralVerb(count, 'was', 'were')} agreed by the Panel`,
    of: ', agreed by the Panel',
    describe(wanted) {
      const later = wanted.filter(isSecondThought);
      const after =
        later.length > 0 ? ` It agreed on ${refsOf(later)} only after a second look.` : '';
      return (
        noneAnswered(scene) ??
        (wanted.length === 0
          ? `The Panel has agreed with none of ${answeredOnes(scene)}.`
          : `The Panel agreed with ${wanted.length} of ${answeredOnes(scene)}: ${refsOf(wanted)}.`) +
          after +
          nationalOnes(scene)
      );
    },
  };
}

/** Confirmed and, as far as is recorded, gone to the Panel: of a table's row only the result is known. */
function isWaiting(review: RapidReview): boolean {
  const round = lastRound(review);
  if ((!round?.confirmed && !round?.sent) || currentResponse(round)) return false;
  return round.sent !== undefined || round.openedAt === undefined;
}

function waiting({ reviews, when, context }: Scene): Condition {
  const { today } = context;
  const describeOne = (review: RapidReview): string => {
    const round = lastRound(review);
    const sent = round?.sent?.on;
    if (sent) return `${review.ref}, sent ${formatDay(sent, today)}${distance(sent, context)}`;
    const on = round?.confirmed?.on;
    return `${review.ref}, decided${on ? ` ${formatDay(on, today)}` : ''} (when it was sent is not recorded)`;
  };
  return {
    holds: isWaiting,
    words: (count) => `${pluralVerb(count, 'has', 'have')} no answer from the Panel yet`,
    of: ', no answer from the Panel yet',
    describe(wanted) {
      const answered = reviews.filter(isAnswered).length;
      const undecided = reviews.filter(isUndecided);
      const unsent = reviews.filter((review) => {
        const round = lastRound(review);
        return round?.confirmed && !currentResponse(round) && !isWaiting(review);
      });
      const others = [
        undecided.length > 0 &&
          ` ${refsOf(undecided)} ${pluralVerb(undecided.length, 'is', 'are')} not decided yet.`,
        unsent.length > 0 &&
          ` ${refsOf(unsent)} ${pluralVerb(unsent.length, 'is', 'are')} decided but not recorded as sent.`,
      ];
      const first =
        wanted.length === 0
          ? `No rapid review${when} is waiting for the Panel: it has answered ${answered === 0 ? 'none, and none is recorded as sent' : `all ${answered} that were sent`}.`
          : `${sentenceCase(formatCount(wanted.length, 'rapid review'))}${when} ${pluralVerb(wanted.length, 'has', 'have')} no answer from the Panel yet: ${wanted.map(describeOne).join('; ')}.`;
      return [first, ...others].filter(Boolean).join('');
    },
  };
}

function distance(from: Day, { today, bankHolidays }: ReviewContext): string {
  const days = workingDaysBetween(from, today, bankHolidays);
  return days.ok ? `, ${formatCount(days.value, 'working day')} ago` : '';
}

/** `RR-2020-02 and RR-2020-06 (LCSPR-A)`: which cases led to one review. */
function together({ reviews, when, context }: Scene): Condition {
  const refs = new Set(reviews.map(({ ref }) => ref));
  const touches = ({ cases }: Lcspr) => cases.some((ref) => refs.has(ref));
  const shared = context.lcsprs.filter((lcspr) => lcspr.cases.length > 1 && touches(lcspr));
  const named = context.lcsprs.filter(
    (lcspr) => lcspr.cases.length === 1 && touches(lcspr) && /\bjoint\b/i.test(lcspr.name),
  );
  const joint = named
    .map(
      ({ name, cases }) =>
        ` ${name} is called joint, but covers no other case here than ${cases[0]}.`,
    )
    .join('');
  return {
    holds: ({ ref }) => shared.some(({ cases }) => cases.includes(ref)),
    words: (count) => `${pluralVerb(count, 'shares', 'share')} an LCSPR`,
    of: ' that share an LCSPR',
    describe: (wanted) =>
      (shared.length === 0
        ? `No two rapid reviews${when} led to the same LCSPR, and no others are recorded as done together.`
        : `${wanted.length} of ${formatCount(reviews.length, 'rapid review')}${when} led to a shared LCSPR: ${formatList(shared.map(({ cases, name }) => `${formatList(cases)} (${name})`))}.`) +
      joint,
  };
}

/** The first decision of the partners; what became of the case can differ. */
function decidedNo({ reviews, when }: Scene): Condition {
  const first = ({ rounds: [round] }: RapidReview) => round;
  const isNo = (review: RapidReview) => {
    const round = first(review);
    return round !== undefined && currentDecision(round) === 'no LCSPR';
  };
  const answeredWith = (wanted: readonly RapidReview[], response: string) =>
    wanted.filter((review) => {
      const round = first(review);
      return round && currentResponse(round) === response;
    });
  return {
    holds: isNo,
    words: (count) => `${pluralVerb(count, 'was', 'were')} decided “no LCSPR” locally`,
    of: ', decided “no LCSPR” locally',
    describe(wanted) {
      if (wanted.length === 0)
        return `None of ${formatCount(reviews.length, 'rapid review')}${when} was decided “no LCSPR” locally.`;
      const accepted = answeredWith(wanted, 'agreed');
      const asked = answeredWith(wanted, 'asked to reconsider');
      const open = wanted.filter((review) => !isAnswered(review));
      const parts = [
        accepted.length > 0 && `accepted ${accepted.length}`,
        asked.length > 0 && `asked us to reconsider ${asked.length} (${refsOf(asked)})`,
        open.length > 0 && `has not answered on ${refsOf(open)}`,
      ].filter((part) => part !== false);
      return `${wanted.length} of ${formatCount(reviews.length, 'rapid review')}${when} ${pluralVerb(wanted.length, 'was', 'were')} decided “no LCSPR” locally: ${refsOf(wanted)}. The Panel ${formatList(parts)}.`;
    },
  };
}

/** What became of the cases, where it narrows another list. */
function toOutcomeConditions(status: string | undefined, { context }: Scene): Condition[] {
  const went = (review: RapidReview) => wentToLcspr(review, context.lcsprs);
  const condition = (
    holds: Condition['holds'],
    words: Condition['words'],
    of: string,
  ): Condition[] => [{ holds, words, of, describe: () => '' }];
  if (status === 'LCSPR') return condition(went, () => 'went forward to an LCSPR', ', LCSPR');
  if (status === 'open')
    return condition(
      isUndecided,
      (count) => `${pluralVerb(count, 'is', 'are')} not decided yet`,
      ', not decided yet',
    );
  return status === 'no LCSPR' && !context.seesPositions
    ? condition(
        (review) => !isUndecided(review) && !went(review),
        () => 'did not go forward to an LCSPR',
        ', no LCSPR',
      )
    : [];
}

function describeSeveral(
  wanted: readonly RapidReview[],
  conditions: readonly Condition[],
  { reviews, when }: Scene,
): string {
  const words = formatList(conditions.map((each) => each.words(wanted.length)));
  return wanted.length === 0
    ? `None of the ${formatCount(reviews.length, 'rapid review')}${when}: I looked for reviews that ${words}.`
    : `${wanted.length} of ${formatCount(reviews.length, 'rapid review')}${when} ${words}: ${refsOf(wanted)}.`;
}
