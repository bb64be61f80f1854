import type { FolderFile } from '../contract/folder-file.ts';
import type {
  ImportPreview,
  QuotedText,
  SheetFault,
  SheetReading,
  ValueQuestion,
} from '../contract/ports/sheet-imports.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { findPersonalDetail } from '../domain/privacy-guard.ts';
import { isDoubtful } from '../privacy/doubt.ts';
import { knownWords } from '../privacy/known-words.ts';
import type { ComparedFolder } from './compare-folder.ts';
import { answersFor } from './mapping/answers-for.ts';
import type { PlacedSheet, Proposal } from './mapping/proposal.ts';
import { readableColumns } from './mapping/sheet-columns.ts';
import type { OpenFolder } from './open-folder.ts';
import { recordsIn } from './partnership-store.ts';
import type { FolderRead } from './read-folder.ts';
import { type Fault, MAY_NAME_CHILD } from './sheet.ts';

interface Found {
  readonly found: FolderRead;
  readonly compared: ComparedFolder | undefined;
  readonly fileName: string;
  readonly opened: OpenFolder;
  readonly stored: PartnershipRecords;
  readonly files: readonly FolderFile[];
}

type PreviewParts = Omit<ImportPreview, 'digest'>;

/** How a file would be imported, in words that may be shown: what may name a child is not quoted. */
export function toImportPreview({
  found,
  compared,
  fileName,
  opened,
  stored,
  files,
}: Found): PreviewParts {
  const isKnown = knownWords(stored);
  const quote = (text: string, instead: string): QuotedText => ({
    text,
    shown: findPersonalDetail(text) || isDoubtful(text, isKnown) ? instead : text,
  });
  const names = new Map([...opened.others].map(([name, { file }]) => [file, name]));
  const nameSheet = (file: string) => quote(names.get(file) ?? fileName, 'a sheet');
  const toFault = ({ file, line, column, reason }: Fault): SheetFault => ({
    sheet: nameSheet(file).shown,
    ...(line && { line }),
    ...(column && { column: quote(column, 'a column').shown }),
    reason,
  });
  const isPlaced = found.proposals.length + found.unfinished.length > 0;
  const faults = isPlaced || found.unplaced.length === 0 ? found.faults : [];
  const doubtful = faults.filter(({ reason }) => reason === MAY_NAME_CHILD);
  const sheets = [
    ...found.proposals.map((each) => toReading(each, found, each)),
    ...found.unfinished.map((each) => toReading(each, found)),
    ...found.unplaced.map(
      (name): SheetReading => ({
        name: quote(name, 'a sheet'),
        fields: [],
        columns: [],
        values: [],
        ready: 0,
        waiting: 0,
      }),
    ),
  ];
  return {
    fileName: quote(fileName, 'your file').shown,
    sheets,
    questions: groupQuestions(faults, stored),
    faults: faults.filter(({ cell, reason }) => !cell && reason !== MAY_NAME_CHILD).map(toFault),
    doubtfulLines: [...new Set(doubtful.map(({ line = 0 }) => line))],
    notes: [
      ...found.proposals.flatMap(noteUnwritten),
      ...[...found.notes, ...(compared?.notes ?? [])].filter(({ isInPreview }) => !isInPreview),
    ].map(toFault),
    kept: (compared?.kept ?? []).map(({ line, kind, column, name, inFile, here, why }) => ({
      kind,
      field: column,
      name: quote(name, 'a row').shown,
      ...(line && { line }),
      inFile: quote(inFile, 'other words').shown,
      here: quote(here, 'other words').shown,
      isSettled: why === 'settled',
    })),
    changes: sumChanges(compared),
    canImport: found.records !== undefined && sheets.some(({ ready }) => ready > 0),
  };

  function toReading(
    { file, kind, columns }: PlacedSheet,
    { records, rows }: FolderRead,
    proposal?: Proposal,
  ): SheetReading {
    const declared = files.find(({ name }) => name === kind);
    const ready = records && declared && proposal ? recordsIn(records, declared).length : 0;
    return {
      name: nameSheet(file),
      kind,
      fields: declared ? readableColumns(declared) : [],
      columns: columns.flatMap(({ heading, column, by }, at) =>
        heading
          ? {
              heading: /^(own|known) name$/.test(by)
                ? { text: heading, shown: heading }
                : quote(heading, `column ${at + 1}`),
              ...(column && { field: column }),
              ...(proposal?.meetings.some((each) => each.at === at) && { field: 'meeting_id' }),
            }
          : [],
      ),
      values: (proposal?.values ?? [])
        .filter(({ written }) => written)
        .map(({ column, written, meaning, rows: many, assumes, isKept }) => ({
          field: column,
          written,
          meaning,
          rows: many,
          ...(assumes && { assumes }),
          ...(isKept && { isKept }),
        })),
      ready,
      waiting: (rows[kind] ?? 0) - ready,
    };
  }
}

/** What a sheet leaves empty, and its rows were read as all the same. */
function noteUnwritten({ file, values }: Proposal): Fault[] {
  return values
    .filter(({ written }) => !written)
    .map(({ column, meaning, rows }) => ({
      file,
      column,
      reason: `says nothing in ${rows} ${rows === 1 ? 'row, which is' : 'rows, which are'} read as ${meaning}`,
    }));
}

/** What is asked of the same words in the same column is asked once. */
function groupQuestions(faults: readonly Fault[], stored: PartnershipRecords): ValueQuestion[] {
  const questions = new Map<string, ValueQuestion>();
  for (const { cell, line = 0, reason } of faults) {
    if (!cell || reason === MAY_NAME_CHILD) continue;
    const { kind, column: field, written } = cell;
    const key = JSON.stringify([kind, field, written.toLowerCase()]);
    const before = questions.get(key);
    const lines = [...(before?.lines ?? []), line];
    const answers = before?.answers ?? answersFor(kind, field, written, stored);
    questions.set(key, { kind, field, written, answers, ...before, lines });
  }
  return [...questions.values()].sort(
    (a, b) => b.lines.length - a.lines.length || (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
  );
}

/** How the rows that can be imported differ from what is stored. */
function sumChanges(compared: ComparedFolder | undefined): ImportPreview['changes'] {
  const changes = { added: 0, changed: 0, unchanged: 0 };
  for (const { added, changed, unchanged } of compared?.counts.values() ?? []) {
    changes.added += added;
    changes.changed += changed;
    changes.unchanged += unchanged;
  }
  return changes;
}
