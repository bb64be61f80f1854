import { countFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import { publicationDeadline } from './publication.ts';

const names = (lcsprs: readonly Lcspr[]): string[] => lcsprs.map(({ name }) => name);

/** The LCSPRs under way, published or not to be published, with the reason and where they can be read. */
export const lcsprsSection: ReportSection = {
  id: 'lcsprs',
  title: 'Local child safeguarding practice reviews',
  position: 50,
  async compile({ directory, today, bankHolidays, ports }, { from, to }) {
    const { id } = directory.partnership;
    const [every, reviews] = await Promise.all([ports.reviews.lcsprs(id), ports.reviews.all(id)]);
    // One whose start is not recorded began no earlier than its first case was known of.
    const beganOn = ({ decidedOn, cases }: Lcspr): string =>
      decidedOn ??
      reviews
        .flatMap(({ ref, awareOn }) => (cases.includes(ref) && awareOn ? [awareOn] : []))
        .sort()[0] ??
      '';
    const inYear = (on: string | undefined) => on !== undefined && from <= on && on <= to;
    const shown = every.filter(
      (lcspr) =>
        !lcspr.withdrawn &&
        beganOn(lcspr) <= to &&
        (lcspr.published ?? lcspr.withheld ?? { on: to }).on >= from,
    );
    const published = shown.filter((each) => inYear(each.published?.on));
    const withheld = shown.filter((each) => inYear(each.withheld?.on));
    const open = shown.filter(isUnderWay);
    const moment = { directory, today, bankHolidays };
    const undated = open.filter((lcspr) => publicationDeadline(lcspr, moment) === undefined);
    return {
      basis: `LCSPRs under way in the year, as recorded on ${formatDayWithYear(today)}.`,
      figures: [
        countFigure('Under way', names(open)),
        countFigure('Published in the year', names(published)),
        countFigure('Not to be published', names(withheld)),
      ],
      tables: [
        {
          title: 'LCSPRs',
          columns: ['LCSPR', 'Covers', 'Decided', 'Due', 'Published', 'Where, or why'],
          rows: shown.map((lcspr) => [
            lcspr.name,
            lcspr.cases.join(', '),
            lcspr.decidedOn && formatDayWithYear(lcspr.decidedOn),
            dayOf(publicationDeadline(lcspr, moment)),
            lcspr.withheld ? 'not to be published' : dayOf(lcspr.published?.on),
            [
              lcspr.published?.where ?? lcspr.withheld?.improvementsAt,
              lcspr.withheld?.reason ?? lcspr.published?.reason ?? lcspr.delays.at(-1)?.reason,
            ]
              .filter(Boolean)
              .join('; '),
          ]),
        },
      ],
      gaps:
        undated.length > 0
          ? [
              `When ${formatCount(undated.length, 'LCSPR')} started, so by when to publish: ${names(undated).join(', ')}.`,
            ]
          : [],
    };
  },
};

const dayOf = (on: Parameters<typeof formatDayWithYear>[0] | undefined): string | undefined =>
  on && formatDayWithYear(on);
