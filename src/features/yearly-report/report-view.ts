import type { Moment } from '../../answers/action-words.ts';
import type { Colour } from '../../answers/card-parts.ts';
import type { Press } from '../../answers/notice-views.ts';
import { dueInWords } from '../../answers/notice-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { reportDueOn, type YearlyReport } from '../../domain/yearly-report.ts';

/** `cards/yearly-report.json` */
export interface ReportView {
  readonly source: string;
  readonly headline: string;
  /** What has just been done, or not. */
  readonly sentence?: string;
  readonly standing: string;
  readonly colour: Colour;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly presses: readonly Press[];
}

/** The report on a year, as far as it has got. */
export interface ShownReport {
  readonly year: PartnershipYear;
  /** Left out while it is not published. */
  readonly report?: YearlyReport | undefined;
  /** Whether the asker may record that it is. */
  readonly mayRecord: boolean;
}

/** How the report on a year stands, after what was just `said` of it. */
export function reportReply(
  { directory }: Asker,
  { year, report, mayRecord }: ShownReport,
  today: Moment,
  said = '',
): Answer {
  const { partnership } = directory;
  const due = reportDueOn(year, partnership, today.bankHolidays);
  const { standing, colour } = report ? published(report, due) : awaited(due, today);
  const headline = `The yearly report for ${year}`;
  const text = [said, `${headline}: ${standing}.`].filter(Boolean).join(' ');
  const where = report?.where ? [{ title: 'Where', value: report.where }] : [];
  const facts = report
    ? [...where, { title: 'Recorded by', value: personName(directory, report.recordedBy) }]
    : [];
  const data = { verb: 'yearly-report.form', year };
  const view: ReportView = {
    source: `${partnership.shortName} · as at ${formatDayWithYear(today.today)}`,
    headline,
    ...(said && { sentence: said }),
    standing: sentenceCase(standing),
    colour,
    facts,
    presses: mayRecord
      ? [{ title: report ? 'Correct it…' : 'It is published…', verb: data.verb, data }]
      : [],
  };
  const plain = [text, ...facts.map(({ title, value }) => `${title}: ${value}.`)].join('\n');
  return { text, card: { name: 'yearly-report', view, plain } };
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
  return { standing: `${dueInWords(due, today)}, ${formatDayWithYear(due)}`, colour };
}
