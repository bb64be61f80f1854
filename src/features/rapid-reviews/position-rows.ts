import type { Colour } from '../../answers/card-parts.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import {
  isRevealed,
  type Position,
  type PositionAnswer,
  type Round,
} from '../../domain/rapid-review.ts';
import type { PositionRow } from './review-views.ts';
import { ANSWERS } from './review-words.ts';

const COLOURS: Readonly<Record<PositionAnswer, Colour>> = {
  needed: 'accent',
  'not needed': 'default',
  'more information': 'warning',
};

/** What one may see of a round: nothing but who has answered, one’s own agency’s position, or all. */
export interface Sight {
  readonly sees: boolean;
  readonly agency?: string;
}

/** Every partner of a round with its position, or whether it has answered. */
export function positionRows(
  round: Round,
  directory: Directory,
  { sees, agency: own }: Sight,
): PositionRow[] {
  return round.partners.map((agency) => {
    const position = round.positions.find((each) => each.agency === agency);
    const name = agencyName(directory, agency);
    if (!position)
      return { agency: name, answer: 'not answered yet', colour: 'default', detail: '' };
    if (position.objection)
      return {
        agency: name,
        answer: 'objects to what was recorded for it',
        colour: 'warning',
        detail: '',
      };
    if (!sees || !(isRevealed(round) || agency === own))
      return { agency: name, answer: 'has answered', colour: 'good', detail: '' };
    return {
      agency: name,
      answer: ANSWERS[position.answer],
      colour: COLOURS[position.answer],
      detail: detailOf(position, directory),
    };
  });
}

/** `“a theme returns” · national review suggested · Police Partner Lead` */
function detailOf({ rationale, national, by, onBehalf }: Position, directory: Directory): string {
  const who = personName(directory, by);
  return [
    `“${rationale}”`,
    ...(national ? ['suggests a national review'] : []),
    onBehalf ? `by phone, recorded by ${who}` : who,
  ].join(' · ');
}

/** Advice, for those who see positions once these are revealed; one’s own always. */
export function adviceRows(
  round: Round,
  directory: Directory,
  { sees }: Sight,
  person: string,
): { who: string; text: string }[] {
  return round.advice
    .filter(({ by }) => sees && (isRevealed(round) || by === person))
    .map(({ by, agency, text }) => ({
      who: agency ? agencyName(directory, agency) : personName(directory, by),
      text,
    }));
}
