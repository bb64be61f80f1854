import type { FolderFile } from '../../contract/folder-file.ts';

/** Columns that only real sheets have, by file, and the column of ours that each is read into. */
const SHEET_COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  actions: { revised_due_on: 'due_on', original_due_on: 'due_on' },
  people: { first_name: 'display_name', surname: 'display_name' },
  risks: {
    status: 'closed_on',
    inherent_likelihood: 'likelihood',
    inherent_impact: 'impact',
  },
};

/** All columns that a sheet may have, those of the file first. */
export const readableColumns = ({ name, columns }: Pick<FolderFile, 'name' | 'columns'>) => [
  ...columns,
  ...Object.keys(SHEET_COLUMNS[name] ?? {}),
];

/** The column of the file that a column of a sheet is read into. */
export const toFileColumn = (file: string, column: string): string =>
  SHEET_COLUMNS[file]?.[column] ?? column;
