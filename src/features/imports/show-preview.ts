import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Section } from '../../contract/answer.ts';
import type { ImportPreview, SheetFault, SheetReading } from '../../contract/ports.ts';
import { cancelImport, openCorrecting, recordPress } from './buttons.ts';
import { describeField, describeKind } from './sheet-words.ts';

const MAX_COLUMNS = 20;
const MAX_VALUES = 8;
const MAX_FAULTS = 6;
const MAX_NOTES = 4;

/** How a file would be imported: what each column is, how odd values are meant, what needs somebody. */
export function previewAnswer(preview: ImportPreview, token: string, news?: string): Answer {
  const { fileName, digest, sheets, canImport } = preview;
  const { ready, waiting } = countRows(sheets);
  const sentence = describeReading(preview);
  const needed = listNeeded(preview);
  const button = { token, digest };
  return {
    text: news ? `${news} ${sentence}` : sentence,
    ...(news && { news }),
    heading: fileName,
    sentence,
    sections: [
      {
        figures: [
          { number: String(ready), caption: 'ready', colour: 'good' },
          { number: String(waiting), caption: 'need you', colour: waiting ? 'warning' : 'default' },
          ...(canImport
            ? [
                {
                  number: String(preview.changes.added),
                  caption: 'new',
                  colour: 'default' as const,
                },
              ]
            : []),
        ],
      },
      { heading: 'Needs you', isEmphasised: true, ...toItems(needed, MAX_FAULTS) },
      ...sheets.flatMap((sheet) => sheetSections(sheet, sheets.length > 1)),
      { heading: 'Also seen', ...toItems(preview.notes.map(describeFault), MAX_NOTES) },
    ],
    buttons: [
      ...(canImport
        ? [
            {
              ...recordPress.button(`Import ${formatCount(ready, 'row')}`, button),
              isPrimary: needed.length === 0,
            },
          ]
        : []),
      {
        ...openCorrecting.button('Correct', button),
        ...(needed.length > 0 && { isPrimary: true }),
      },
      cancelImport.button('Cancel', button),
    ],
  };
}

/** The rows of all sheets that can be imported, and those that cannot yet. */
export const countRows = (sheets: readonly SheetReading[]) => ({
  ready: sheets.reduce((sum, each) => sum + each.ready, 0),
  waiting: sheets.reduce((sum, each) => sum + each.waiting, 0),
});

function describeReading({ sheets, changes, canImport }: ImportPreview): string {
  const placed = sheets.filter(({ kind }) => kind);
  const { ready, waiting } = countRows(sheets);
  if (placed.length === 0)
    return 'I can’t tell what this is. Say with Correct which sheet is what; nothing was imported.';
  const kinds = formatList([...new Set(placed.map(({ kind = '' }) => describeKind(kind)))]);
  if (!canImport)
    return `I read this as ${withArticle(kinds)}, and can’t import it yet. Nothing was imported.`;
  const { added, changed, unchanged } = changes;
  const parts = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} as they are here`,
  ].filter((part) => part !== false);
  const needs =
    waiting > 0
      ? ` ${sentenceCase(formatCount(waiting, 'row'))} ${pluralVerb(waiting, 'needs', 'need')} you, and ${pluralVerb(waiting, 'is', 'are')} left out until then.`
      : '';
  return `I read this as ${withArticle(kinds)}: ${formatCount(ready, 'row')} (${formatList(parts)}).${needs} Nothing is imported before you say so.`;
}

const withArticle = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

/** What somebody has to answer, or to put right in the sheet. */
export function listNeeded({
  sheets,
  questions,
  faults,
  doubtfulRows,
}: Pick<ImportPreview, 'sheets' | 'questions' | 'faults' | 'doubtfulRows'>): string[] {
  const unplaced = sheets.filter(({ kind }) => !kind);
  const isNothingPlaced = unplaced.length === sheets.length;
  return [
    ...(doubtfulRows > 0
      ? [
          `${sentenceCase(formatCount(doubtfulRows, 'row'))} may name a child, or tell who one is. Leave that out of the sheet; or, if you have looked and none does, say so with Correct.`,
        ]
      : []),
    ...questions.map(
      ({ kind, field, written, lines }) =>
        `${describeField(kind, field)}: what does “${shorten(written)}” mean? (${describeLines(lines)})`,
    ),
    ...faults.map(describeFault),
    ...(isNothingPlaced ? unplaced.map(({ name }) => `What is “${name.shown}”?`) : []),
  ];
}

function sheetSections(sheet: SheetReading, isOneOfSeveral: boolean): Section[] {
  const { name, kind, columns, values } = sheet;
  if (!kind) return isOneOfSeveral ? [{ note: `“${name.shown}” is left out.` }] : [];
  const title = isOneOfSeveral ? `${name.shown}: columns` : 'Columns';
  const shown = columns.slice(0, MAX_COLUMNS);
  const left = columns.length - shown.length;
  return [
    {
      heading: title,
      facts: shown.map(({ heading, field }) => ({
        title: heading.shown,
        value: field ? describeField(kind, field) : 'left out',
      })),
      ...(left > 0 && { note: `and ${formatCount(left, 'more column', 'more columns')}` }),
    },
    {
      heading: 'How values are read',
      ...toItems(
        values.map(
          ({ written, meaning, rows }) =>
            `“${shorten(written)}” is ${meaning || 'no value'} (${formatCount(rows, 'row')})`,
        ),
        MAX_VALUES,
      ),
    },
  ];
}

/** Where something is, and what: `Row 7, Due date: …`. */
export function describeFault({ line, column, reason }: SheetFault): string {
  const place = [line && `Row ${line}`, column].filter(Boolean).join(', ');
  return place ? `${place}: ${reason}` : sentenceCase(reason);
}

export function toItems(all: readonly string[], most: number): Section {
  const left = all.length - most;
  return { items: all.slice(0, most), ...(left > 0 && { note: `and ${left} more` }) };
}

function describeLines(lines: readonly number[]): string {
  const [first, second, ...others] = lines;
  if (second === undefined) return `row ${first}`;
  return others.length === 0 ? `rows ${first} and ${second}` : `${lines.length} rows`;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
