import { ask } from '../../answers/questions.ts';
import { pluralVerb } from '../../answers/words.ts';
import type { Need } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { isEverPermitted } from '../../domain/ever-permitted.ts';
import { isPastReview } from '../../domain/risk.ts';
import { mayReview } from './refusals.ts';
import { riskStore } from './store.ts';

/** The asker’s own risks that are past their review day; not those of everybody, whose owners are told. */
export async function findRiskNeeds(request: Request): Promise<readonly Need[]> {
  const { person, today, store } = request;
  if (!isEverPermitted(person, 'risks.review') || isPermitted(person, 'risks.review')) return [];
  const risks = await store(riskStore).range('byReviewDay', '0000-00-00', today);
  const past = risks.filter((risk) => isPastReview(risk, today) && mayReview(request, risk)).length;
  if (past === 0) return [];
  const clause = `${past} of your ${past === 1 ? 'risks is' : 'risks are'} past ${pluralVerb(past, 'its', 'their')} review day`;
  return [
    {
      clause,
      rank: 2,
      opens: {
        title: 'Risks to review',
        ...ask('list_risks', { dueRange: 'overdue' }, { own: true }),
      },
    },
  ];
}
