import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Need } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { responseDueOn } from '../../domain/recommendation.ts';
import { listSources } from '../sources/queries.ts';
import { mayDo } from './refusals.ts';
import { recommendationStore } from './store.ts';

/** The recommendations that wait for a response of the asker’s own agency; not those of everybody. */
export async function findRecommendationNeeds(request: Request): Promise<readonly Need[]> {
  const { person, today, bankHolidays, store } = request;
  const { agency } = person;
  if (!agency || isPermitted(person, 'recommendations.change')) return [];
  if (!mayDo(request, 'recommendations.change', { addressedTo: [agency] })) return [];
  const [waiting, sources] = await Promise.all([
    store(recommendationStore).range('waiting', 'response', 'response'),
    listSources(request),
  ]);
  const own = waiting.flatMap((recommendation) => {
    const source = sources.find(({ id }) => id === recommendation.source);
    return source && recommendation.addressedTo.includes(agency)
      ? [responseDueOn(recommendation, source, bankHolidays)]
      : [];
  });
  if (own.length === 0) return [];
  const late = own.filter((dueOn) => dueOn !== undefined && dueOn < today).length;
  const count = formatCount(own.length, 'recommendation');
  const waits = `${count} ${pluralVerb(own.length, 'waits', 'wait')} for your agency’s response`;
  const isAllLate = late === own.length;
  return [
    {
      clause:
        late === 0
          ? waits
          : `${waits}${isAllLate ? (late === 1 ? ', late' : ', all late') : `, ${late} of them late`}`,
      rank: late > 0 ? 2 : 3,
      opens: {
        title: 'Respond to recommendations',
        ...ask('list_recommendations', { agency }, { awaiting: 'without a response' }),
      },
    },
  ];
}
