import { countFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { DUTIES, findDuty } from '../../domain/duties.ts';
import { describeWhere, formatPlanOwner } from './describe-item.ts';
import { type KnownPlanItem, listPlan } from './queries.ts';

const ids = (of: readonly KnownPlanItem[]): string[] => of.map(({ item }) => item.id);

/** The duties of the year: which were met, which came late or not, and of which nothing is planned. */
export const dutiesSection: ReportSection = {
  id: 'duties',
  title: 'Duties',
  position: 110,
  async compile(context, { year, from, to }) {
    const { directory, today } = context;
    const ofYear = (await listPlan(context)).filter(({ item, state }) => {
      const on = item.dueOn ?? (item.month && `${item.month}-01`);
      return item.duty && state !== 'withdrawn' && on !== undefined && from <= on && on <= to;
    });
    const by = (state: KnownPlanItem['state']) => ofYear.filter((each) => each.state === state);
    const unplanned = DUTIES.filter(({ id }) => !ofYear.some(({ item }) => item.duty === id));
    return {
      basis: `Duties on the forward plan for ${year}, as recorded on ${formatDayWithYear(today)}.`,
      figures: [
        countFigure('Planned', ids(ofYear)),
        countFigure('Received', ids(by('received'))),
        countFigure('Did not come', ids(by('missed'))),
      ],
      tables: [
        {
          title: 'Duties',
          columns: ['Reference', 'Duty', 'Came to', 'Paper from', 'Received'],
          rows: ofYear.map((known) => [
            known.item.id,
            findDuty(known.item.duty)?.name ?? known.item.title,
            describeWhere(known, directory),
            formatPlanOwner(known.item, directory),
            known.item.receivedOn && formatDayWithYear(known.item.receivedOn),
          ]),
        },
      ],
      gaps:
        unplanned.length > 0
          ? [
              `Whether ${formatCount(unplanned.length, 'duty', 'duties')} ${unplanned.length === 1 ? 'was' : 'were'} met: ${unplanned.map(({ name }) => name).join('; ')}.`,
            ]
          : [],
    };
  },
};
