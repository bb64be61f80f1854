import { countFigure } from '../../answers/report-figures.ts';
import { shortName } from '../../answers/short-name.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import { type Escalation, isAnsweredInTime, isEscalationOpen } from '../../domain/escalation.ts';
import { isWithin } from '../../domain/is-within.ts';
import { escalationStore } from './store.ts';

const ids = (of: readonly Escalation[]): string[] => of.map(({ id }) => id);

/** The escalations opened in the year between agencies, and what came of them. */
export const escalationsSection: ReportSection = {
  id: 'escalations',
  title: 'Escalations',
  position: 90,
  async compile({ directory, bankHolidays, store, today }, { year, ...period }) {
    const all = (await store(escalationStore).list()).filter(
      ({ openedOn, withdrawnOn }) => !withdrawnOn && isWithin(openedOn, period),
    );
    const answered = all.filter(({ answeredOn }) => answeredOn);
    const name = (id: string) => shortName(agencyName(directory, id), directory.agencies);
    return {
      basis: `Escalations opened in ${year}, as they stood on ${formatDayWithYear(today)}; withdrawn ones are not counted.`,
      figures: [
        countFigure('Opened', ids(all)),
        countFigure('Answered', ids(answered)),
        countFigure(
          'Answered in time',
          ids(answered.filter((each) => isAnsweredInTime(each, bankHolidays))),
        ),
        countFigure('Still open', ids(all.filter(isEscalationOpen))),
      ],
      tables: [
        {
          title: 'Escalations',
          columns: ['Reference', 'From', 'To', 'Opened', 'Answered', 'Outcome'],
          rows: all.map(({ id, fromAgency, toAgency, openedOn, answeredOn, outcome }) => [
            id,
            name(fromAgency),
            name(toAgency),
            formatDayWithYear(openedOn),
            answeredOn && formatDayWithYear(answeredOn),
            outcome,
          ]),
        },
      ],
      gaps: all.length === 0 ? [`No escalation is recorded in ${year}.`] : [],
    };
  },
};
