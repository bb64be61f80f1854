import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type Risk, type RiskRefusal, riskOwner } from '../../domain/risk.ts';
import { formatRiskOwner } from './describe-risk.ts';

const WHY_NOT: Readonly<
  Record<RiskRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'title-missing': 'Please say what may go wrong.',
  'owner-missing': 'Please choose the agency or the group that watches it.',
  'reason-missing': 'Please give a reason; it is kept in the history.',
  'review-day-past': 'Please give the day of the next review; it has to be still to come.',
  'already-closed': 'It is closed already.',
  'not-found': 'It is not on the register any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

/** The asker may not change this risk; who may. */
export function mayNotChange(risk: Risk, { directory }: Request): Answer {
  const administrators = directory.people
    .filter(({ roles }) => roles.includes('administrator'))
    .map(({ displayName }) => displayName);
  const whom = formatList([formatRiskOwner(risk, directory), ...administrators], 'or');
  return {
    text: `Nothing was recorded: ${risk.id} is not yours to change. Please ask ${whom}.`,
    refused: 'access',
  };
}

/** The register is for those who take part; observers are told who to ask. */
export const mayNotRead = (): Answer => ({
  text: 'The risk register is read by those who take part in the partnership’s groups. Please ask the business manager.',
  refused: 'access',
});

/** Whether the asker may score and close a risk: its own people, the chair and the administrators. */
export const mayReview = ({ person }: Request, risk: Risk): boolean =>
  isPermittedOn(person, 'risks.review', riskOwner(risk));
