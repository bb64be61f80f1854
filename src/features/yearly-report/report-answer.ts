import { formatDueIn } from '../../answers/notice-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Colour } from '../../contract/answer.ts';
import type { Asker } from '../../contract/feature.ts';
import type { Moment } from '../../contract/request.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { reportDueOn, type YearlyReport } from '../../domain/yearly-report.ts';

/** The report on a year, as far as it has got. */
export interface ShownReport {
  readonly year: PartnershipYear;
  /** Left out while it is not published. */
  readonly report?: YearlyReport | undefined;
  /** Whether the asker may record that it is. */
  readonly mayRecord: boolean;
}

/** How the report on a year stands, after what was just `said` of it. */
export function reportAnswer(
  { directory }: Asker,
  { year, report, mayRecord }: ShownReport,
  today: Moment,
  said = '',
): Answer {
  const { partnership } = directory;
  const due = reportDueOn(year, partnership, today.bankHolidays);
  const { standing, colour } = report ? published(report, due) : awaited(due, today);
  const heading = `The yearly report for ${year}`;
  const where = report?.where ? [{ title: 'Where', value: report.where }] : [];
  const facts = report
    ? [...where, { title: 'Recorded by', value: personName(directory, report.recordedBy) }]
    : [];
  const title = report ? 'Correct it…' : 'It is published…';
  return {
    text: [said, `${heading}: ${standing}.`].filter(Boolean).join(' '),
    heading,
    ...(said && { sentence: said }),
    state: { words: sentenceCase(standing), colour },
    sections: [{ facts }],
    buttons: mayRecord ? [{ title, action: 'yearly-report.form', data: { year } }] : [],
  };
}

interface Standing {
  readonly standing: string;
  readonly colour: Colour;
}

function published({ publishedOn }: YearlyReport, due: Day | undefined): Standing {
  const inTime = due === undefined ? '' : publishedOn > due ? ', late' : ', in time';
  return { standing: `published on ${formatDayWithYear(publishedOn)}${inTime}`, colour: 'good' };
}

function awaited(due: Day | undefined, today: Moment): Standing {
  if (!due) return { standing: 'no last day is kept for it', colour: 'default' };
  const colour = due < today.today ? 'attention' : 'warning';
  return { standing: `${formatDueIn(due, today)}, ${formatDayWithYear(due)}`, colour };
}
