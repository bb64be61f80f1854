import { countFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { addDays, type Day, formatDayWithYear } from '../../domain/dates.ts';
import { type Risk, type RiskReview, riskLevel, riskScore } from '../../domain/risk.ts';
import { formatRiskOwner } from './describe-risk.ts';
import { riskReviewStore, riskStore } from './store.ts';

/** The risks that were open in the year, with their scores at its start and at its end. */
export const risksSection: ReportSection = {
  id: 'risks',
  title: 'Risks',
  position: 80,
  async compile({ directory, store, today }, { from, to }) {
    const last = to < today ? to : today;
    const all = await store(riskStore).list();
    const reviews = Map.groupBy(await store(riskReviewStore).list(), ({ risk }) => risk);
    const known = all
      .filter(({ closedOn }) => !closedOn || closedOn >= from)
      .map((risk) => ({
        risk,
        atStart: scoreOn(reviews.get(risk.id) ?? [], addDays(from, -1)),
        // Where nothing was reviewed after its end, the year ended with the score of today.
        atEnd: hasReviewAfter(reviews.get(risk.id) ?? [], last)
          ? scoreOn(reviews.get(risk.id) ?? [], last)
          : riskScore(risk),
      }));
    const open = known.filter(({ risk }) => !risk.closedOn || risk.closedOn > last);
    const unscored = known.filter(({ atStart }) => atStart === undefined);
    return {
      basis: `Risks open in the year: likelihood times impact on ${formatDayWithYear(from)} and on ${formatDayWithYear(last)}.`,
      figures: [
        countFigure('Open at the end', ids(open)),
        countFigure('Red', ids(open.filter(({ risk }) => riskLevel(risk) === 'red'))),
        countFigure('Closed in the year', ids(known.filter((each) => !open.includes(each)))),
        countFigure(
          'Score rose',
          ids(known.filter(({ atStart, atEnd }) => (atEnd ?? 0) > (atStart ?? Infinity))),
        ),
        countFigure(
          'Score fell',
          ids(known.filter(({ atStart, atEnd }) => (atEnd ?? Infinity) < (atStart ?? 0))),
        ),
      ],
      tables: [
        {
          title: 'Risks',
          columns: ['Reference', 'Risk', 'Owner', 'At the start', 'At the end', 'Closed'],
          rows: known.map(({ risk, atStart, atEnd }) => [
            risk.id,
            risk.title,
            formatRiskOwner(risk, directory),
            atStart,
            atEnd,
            risk.closedOn && formatDayWithYear(risk.closedOn),
          ]),
        },
      ],
      gaps: [
        ...(known.length === 0 ? ['No risk is recorded.'] : []),
        ...(unscored.length > 0
          ? [
              `The score of ${formatCount(unscored.length, 'risk')} at the start: ${ids(unscored).join(', ')}.`,
            ]
          : []),
      ],
    };
  },
};

const ids = (known: readonly { readonly risk: Risk }[]): string[] =>
  known.map(({ risk }) => risk.id);

const hasReviewAfter = (reviews: readonly RiskReview[], day: Day): boolean =>
  reviews.some(({ at }) => at.slice(0, 10) > day);

/** The score that a risk had on a day, as far as a review up to that day says. */
function scoreOn(reviews: readonly RiskReview[], day: Day): number | undefined {
  const last = reviews
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .findLast(({ at }) => at.slice(0, 10) <= day);
  return last && riskScore(last);
}
