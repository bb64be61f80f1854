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
import type { Minutes } from './minutes.ts';

/** A meeting's minutes as a Word document, with Word's own headings and tables, so that they can be navigated and edited. */
export async function createMinutesDocument(minutes: Minutes): Promise<Uint8Array> {
  const { partnership, group, title, note, quorum } = minutes;
  const document = new Document({
    title: `${group}: ${title}`,
    creator: partnership,
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        children: [
          ...(partnership === group ? [] : [line(partnership)]),
          new Paragraph({ text: group, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          ...(note ? [line(`${note}.`)] : []),
          heading('Attendance'),
          line(quorum),
          ...minutes.attendance.map(({ how, who }) => labelledParagraph(how, who.join(', '))),
          heading('Agenda'),
          ...minutes.agenda.map(({ title: item, paper, presenter }, at) =>
            agendaParagraph(`${at + 1}  ${item}${presenter ? ` (${presenter})` : ''}`, paper),
          ),
          heading('Decisions'),
          ...decisionParagraphs(minutes),
          heading('Actions'),
          ...actionParagraphs(minutes),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function decisionParagraphs({ decisions }: Minutes): Paragraph[] {
  if (decisions.length === 0) return [line('No decision was recorded.')];
  return decisions.flatMap(({ title, details }, at) => [
    new Paragraph({
      spacing: { before: 160 },
      children: [new TextRun({ text: `${at + 1}  ${title}`, bold: true })],
    }),
    line(`${details}.`),
  ]);
}

function actionParagraphs({ minuted }: Minutes): (Paragraph | Table)[] {
  if (minuted.length === 0) return [line('No action was raised.')];
  const rows = minuted.map(({ ref, title, owner, due, status }) =>
    row([ref, title, owner, due, status]),
  );
  const header = row(['Reference', 'Action', 'Owner', 'Due', 'Status on the day'], true);
  return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [header, ...rows] })];
}

function row(cells: readonly string[], isHeader = false): TableRow {
  return new TableRow({
    tableHeader: isHeader,
    children: cells.map(
      (text) =>
        new TableCell({
          children: [new Paragraph({ children: [new TextRun({ text, bold: isHeader })] })],
        }),
    ),
  });
}

function agendaParagraph(text: string, paper: string | undefined): Paragraph {
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

function labelledParagraph(label: string, text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
  });
}

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
const line = (text: string) => new Paragraph(text);
