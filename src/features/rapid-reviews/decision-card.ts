import { toRefresh } from '../../answers/press-data.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Fact, State } from '../../contract/answer.ts';
import type { StoredReview } from '../../contract/ports.ts';
import type { Context, Request } from '../../contract/request.ts';
import { clockInForce } from '../../domain/clocks.ts';
import { addDays, formatDayWithYear, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import {
  isClosed,
  lastRound,
  outstandingPartners,
  type RapidReview,
  type Round,
  roundAgreement,
} from '../../domain/rapid-review.ts';
import { findProposal, mayReveal } from '../../domain/rapid-review-decision.ts';
import { confirmsReviews, seesPositions } from '../../domain/review-sight.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { deadlineFacts, describeDay } from './deadline-words.ts';
import { DECISION, loadReviewContext, openDecision, type ReviewContext } from './find-review.ts';
import { adviceRows, type PositionRow, positionRows, type Viewer } from './positions.ts';
import { adviserRole, canAdministerReviews, findRepresentedAgency } from './review-access.ts';
import {
  ANSWERS,
  describeState,
  describeSummaries,
  reviewTitle,
  stateColour,
} from './review-words.ts';

/** `cards/review-decision.json`; without `ownPosition` and `chair` the card that everybody sees. */
interface DecisionView {
  readonly source: string;
  readonly heading: string;
  readonly state: State;
  readonly facts: readonly Fact[];
  readonly summaries: string;
  readonly considerations: readonly string[];
  /** Where the asker’s agency stands, said to them. */
  readonly ownPosition?: string;
  /** Every partner with its position, or whether it has answered. */
  readonly partners: readonly PositionRow[];
  readonly advice: readonly { readonly who: string; readonly text: string }[];
  readonly asAt: string;
  /** What every button sends. */
  readonly review: string;
  readonly round: number;
  readonly version: number;
  readonly may: {
    readonly answer: boolean;
    readonly advise: boolean;
    readonly object: boolean;
    readonly agree: boolean;
  };
  readonly chair?: {
    readonly mayReveal: boolean;
    readonly decision: string;
    readonly mayEscalate: boolean;
    readonly dueOn: string;
  };
  /** For administrators: the partners whose position they can record. */
  readonly phone: readonly { readonly title: string; readonly id: string }[];
  readonly refresh: object;
}

/** What Working Together asks the partners to weigh. It informs; it computes nothing. */
const CONSIDERATIONS = [
  'Does it show improvements that are needed in how agencies safeguard children?',
  'Does it show recurrent themes?',
  'Is there concern about how two or more agencies worked together?',
  'Does the Panel think that a local review would be the better one?',
];

/** A review with the round that is being decided, and the moment at which it is shown. */
interface Shown {
  readonly stored: StoredReview;
  readonly round: Round;
  readonly context: ReviewContext;
}

/** The card as it stands now, for whoever edits what everybody in the chat sees. */
export async function drawDecision(context: Context, ref: string): Promise<Answer | undefined> {
  const stored = await context.ports.reviews.find(context.directory.partnership.id, ref);
  return stored && decisionForAll(context, stored);
}

/** The card that everybody in the chat sees: who has answered, never what. */
export async function decisionForAll(
  context: Context,
  stored: StoredReview,
): Promise<Answer | undefined> {
  const round = lastRound(stored.review);
  if (!round) return undefined;
  const shown = { stored, round, context: await loadReviewContext(context, false) };
  return toAnswer(shown, 'everybody', {
    ...commonView(shown, { seesPositions: false }),
    advice: [],
    may: { answer: isOpen(shown), advise: false, object: false, agree: false },
    phone: [],
  });
}

/** The card as one person sees it: what they may know, and what they may do. Shown to nobody else. */
export async function drawDecisionFor(request: Request, stored: StoredReview): Promise<Answer> {
  const { directory, person } = request;
  const round = lastRound(stored.review);
  if (!round) return { text: `The decision on ${stored.review.ref} has not been opened.` };
  const mayKnow = seesPositions(person, directory);
  const context = await loadReviewContext(request, mayKnow);
  const agency = findRepresentedAgency(request, round);
  const viewer = { seesPositions: mayKnow, agency };
  const proposal = agency !== undefined && findProposal(round, agency) !== undefined;
  const own = round.positions.find((position) => position.agency === agency);
  const shown = { stored, round, context };
  const canChange = isOpen(shown);
  return toAnswer(shown, 'asker', {
    ...commonView(shown, viewer),
    ...(agency && { ownPosition: describeOwn(round, agency, directory) }),
    advice: adviceRows(round, directory, viewer, person.id),
    may: {
      answer: canChange && agency !== undefined,
      advise: canChange && adviserRole(request, round) !== undefined,
      object:
        (canChange && proposal) ||
        (!stored.review.withdrawn && own?.onBehalf === true && !own.agreedBy && !own.objection),
      agree: canChange && proposal,
    },
    ...(canChange &&
      confirmsReviews(person, directory) && { chair: chairPart(round, person.agency, context) }),
    phone:
      canChange && canAdministerReviews(request)
        ? round.partners.map((id) => ({ title: agencyName(directory, id), id }))
        : [],
  });
}

/** Whether anything can still be said in the round. */
const isOpen = ({ stored: { review }, round }: Shown): boolean =>
  !review.withdrawn && !isClosed(round);

function describeOwn(round: Round, agency: string, directory: Directory): string {
  const name = agencyName(directory, agency);
  const own = round.positions.find((position) => position.agency === agency);
  if (!own)
    return isClosed(round)
      ? `${name} gave no position.`
      : `${name} has not answered yet; you can speak for it.`;
  if (own.objection)
    return isClosed(round)
      ? `${name} objected to what was recorded for it. The decision stands until an administrator corrects it.`
      : `${name} objected to what was recorded for it; please give its position.`;
  const change = isClosed(round) ? '' : ' You can change it until the chair confirms.';
  const how = own.onBehalf ? ` (${own.received ?? 'by phone'}, recorded by an administrator)` : '';
  const proposal = findProposal(round, agency);
  const other = proposal
    ? ` An administrator has recorded another one since, received ${proposal.received ?? 'by phone'}: ${ANSWERS[proposal.answer]}, “${proposal.rationale}”. It counts only if you agree.`
    : '';
  return `${name} answered${how}: ${ANSWERS[own.answer]}.${change}${other}`;
}

/** Where the partnership has no clock for an escalation, it is answered within a working week. */
const ESCALATION_DAYS = 5;

function chairPart(
  round: Round,
  agency: string | undefined,
  { directory, today, bankHolidays }: ReviewContext,
): DecisionView['chair'] {
  const agreement = roundAgreement(round);
  const clock = clockInForce(directory.partnership.clocks, 'escalation', today);
  const due = addWorkingDays(today, clock?.workingDays ?? ESCALATION_DAYS, bankHolidays);
  return {
    mayReveal: mayReveal(round, agency),
    decision: agreement === 'LCSPR' || agreement === 'no LCSPR' ? agreement : '',
    mayEscalate: agreement === 'no agreement' && !round.escalation,
    dueOn: due.ok ? due.value : addDays(today, 7),
  };
}

function toAnswer(
  { stored: { review, version }, round, context }: Shown,
  shows: 'everybody' | 'asker',
  view: DecisionView,
): Answer {
  const text = `${view.heading}: ${describeRound(review, round, context)}.`;
  const plain = [
    text,
    view.ownPosition,
    ...view.facts.map(({ title, value }) => `${title}: ${value}.`),
    view.summaries,
    ...view.partners.map(({ agency, answer, detail }) => `${agency}: ${answer}. ${detail}`),
    ...view.advice.map(({ who, text: advice }) => `${who} advises: ${advice}.`),
    view.asAt,
  ];
  const partnership = context.directory.partnership.id;
  return {
    text,
    card: { name: 'review-decision', view, plain: plain.filter(Boolean).join('\n') },
    live: {
      subject: { partnership, kind: DECISION, id: review.ref },
      version,
      shows,
      isNews: false,
    },
  };
}

function describeRound(review: RapidReview, round: Round, context: ReviewContext): string {
  if (review.withdrawn || isClosed(round) || round.sent || outstandingPartners(round).length > 0)
    return describeState(review, context);
  const agreement = roundAgreement(round);
  if (agreement === 'no agreement') return describeState(review, context);
  if (!context.seesPositions) return 'all partners have answered';
  if (agreement === 'more information') return 'all want more information first';
  return `all agree: ${agreement}; waiting for the chair to confirm`;
}

type CommonView = Omit<DecisionView, 'may' | 'advice' | 'phone'>;

function commonView(
  { stored: { review, version }, round, context }: Shown,
  viewer: Viewer,
): CommonView {
  const { directory, now } = context;
  const { shortName, timeZone } = directory.partnership;
  const at = toLocalTime(now, timeZone).slice('YYYY-MM-DDT'.length);
  return {
    source: [shortName, describeDay(review, context), round.number > 1 && `round ${round.number}`]
      .filter(Boolean)
      .join(' · '),
    heading: reviewTitle(review),
    state: {
      words: sentenceCase(describeRound(review, round, context)),
      colour: round.confirmed ? 'good' : stateColour(review, context),
    },
    facts: deadlineFacts(review, context),
    summaries: describeSummaries(review, context),
    considerations: review.withdrawn || isClosed(round) ? [] : CONSIDERATIONS,
    partners: positionRows(round, directory, viewer),
    asAt: round.confirmed
      ? `Confirmed ${formatDayWithYear(round.confirmed.on)} · as at ${at}`
      : `As at ${at}`,
    review: review.ref,
    round: round.number,
    version,
    refresh: toRefresh(openDecision.press({ review: review.ref })),
  };
}
