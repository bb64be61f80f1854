import { truncateList } from '../../answers/truncate.ts';
import { withArticle } from '../../answers/with-article.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Section } from '../../contract/answer.ts';
import type {
  ImportPreview,
  KeptField,
  SheetFault,
  SheetReading,
  ValueQuestion,
} from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import type { Directory } from '../../domain/directory.ts';
import { cancelImport, openCorrecting, recordPress } from './buttons.ts';
import {
  describeColumn,
  describeField,
  describeKind,
  describeMeaning,
  shorten,
} from './sheet-words.ts';

const MAX_COLUMNS = 20;
const MAX_VALUES = 8;
const MAX_FAULTS = 6;
const MAX_NOTES = 4;
const MAX_KEPT = 10;

/** How a file would be imported: what each column is, how odd values are meant, what needs somebody. */
export function previewAnswer(
  { directory }: Pick<Request, 'directory'>,
  preview: ImportPreview,
  token: string,
  news?: string,
): Answer {
  const { fileName, digest, sheets, canImport } = preview;
  const { ready, waiting } = countRows(sheets);
  const sentence = describeReading(preview);
  const needs = waiting > 0 ? `, ${waiting} ${pluralVerb(waiting, 'needs', 'need')} you` : '';
  const counts = `${fileName}: ${formatCount(ready, 'row is', 'rows are')} ready${needs}.`;
  const needed = listNeeded(preview);
  const button = { token, digest };
  return {
    text: news ?? (canImport ? counts : sentence),
    ...(news && { news }),
    heading: fileName,
    sentence,
    sections: [
      {
        figures: [
          { number: String(ready), caption: 'ready', colour: 'good' },
          {
            number: String(waiting),
            caption: pluralVerb(waiting, 'needs you', 'need you'),
            colour: waiting ? 'warning' : 'default',
          },
        ],
      },
      { heading: 'Needs you', isEmphasised: true, ...toItems(needed, MAX_FAULTS) },
      keptSection(preview, directory),
      ...sheets.flatMap((sheet) => sheetSections(sheet, sheets.length > 1, directory)),
      { heading: 'Also seen', ...toItems(describeNotes(preview), MAX_NOTES) },
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
  const { waiting } = countRows(sheets);
  if (placed.length === 0)
    return 'I can’t tell what this is. Use Correct to say what each sheet is. Nothing was imported.';
  const kinds = formatList([...new Set(placed.map(({ kind = '' }) => describeKind(kind)))]);
  if (!canImport)
    return `I read this as ${withArticle(kinds)}, and can’t import it yet. Use Correct, or put it right in the sheet and send it again. Nothing was imported.`;
  const { added, changed, unchanged } = changes;
  const parts = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} unchanged`,
  ].filter((part) => part !== false);
  const needs = waiting > 0 ? ' What needs you is left out until you correct it.' : '';
  return `I read this as ${withArticle(kinds)}: ${formatList(parts)}.${needs} Nothing is imported before you say so.`;
}

/** What somebody has to answer, or to put right in the sheet. */
export function listNeeded({
  sheets,
  questions,
  faults,
  doubtfulLines,
}: Pick<ImportPreview, 'sheets' | 'questions' | 'faults' | 'doubtfulLines'>): string[] {
  const unplaced = sheets.filter(({ kind }) => !kind);
  const isNothingPlaced = unplaced.length === sheets.length;
  return [
    ...(doubtfulLines.length > 0
      ? [
          `${sentenceCase(describeLines(doubtfulLines))} may name a child, or tell who one is. Take that out of the sheet; or, if you have looked and none does, use Correct to say so.`,
        ]
      : []),
    ...questions.map(describeQuestion),
    ...faults.map(describeFault),
    ...(isNothingPlaced ? unplaced.map(({ name }) => `What is “${name.shown}”?`) : []),
  ];
}

function describeQuestion({ kind, field, written, lines, answers }: ValueQuestion): string {
  const quoted = `“${shorten(written)}”`;
  if (field !== 'same_as')
    return `${describeField(kind, field)}: what does ${quoted} mean? (${describeLines(lines)})`;
  const [likely] = typeof answers === 'string' ? [] : answers;
  return `${quoted} (${describeLines(lines)}) has no reference: is it ${likely?.value ?? 'known here'}, or new?`;
}

/** What stays as it is here, with both values, row by row. */
export function keptSection({ kept }: Pick<ImportPreview, 'kept'>, directory: Directory): Section {
  const describe = ({ kind, field, name, line, inFile, here, isSettled }: KeptField) => {
    const quote = (value: string) =>
      value ? `“${shorten(describeMeaning(value, directory))}”` : 'empty';
    const place = line ? ` (row ${line})` : '';
    const why = isSettled ? 'an import never changes that' : 'both have changed';
    return `${name}${place}, ${describeField(kind, field)}: ${quote(inFile)} in the file, ${quote(here)} here; ${why}`;
  };
  return { heading: 'Left as it is here', ...toItems(kept.map(describe), MAX_KEPT) };
}

function sheetSections(
  sheet: SheetReading,
  isOneOfSeveral: boolean,
  directory: Directory,
): Section[] {
  const { name, kind, columns, values } = sheet;
  if (!kind) return isOneOfSeveral ? [{ note: `“${name.shown}” is left out.` }] : [];
  const title = isOneOfSeveral ? `${name.shown}: columns` : 'Columns';
  // Of many columns those that are read are shown first.
  const shown = columns
    .toSorted((a, b) => (columns.length > MAX_COLUMNS ? Number(!a.field) - Number(!b.field) : 0))
    .slice(0, MAX_COLUMNS);
  const left = columns.length - shown.length;
  return [
    {
      heading: title,
      facts: shown.map(({ heading, field }) => ({
        title: shorten(heading.shown),
        value: field ? describeField(kind, field) : 'left out',
      })),
      ...(left > 0 && { note: `and ${formatCount(left, 'more column', 'more columns')}` }),
    },
    {
      heading: 'How values are read',
      ...toItems(
        values.map((value) => describeValue(value, directory)),
        MAX_VALUES,
      ),
    },
  ];
}

/** Days are told by their form, one for all that are written so. */
function describeValue(
  { written, meaning, rows, assumes, isKept }: SheetReading['values'][number],
  directory: Directory,
): string {
  const isDay = /^\d{4}-\d{2}/.test(meaning);
  const count = isDay && rows > 1 ? `and ${rows - 1} more like it` : formatCount(rows, 'row');
  const assumed = assumes ? `, the ${assumes} of which I assume` : '';
  return `“${shorten(written)}” is ${describeMeaning(meaning, directory) || (isKept ? 'kept in the notes' : 'no value')}${assumed} (${count})`;
}

/** Where something is, and what: `Row 7, Due date: …`. */
export function describeFault({ line, column, reason }: SheetFault): string {
  const place = [line && `Row ${line}`, column && describeColumn(column)]
    .filter(Boolean)
    .join(', ');
  return place ? `${place}: ${reason}` : sentenceCase(reason);
}

/** What is said of several sheets is said once, with their names. */
function describeNotes({ notes, sheets }: Pick<ImportPreview, 'notes' | 'sheets'>): string[] {
  if (sheets.length < 2) return notes.map(describeFault);
  const bySaid = Map.groupBy(notes, describeFault);
  return [...bySaid].map(([said, of]) => {
    const names = [...new Set(of.map(({ sheet }) => `“${sheet}”`))];
    const left = names.length - MAX_LINES;
    const listed = formatList(left > 0 ? [...names.slice(0, MAX_LINES), `${left} more`] : names);
    return `${listed}: ${said}`;
  });
}

export function toItems(all: readonly string[], max: number): Section {
  const { shown: items, ...note } = truncateList(all, max);
  return { items, ...note };
}

const MAX_LINES = 5;

/** @example describeLines([7, 9]) // 'rows 7 and 9' */
export function describeLines(lines: readonly number[]): string {
  if (lines.length === 1) return `row ${lines[0]}`;
  const shown = lines.slice(0, MAX_LINES).map(String);
  const left = lines.length - shown.length;
  return `rows ${formatList(left > 0 ? [...shown, `${left} more`] : shown)}`;
}
