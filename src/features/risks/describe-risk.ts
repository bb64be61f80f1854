import { ask } from '../../answers/questions.ts';
import type { AnswerRow, Colour, Press, State } from '../../contract/answer.ts';
import type { Moment } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import {
  isPastReview,
  type Risk,
  type RiskLevel,
  riskLevel,
  riskScore,
} from '../../domain/risk.ts';

const COLOURS: Readonly<Record<RiskLevel, Colour>> = {
  red: 'attention',
  amber: 'warning',
  green: 'good',
  unscored: 'default',
};

/** `score 20, red`, or that nobody has scored it. */
export function describeScore(risk: Pick<Risk, 'likelihood' | 'impact'>): State {
  const level = riskLevel(risk);
  const words = level === 'unscored' ? 'not scored yet' : `score ${riskScore(risk)}, ${level}`;
  return { words, colour: COLOURS[level] };
}

/** Who watches it: the agency, else the group. */
export function formatRiskOwner({ ownerAgency, ownerGroup }: Risk, directory: Directory): string {
  if (ownerAgency) return agencyName(directory, ownerAgency);
  return ownerGroup ? groupName(directory, ownerGroup) : 'No owner recorded';
}

/** `review was due Sun 7 March`, `review due Fri 26 March`. */
export function describeReviewDay(risk: Risk, { today }: Moment): string {
  const { closedOn, nextReviewOn } = risk;
  if (closedOn) return `closed ${formatDay(closedOn, today)}`;
  if (!nextReviewOn) return 'no review day';
  return `review ${isPastReview(risk, today) ? 'was due' : 'due'} ${formatDay(nextReviewOn, today)}`;
}

/** The question that asks for one risk. */
export const aboutRisk = (risk: string): Press => ask('risk_detail', {}, { risk });

/** A risk in a list: pressing it opens the risk. */
export function toRiskRow(risk: Risk, directory: Directory, moment: Moment): AnswerRow {
  return {
    ref: risk.id,
    title: risk.title,
    state: describeScore(risk),
    line: `${formatRiskOwner(risk, directory)} · ${describeReviewDay(risk, moment)}`,
    opens: aboutRisk(risk.id),
  };
}
