import type { Day } from './dates.ts';
import { omitUndefined } from './optional.ts';
import {
  currentDecision,
  currentResponse,
  lastRound,
  type PanelResponse,
  type RapidReview,
  type Round,
} from './rapid-review.ts';

/**
 * A row of the partnership's table: a serious incident and its rapid review. It has a reference and
 * a category, and nothing about a child.
 */
export interface ReviewTableRow {
  readonly ref: string;
  readonly year?: string;
  readonly category?: string;
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
  readonly decidedOn?: Day;
  readonly localDecision?: string;
  readonly panelResponse?: string;
  readonly panelRespondedOn?: Day;
  readonly outcome?: string;
  /** The LCSPR that covers the case; several cases can share one. */
  readonly reviewName?: string;
  readonly basis?: string;
}

/** A review made from a row of the partnership's table: its result is a round without positions. */
export function fromTableRow(row: ReviewTableRow): RapidReview {
  const { ref, year, category, awareOn, notifiedOn, localDecision, basis } = row;
  // A decision of no kind that is known stays in the words of the table, and counts as none.
  const isOther = localDecision !== undefined && !isLocalDecision(localDecision);
  const reason = WITHDRAWN.exec(row.outcome ?? '')?.[1];
  const outside = OUTSIDE_CRITERIA.exec(row.outcome ?? '')?.[1];
  const withdrawn =
    outside !== undefined
      ? { reason: outside, isOutsideCriteria: true }
      : reason === undefined
        ? undefined
        : { reason };
  const outcome = withdrawn ? undefined : (row.outcome ?? (isOther ? localDecision : undefined));
  const result = importedRound(row);
  const facts = { ref, year, category, awareOn, notifiedOn, outcome, basis, withdrawn };
  return { ...omitUndefined(facts), summaries: [], rounds: result ? [result] : [] };
}

/** In the place of an outcome: the review was opened by mistake, and why that is known. */
const WITHDRAWN = /^withdrawn: (.+)$/su;

/** In the place of an outcome: the case does not meet the criteria after all, and why. */
const OUTSIDE_CRITERIA = /^criteria not met: (.+)$/su;

/** In the place of a local decision: it was sent to the Panel before there was one, on the day in the place of its own. */
const NO_AGREEMENT = 'no agreement';

/** Whether a table’s words for a local decision are those of one: `LCSPR`, `No LCSPR`, `no agreement`. */
export function isLocalDecision(text: string): boolean {
  return text === NO_AGREEMENT || /\bl?cspr\b|^(not?|yes)\b/i.test(text);
}

function importedRound({
  decidedOn,
  localDecision,
  panelResponse,
  panelRespondedOn,
}: ReviewTableRow): Round | undefined {
  if (!decidedOn || !localDecision || !isLocalDecision(localDecision)) return undefined;
  const isOpen = localDecision === NO_AGREEMENT;
  const decision = /^no/i.test(localDecision) ? 'no LCSPR' : 'LCSPR';
  return {
    number: 1,
    partners: [],
    advisers: [],
    hidden: false,
    positions: [],
    advice: [],
    ...(isOpen
      ? { sent: { on: decidedOn, withoutAgreement: true } }
      : { confirmed: { decision, on: decidedOn, partners: [], national: [] } }),
    ...fromPanel(panelResponse, panelRespondedOn),
    corrections: [],
  };
}

/** `more information` is no answer yet: only its day is kept. */
function fromPanel(
  text: string | undefined,
  on: Day | undefined,
): Pick<Round, 'response' | 'informationAskedOn'> {
  if (!text) return {};
  if (/\binformation\b/i.test(text)) return on ? { informationAskedOn: on } : {};
  return { response: omitUndefined({ answer: parsePanelResponse(text), on }) };
}

/**
 * Parses the Panel's response as a table words it: `agreed`, `asked to reconsider`, `national
 * review`.
 */
export function parsePanelResponse(text: string): PanelResponse {
  if (/national/i.test(text)) return 'national review';
  return /agree|accept/i.test(text) && !/disagree|not agree/i.test(text)
    ? 'agreed'
    : 'asked to reconsider';
}

/**
 * The row of the table for a review, for partnerships that keep one: the first round is the local
 * decision.
 */
export function toTableRow(
  review: RapidReview,
  lcspr?: { readonly name: string; readonly standing: string },
): ReviewTableRow {
  const { ref, year, category, awareOn, notifiedOn, rounds, basis } = review;
  const [first] = rounds;
  const last = lastRound(review);
  const result = last && currentResponse(last) === 'agreed' ? currentDecision(last) : undefined;
  return omitUndefined({
    ref,
    year,
    category,
    awareOn,
    notifiedOn,
    decidedOn: first?.confirmed?.on ?? first?.sent?.on,
    localDecision: first && (currentDecision(first) ?? (first.sent && NO_AGREEMENT)),
    panelResponse:
      first && (currentResponse(first) ?? (first.informationAskedOn && 'more information')),
    panelRespondedOn: first?.response?.on ?? first?.informationAskedOn,
    outcome: review.withdrawn
      ? `${review.withdrawn.isOutsideCriteria ? 'criteria not met' : 'withdrawn'}: ${review.withdrawn.reason}`
      : (review.outcome ?? lcspr?.standing ?? result),
    reviewName: lcspr?.name,
    basis,
  });
}
