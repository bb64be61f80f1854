import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

export type WordPart = Paragraph | Table;

/** A document with Word's own headings and tables, so that it can be navigated and edited. */
export async function createWordDocument(
  { title, creator }: { readonly title: string; readonly creator: string },
  children: readonly WordPart[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator,
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The name of the partnership, the group, and which of its meetings it is. */
export const wordTitle = (partnership: string, group: string, meeting: string): WordPart[] => [
  ...(partnership === group ? [] : [wordLine(partnership)]),
  new Paragraph({ text: group, heading: HeadingLevel.TITLE }),
  new Paragraph({ text: meeting, heading: HeadingLevel.HEADING_1 }),
];

export const wordHeading = (text: string, level: 2 | 3 = 2): WordPart =>
  new Paragraph({
    text,
    heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
    spacing: { before: 280, after: 80 },
    keepNext: true,
  });

export const wordLine = (text: string): WordPart => new Paragraph(text);

/** A line in bold, with some space above it. */
export const wordBoldLine = (text: string): WordPart =>
  new Paragraph({ spacing: { before: 160 }, children: [new TextRun({ text, bold: true })] });

/** A line of which the first words say what it is of. */
export const wordLabelled = (label: string, text: string, isIndented = false): WordPart =>
  new Paragraph({
    ...(isIndented && { indent: { left: 360 } }),
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
  });

/** A line of an agenda, with the link to its paper. */
export function wordItem(text: string, paper: string | undefined): WordPart {
  const link =
    paper &&
    new ExternalHyperlink({
      link: paper,
      children: [new TextRun({ text: 'Paper', style: 'Hyperlink' })],
    });
  return new Paragraph({
    children: [new TextRun(link ? `${text}  ` : text), ...(link ? [link] : [])],
  });
}

/** A table whose header is repeated on each page; columns are as wide as these shares of 100 say. */
export const wordTable = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[] = header.map(() => 100 / header.length),
): WordPart =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [tableRow(header, widths, true), ...rows.map((cells) => tableRow(cells, widths))],
  });

const tableRow = (
  cells: readonly string[],
  widths: readonly number[],
  isHeader = false,
): TableRow =>
  new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.PERCENTAGE },
          children: [new Paragraph({ children: [new TextRun({ text, bold: isHeader })] })],
        }),
    ),
  });

/** References and days are short, what is to be done is long. */
export const ACTION_WIDTHS: readonly number[] = [16, 34, 20, 16, 14];
