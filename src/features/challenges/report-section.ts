import { countFigure } from '../../answers/report-figures.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { type Challenge, isChallengeOpen } from '../../domain/challenge.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { isWithin } from '../../domain/is-within.ts';
import { formatParties } from './queries.ts';
import { challengeStore } from './store.ts';

const ids = (of: readonly Challenge[]): string[] => of.map(({ id }) => id);

/** What partners asked one another in the year, what was answered, and the difference it made. */
export const challengesSection: ReportSection = {
  id: 'challenges',
  title: 'Challenge',
  position: 100,
  async compile({ directory, store, today }, { year, ...period }) {
    const all = (await store(challengeStore).list()).filter(
      ({ on, withdrawnOn }) => !withdrawnOn && isWithin(on, period),
    );
    return {
      basis: `Challenges of ${year}, as they stood on ${formatDayWithYear(today)}; withdrawn ones are not counted.`,
      figures: [
        countFigure('Challenges', ids(all)),
        countFigure('Answered', ids(all.filter(({ answeredOn }) => answeredOn))),
        countFigure('With a difference recorded', ids(all.filter(({ difference }) => difference))),
        countFigure('Waiting for an answer', ids(all.filter(isChallengeOpen))),
      ],
      tables: [
        {
          title: 'Challenges',
          columns: ['Reference', 'Partners', 'Day', 'Question', 'Answer', 'Difference'],
          rows: all.map((challenge) => [
            challenge.id,
            formatParties(challenge, directory),
            formatDayWithYear(challenge.on),
            challenge.question,
            challenge.answer,
            challenge.difference,
          ]),
        },
      ],
      gaps: all.length === 0 ? [`No challenge is recorded in ${year}.`] : [],
    };
  },
};
