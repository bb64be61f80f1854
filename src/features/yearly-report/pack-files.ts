import { type FileKind, type MadeFile, toExcelFile, toWordFile } from '../../contract/file.ts';
import type { ReportCell, ReportContext, ReportSection } from '../../contract/report-section.ts';
import { createWorkbook } from '../../documents/create-workbook.ts';
import {
  createWordDocument,
  wordHeading,
  wordLine,
  wordTable,
  wordTitle,
} from '../../documents/word-document.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { type CompiledSection, compilePack, gapsOf, type Pack } from './compile-pack.ts';
import { reportYearOf } from './report-year.ts';

type Sections = () => readonly ReportSection[];

/** The pack as a document: sections with their figures and tables, then what the records do not say. */
export async function makePackDocument(
  context: ReportContext,
  year: PartnershipYear,
  sections: readonly ReportSection[],
): Promise<MadeFile> {
  const pack = await compilePack(context, year, sections);
  const bytes = await createWordDocument(
    { title: `Figures for the yearly report ${year}`, creator: pack.partnership },
    [
      ...wordTitle(pack.partnership, 'Figures for the yearly report', year),
      wordLine(describeDay(pack)),
      ...pack.sections.flatMap(sectionParts),
      wordHeading('What the records do not say'),
      ...(gapsOf(pack).length > 0
        ? [wordTable(['Section', 'Not recorded'], gapRows(pack), [30, 70])]
        : [wordLine('Nothing that these sections look for is missing.')]),
    ],
  );
  return toWordFile(bytes, 'yearly-report', year);
}

const describeDay = ({ today }: Pack): string =>
  `As the records stood on ${formatDayWithYear(today)}. The rows that each figure counts are in the workbook.`;

function sectionParts({ title, basis, figures, tables }: CompiledSection) {
  return [
    wordHeading(title),
    wordLine(basis),
    wordTable(
      ['Figure', 'Value'],
      figures.map(({ label, value }) => [label, value]),
      [70, 30],
    ),
    ...tables
      .filter(({ rows }) => rows.length > 0)
      .flatMap(({ title: name, columns, rows }) => [
        wordHeading(name, 3),
        wordTable(
          columns,
          rows.map((row) => row.map((cell) => String(cell ?? ''))),
          widthsOf(columns, rows),
        ),
      ]),
  ];
}

/** So many characters stand side by side on a page, the space beside each cell included. */
const PAGE_WIDTH = 72;
const CELL_SPACE = 4;

/** No word of a column is broken; what is left of the page goes to those with long texts. */
function widthsOf(columns: readonly string[], rows: readonly (readonly ReportCell[])[]): number[] {
  const texts = columns.map((column, at) => [column, ...rows.map((row) => String(row[at] ?? ''))]);
  const longest = (of: readonly string[]) => Math.max(...of.map(({ length }) => length));
  const least = texts.map((of) => longest(of.flatMap((text) => text.split(/\s/))) + CELL_SPACE);
  const wish = texts.map((of, at) => Math.max(longest(of) + CELL_SPACE - (least[at] ?? 0), 0));
  const free = Math.max(PAGE_WIDTH - sum(least), 0);
  const widths = least.map(
    (width, at) => width + (free * (wish[at] ?? 0)) / Math.max(sum(wish), 1),
  );
  return widths.map((width) => (100 * width) / sum(widths));
}

const sum = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0);

const gapRows = (pack: Pack): string[][] => gapsOf(pack).map(({ title, gap }) => [title, gap]);

/** The pack as a workbook: the figures with the rows that they count, a sheet for each table, and what is not recorded. */
export async function makePackWorkbook(
  context: ReportContext,
  year: PartnershipYear,
  sections: readonly ReportSection[],
): Promise<MadeFile> {
  const pack = await compilePack(context, year, sections);
  const bytes = await createWorkbook([
    {
      name: 'Figures',
      rows: [
        ['Section', 'Figure', 'Value', 'Rows counted'],
        ...pack.sections.flatMap(({ title, figures }) =>
          figures.map(({ label, value, rows }) => [
            title,
            label,
            /^\d+$/.test(value) ? Number(value) : value,
            rows.join('; '),
          ]),
        ),
      ],
      widths: [34, 36, 18, 80],
      note: `${pack.partnership}, ${year}. As the records stood on ${formatDayWithYear(pack.today)}.`,
    },
    ...pack.sections.flatMap(({ basis, tables }) =>
      tables.map(({ title, columns, rows }) => ({
        name: title,
        rows: [columns, ...rows],
        widths: columns.map((_, at) => (at === 0 ? 30 : 22)),
        note: basis,
      })),
    ),
    {
      name: 'Not recorded',
      rows: [['Section', 'Not recorded'], ...gapRows(pack)],
      widths: [34, 90],
    },
  ]);
  return toExcelFile(bytes, 'yearly-report', year);
}

/** *Get as Word* and *Get as Excel* on the yearly report's card. */
export function packFiles(sections: Sections): {
  readonly document: FileKind;
  readonly workbook: FileKind;
} {
  const kind = (
    name: string,
    format: 'Word' | 'Excel',
    make: typeof makePackDocument,
  ): FileKind => ({
    name,
    label: 'the figures for the yearly report',
    intent: 'annual_report_pack',
    format,
    button: `Get as ${format}`,
    permission: 'yearly-report.compile',
    isOfReviews: true,
    make: (request, { filters }) => make(request, reportYearOf(request, filters.year), sections()),
  });
  return {
    document: kind('yearly-report', 'Word', makePackDocument),
    workbook: kind('yearly-report-workbook', 'Excel', makePackWorkbook),
  };
}
