import type { Colour } from '../../contract/answer.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import {
  isClosed,
  isRevealed,
  type Position,
  type PositionAnswer,
  type Round,
} from '../../domain/rapid-review.ts';
import { findProposal } from '../../domain/rapid-review-decision.ts';
import { ANSWERS } from './review-words.ts';

/** One agency and what it says, or that it has answered. */
export interface PositionRow {
  readonly agency: string;
  readonly answer: string;
  readonly colour: Colour;
  /** Rationale and who gave it; empty where it is not to be seen. */
  readonly detail: string;
}

const COLOURS: Readonly<Record<PositionAnswer, Colour>> = {
  needed: 'accent',
  'not needed': 'default',
  'more information': 'warning',
};

/** What one may see of a round: nothing but who has answered, one’s own agency’s position, or all. */
export interface Viewer {
  readonly seesPositions: boolean;
  readonly agency?: string;
}

/** Every partner of a round with its position, or whether it has answered. */
export function positionRows(
  round: Round,
  directory: Directory,
  { seesPositions, agency: own }: Viewer,
): PositionRow[] {
  return round.partners.map((id) => {
    const position = round.positions.find(({ agency }) => agency === id);
    const row = (answer: string, colour: Colour, detail = ''): PositionRow => ({
      agency: agencyName(directory, id),
      answer,
      colour,
      detail,
    });
    if (!position) return row('not answered yet', 'default');
    if (position.objection) return row('objects to what was recorded for it', 'warning');
    const proposal = isClosed(round) ? undefined : findProposal(round, id);
    const waits = proposal
      ? `another position, received ${proposal.received ?? 'by phone'}, waits for its agreement`
      : '';
    if (!seesPositions || !(isRevealed(round) || id === own))
      return row('has answered', 'good', waits);
    const { answer } = position;
    const detail = [describeRationale(position, directory), waits].filter(Boolean).join(' · ');
    return row(ANSWERS[answer], COLOURS[answer], detail);
  });
}

/** `“a theme returns” · suggests a national review · Police Partner Lead` */
function describeRationale(
  { rationale, national, by, onBehalf, received = 'by phone', agreedBy }: Position,
  directory: Directory,
): string {
  const who = personName(directory, by);
  return [
    `“${rationale}”`,
    national && 'suggests a national review',
    onBehalf ? `${received}, recorded by ${who}` : who,
    agreedBy && `agreed by ${personName(directory, agreedBy)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Advice, for those who see positions once these are revealed; one’s own always. */
export function adviceRows(
  round: Round,
  directory: Directory,
  { seesPositions }: Viewer,
  person: string,
): { readonly who: string; readonly text: string }[] {
  return round.advice
    .filter(({ by }) => seesPositions && (isRevealed(round) || by === person))
    .map(({ by, agency, text }) => ({
      who: agency ? agencyName(directory, agency) : personName(directory, by),
      text,
    }));
}
