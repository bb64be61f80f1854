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

/** A serious incident and its rapid review as the partnership's table has it. Reference and category only, no child. */
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
  /** The LCSPR that the case became part of; several cases can share one. */
  readonly reviewName?: string;
  readonly basis?: string;
}

/** A row of the partnership's table as a review: its result is a round of which the positions are not known. */
export function fromTableRow(row: ReviewTableRow): RapidReview {
  const { ref, year, category, awareOn, notifiedOn, outcome, basis } = row;
  const result = importedRound(row);
  const facts = { ref, year, category, awareOn, notifiedOn, outcome, basis };
  return { ...omitUndefined(facts), summaries: [], rounds: result ? [result] : [], presses: [] };
}

function importedRound({
  decidedOn,
  localDecision,
  panelResponse,
  panelRespondedOn,
}: ReviewTableRow): Round | undefined {
  if (!decidedOn || !localDecision) return undefined;
  const decision = /^no/i.test(localDecision) ? 'no LCSPR' : 'LCSPR';
  return {
    number: 1,
    partners: [],
    advisers: [],
    hidden: false,
    positions: [],
    advice: [],
    confirmed: { decision, on: decidedOn, partners: [], national: [] },
    ...(panelResponse && {
      response: omitUndefined({ answer: parsePanelResponse(panelResponse), on: panelRespondedOn }),
    }),
    corrections: [],
  };
}

/** The Panel's answer in the words of a table: `agreed`, `asked to reconsider`, `national review`. */
export function parsePanelResponse(text: string): PanelResponse {
  if (/national/i.test(text)) return 'national review';
  return /agree|accept/i.test(text) && !/disagree|not agree/i.test(text)
    ? 'agreed'
    : 'asked to reconsider';
}

/** The row of the table that says the same, for those who keep one: the first round is the local decision. */
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
    decidedOn: first?.confirmed?.on,
    localDecision: first && currentDecision(first),
    panelResponse: first && currentResponse(first),
    panelRespondedOn: first?.response?.on,
    outcome: review.outcome ?? lcspr?.standing ?? result,
    reviewName: lcspr?.name,
    basis,
  });
}
