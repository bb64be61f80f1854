import { countFigure, shareFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import {
  currentDecision,
  currentResponse,
  isUndecided,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import { reviewTimeliness, wentToLcspr } from '../../domain/review-figures.ts';

const refs = (reviews: readonly RapidReview[]): string[] => reviews.map(({ ref }) => ref);

/** The rapid reviews of the year: what was decided, what the Panel said, and the time taken. Nothing of a case. */
export const reviewsSection: ReportSection = {
  id: 'reviews',
  title: 'Rapid reviews',
  position: 40,
  async compile({ directory, bankHolidays, ports }, { year }) {
    const { id, clocks, yearStart } = directory.partnership;
    const [every, lcsprs] = await Promise.all([ports.reviews.all(id), ports.reviews.lcsprs(id)]);
    const ofYear = every.filter(
      ({ year: recorded, awareOn, withdrawn }) =>
        !withdrawn && (recorded ?? (awareOn && yearContaining(awareOn, yearStart))) === year,
    );
    const { durations, average } = reviewTimeliness(ofYear, clocks, bankHolidays);
    const onTime = durations.filter((each) => each.onTime);
    const decided = ofYear.filter((review) => !isUndecided(review));
    const unmeasured = decided.filter(({ ref }) => !durations.some((each) => each.ref === ref));
    const with_ = (holds: (review: RapidReview) => boolean) => refs(ofYear.filter(holds));
    return {
      basis:
        'Rapid reviews by the year in which the partnership became aware; withdrawn ones are not counted. Time against the rule in force when each began.',
      figures: [
        countFigure('Rapid reviews', refs(ofYear)),
        countFigure('Decided', refs(decided)),
        countFigure(
          'Decided locally for an LCSPR',
          with_((each) => locally(each) === 'LCSPR'),
        ),
        countFigure(
          'Decided locally against one',
          with_((each) => locally(each) === 'no LCSPR'),
        ),
        countFigure(
          'Panel agreed to no LCSPR',
          with_((each) => locally(each) === 'no LCSPR' && panel(each) === 'agreed'),
        ),
        countFigure(
          'Panel asked to reconsider',
          with_((each) => panel(each) === 'asked to reconsider'),
        ),
        countFigure(
          'Went forward to an LCSPR',
          with_((each) => wentToLcspr(each, lcsprs)),
        ),
        shareFigure(
          'On time',
          onTime.map(({ ref }) => ref),
          durations.length,
        ),
        ...(average === undefined
          ? []
          : [
              {
                label: 'Working days taken, on average',
                value: String(average),
                rows: durations.map(({ ref }) => ref),
              },
            ]),
      ],
      tables: [
        {
          title: 'Rapid reviews',
          columns: ['Review', 'Working days taken', 'Allowed', 'On time'],
          rows: ofYear.map(({ ref }) => {
            const found = durations.find((each) => each.ref === ref);
            return [ref, found?.days, found?.met.length, found && (found.onTime ? 'yes' : 'no')];
          }),
        },
      ],
      gaps: [
        ...(ofYear.length === 0 ? [`No rapid review of ${year} is recorded.`] : []),
        ...(unmeasured.length > 0
          ? [
              `How long ${formatCount(unmeasured.length, 'decided review')} took: ${refs(unmeasured).join(', ')}.`,
            ]
          : []),
      ],
    };
  },
};

const locally = ({ rounds: [first] }: RapidReview) => first && currentDecision(first);
const panel = ({ rounds: [first] }: RapidReview) => first && currentResponse(first);
