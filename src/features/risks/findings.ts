import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { isPastReview, worstFirst } from '../../domain/risk.ts';
import { riskStore } from './store.ts';

/** Risks that nobody looked at when they were to. */
export const risksPastReview: FindingSource = {
  rule: 'risk-past-review',
  kind: 'actions',
  why: 'An open risk is past its review day. Risks without one are not measured.',
  async find({ store, today }) {
    const open = worstFirst(await store(riskStore).list());
    const past = open.filter((risk) => isPastReview(risk, today));
    const [oldest] = past.flatMap(({ nextReviewOn }) => nextReviewOn ?? []).sort();
    return {
      findings: oldest
        ? [
            {
              subject: 'register',
              level: 'warn',
              figure: past.length,
              since: oldest,
              sentence: `${formatCount(past.length, 'risk')} ${pluralVerb(past.length, 'is', 'are')} past ${pluralVerb(past.length, 'its', 'their')} review day, the oldest by ${formatCount(daysBetween(oldest, today), 'day')}`,
              agencies: [...new Set(past.flatMap(({ ownerAgency }) => ownerAgency ?? []))],
              rows: past.map(({ id }) => id),
              opens: { title: 'The risks', ...ask('list_risks', { dueRange: 'overdue' }) },
            },
          ]
        : [],
      unmeasured: open.filter(({ nextReviewOn }) => !nextReviewOn).map(({ id }) => id),
    };
  },
};
