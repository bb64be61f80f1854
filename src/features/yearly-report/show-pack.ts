import { getFilePress } from '../../answers/form.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Answer, AnswerRow, Section } from '../../contract/answer.ts';
import type { FileKind } from '../../contract/file.ts';
import type { Question } from '../../contract/question.ts';
import type { ReportCell, ReportSection } from '../../contract/report-section.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { type CompiledSection, compilePack, gapsOf, type Pack } from './compile-pack.ts';
import { reportYearOf } from './report-year.ts';
import { showReport } from './show-report.ts';

/** So much of a table and of what is missing fits a phone; the files have all of it. */
const MAX_ROWS = 8;
/** No button says more. */
const MAX_LABEL = 22;

/**
 * “is the yearly report published”, “yearly report pack 2020-21”, “what is missing for it”: how far
 * the report is, and for whoever may write it each section with its figures, or with what the records
 * do not say.
 */
export const createShowPack =
  (sections: () => readonly ReportSection[], workbook: FileKind) =>
  async (request: Request, question: Question): Promise<Answer> => {
    const year = reportYearOf(request, question.filters.year);
    const report = await showReport(request, year);
    const readers = request.readers.length > 0 ? request.readers : [request.person];
    // Its sections count rapid reviews too: nobody reads them here who may not read those.
    if (!readers.every((reader) => isPermitted(reader, 'yearly-report.compile'))) return report;
    const pack = await compilePack(request, year, sections());
    const thread = { question: { ...question, filters: { ...question.filters, year } } };
    const asked = pack.sections.find(({ id }) => id === sectionAsked(question));
    const shown = asked
      ? ofOneSection(asked, year)
      : question.args.missing
        ? ofGaps(pack)
        : ofAllSections(pack);
    const { buttons = [], sections: parts = [], suggestions: _, ...rest } = report;
    const press = { file: workbook.name, question: thread.question };
    return {
      ...rest,
      text: `${report.text} ${shown.text}`,
      sections: [...parts, ...shown.sections],
      buttons: [...buttons, getFilePress.button(workbook.button, press, { inNewMessage: true })],
      suggestions: asked
        ? [{ title: 'All sections', ...ask('annual_report_pack', { year }) }]
        : pack.sections
            .filter(({ gaps, title }) => gaps.length > 0 && title.length <= MAX_LABEL)
            .slice(0, 2)
            .map(({ id, title }) => ({
              title,
              ...ask('annual_report_pack', { year }, { section: id }),
            })),
      thread,
    };
  };

const OTHER_NAMES: Readonly<Record<string, string>> = {
  review: 'reviews',
  risk: 'risks',
  audit: 'audits',
  actions: 'priorities',
  challenge: 'challenges',
  escalation: 'escalations',
};

/** What a message calls a section: “the reviews bit”. */
function sectionAsked({ args: { section } }: Question): string {
  const asked = typeof section === 'string' ? section : '';
  return OTHER_NAMES[asked] ?? asked;
}

function ofAllSections({ sections, year }: Pack): { text: string; sections: Section[] } {
  const missing = sections.filter(({ gaps }) => gaps.length > 0);
  const full = sections.length - missing.length;
  return {
    text: `${full || 'None'} of its ${formatCount(sections.length, 'section')} ${pluralVerb(full || 1, 'has', 'have')} all figures.`,
    sections: [
      {
        heading: 'Sections',
        rows: sections.map((section) => toRow(section, year)),
      },
    ],
  };
}

function toRow({ id, title, figures, gaps }: CompiledSection, year: PartnershipYear): AnswerRow {
  return {
    title,
    state:
      gaps.length === 0
        ? { words: 'figures complete', colour: 'good' }
        : { words: `${formatCount(gaps.length, 'gap')}`, colour: 'warning' },
    line: figures
      .slice(0, 3)
      .map(({ label, value }) => `${label} ${value}`)
      .join(' · '),
    opens: ask('annual_report_pack', { year }, { section: id }),
  };
}

/** “what is missing for the yearly report” */
function ofGaps(pack: Pack): { text: string; sections: Section[] } {
  const gaps = gapsOf(pack);
  const without = new Set(gaps.map(({ title }) => title)).size;
  return {
    text:
      gaps.length === 0
        ? 'Nothing that its sections look for is missing.'
        : `The records lack something for ${without} of its ${formatCount(pack.sections.length, 'section')}.`,
    sections: pack.sections
      .filter((section) => section.gaps.length > 0)
      .map((section) => ({ heading: section.title, items: section.gaps.map(shortened) })),
  };
}

/** So much of a gap stands on a card; the files have all of it. */
const MAX_GAP = 160;
const shortened = (gap: string): string =>
  gap.length > MAX_GAP ? `${gap.slice(0, MAX_GAP).replace(/[\s,]+\S*$/, '')} …` : gap;

/** `Police · 22 of 26 (85%) · by deputy 1`: a bare number says what it counts. */
const describeRow = (row: readonly ReportCell[], columns: readonly string[] = []): string =>
  row
    .flatMap((cell, at) =>
      typeof cell === 'number' ? [`${columns[at]?.toLowerCase()} ${cell}`] : (cell ?? []),
    )
    .join(' · ');

function ofOneSection(
  { title, basis, figures, tables, gaps }: CompiledSection,
  year: PartnershipYear,
): { text: string; sections: Section[] } {
  const [table] = tables;
  return {
    text: `${title} in ${year}: ${figures.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join('; ')}.`,
    sections: [
      {
        heading: title,
        facts: figures.map(({ label, value }) => ({ title: label, value })),
        note: basis,
      },
      {
        heading: table?.title ?? '',
        items: (table?.rows ?? [])
          .slice(0, MAX_ROWS)
          .map((row) => describeRow(row, table?.columns)),
        ...((table?.rows.length ?? 0) > MAX_ROWS && {
          note: `The first ${MAX_ROWS} of ${table?.rows.length} shown; the files have all.`,
        }),
      },
      { heading: 'What the records do not say', items: gaps.map(shortened) },
    ],
  };
}
