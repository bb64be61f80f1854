import { z } from 'zod';
import { omitUndefined } from '../domain/optional.ts';
import type { Store } from './store.ts';

/** A record that a row names: the column, the file in which it is, its id there. */
export interface RowReference {
  readonly column: string;
  readonly file: string;
  readonly id: string;
  /**
   * An unknown id is kept and only noted: actions outlive the plan or the year that they were
   * raised in.
   */
  readonly mayBeUnknown: boolean;
}

/** One CSV file of a partnership folder: how its rows become records and records become rows. */
export interface FolderFile {
  /** `risks` for `risks.csv`, and for the sheet of that name in a workbook. */
  readonly name: string;
  /** All columns that are read, in the order in which they are written. */
  readonly columns: readonly string[];
  /** Columns without which the file says nothing. */
  readonly requiredColumns: readonly string[];
  /** Columns that are written only when some record has something in them. */
  readonly sparseColumns: readonly string[];
  /**
   * Columns that the privacy guard does not look at: names of adults at work, and ids of a
   * directory.
   */
  readonly unguardedColumns: readonly string[];
  /** Columns that hold the name of an adult or of a review: no doubt is asked of them. */
  readonly nameColumns: readonly string[];
  readonly schema: z.ZodType;
  toCells(record: unknown): string[];
  /** The first record with some columns of the second; what no column holds stays. */
  merge(record: unknown, other: unknown, columns: readonly string[]): unknown;
  /** Columns that say one thing between them: an import takes all of them, or none. */
  readonly columnGroups: readonly (readonly string[])[];
  /** Columns that an import never changes once a record is stored as it is. */
  settledColumns(stored: unknown): readonly string[];
  /** Whether two records of one reference are of one thing, where they come from different files. */
  isSameThing(stored: unknown, other: unknown): boolean;
  /** What no two records may share, by the columns that hold it; the first names a record. */
  readonly uniqueKeys: readonly UniqueKey<unknown>[];
  /** The column by which other rows name this one. */
  readonly idColumn: string;
  references(record: unknown): RowReference[];
  /** The feature's store that keeps the records; a file of the core has a place of its own. */
  readonly store?: Store<unknown>;
  /**
   * What people did in the chat, written by an export where there is any: a sheet of somebody's own
   * is never taken for it, and an import adds to it and changes none.
   */
  readonly isOfExports: boolean;
  /** Columns that hold a list or a setting as JSON, in which the privacy guard looks at each text. */
  readonly jsonColumns: readonly string[];
  /** The record without what only some may read; nothing where none of it is for everybody. */
  toOpenRecord(record: unknown): unknown;
}

export interface UniqueKey<Item> {
  readonly columns: string;
  readonly value: (record: Item) => string;
  /** What else of the record nobody else may have there: somebody's other identities. */
  readonly others?: (record: Item) => readonly string[];
  /** Another spelling of it is no other: `z2` of `Z2`. */
  readonly isReference?: true;
}

type Columns = Readonly<Record<string, z.ZodType>>;
type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type CamelKeys<Record> = { [Name in keyof Record as Camel<Name & string>]: Record[Name] };

interface Declaration<Item, Known extends Columns> {
  readonly name: string;
  readonly columns: Known;
  readonly read: (cells: z.output<z.ZodObject<Known>>) => Item;
  /** A record with its parts named like the columns, in camel case; as it is by default. */
  readonly write?: (record: Item) => object;
  readonly uniqueKeys: readonly UniqueKey<Item>[];
  /** `id` by default. */
  readonly idColumn?: keyof Known & string;
  /** What each row names; values are one id, several, or none. */
  readonly references?: (
    record: Item,
  ) => readonly [
    column: string,
    file: string,
    ids: string | readonly string[] | undefined,
    tolerance?: 'may be unknown',
  ][];
  readonly unguardedColumns?: readonly (keyof Known & string)[];
  readonly nameColumns?: readonly (keyof Known & string)[];
  readonly sparseColumns?: readonly (keyof Known & string)[];
  readonly columnGroups?: readonly (readonly (keyof Known & string)[])[];
  readonly settledColumns?: (stored: Item) => readonly (keyof Known & string)[];
  readonly isSameThing?: (stored: Item, other: Item) => boolean;
  readonly store?: Store<Item>;
  readonly isOfExports?: boolean;
  readonly jsonColumns?: readonly (keyof Known & string)[];
  readonly toOpenRecord?: (record: Item) => Item | undefined;
}

/**
 * Declares a file.
 * @example folderFile({ name: 'risks', columns: { id, title: text }, read: (cells): Risk => camelKeys(cells), uniqueKeys: [byId] })
 */
export function folderFile<Item, const Known extends Columns>({
  columns,
  idColumn = 'id',
  references = () => [],
  unguardedColumns = [],
  nameColumns = [],
  sparseColumns = [],
  columnGroups = [],
  settledColumns = () => [],
  isSameThing = () => true,
  isOfExports = false,
  jsonColumns = [],
  toOpenRecord = (record) => record,
  read,
  write = (record) => record as object,
  ...declared
}: Declaration<Item, Known>): FolderFile {
  const names = Object.keys(columns);
  const file = {
    ...declared,
    columns: names,
    requiredColumns: names.filter((name) => !columns[name]?.safeParse(undefined).success),
    sparseColumns,
    unguardedColumns,
    nameColumns,
    columnGroups,
    settledColumns,
    isSameThing,
    isOfExports,
    jsonColumns,
    toOpenRecord,
    idColumn,
    schema: z.object(columns).transform(read),
    toCells(record: Item) {
      const parts = write(record) as Record<string, unknown>;
      return names.map((name) => {
        const value = parts[toCamel(name)];
        return jsonColumns.includes(name) && value !== undefined
          ? JSON.stringify(value)
          : formatCell(name, value);
      });
    },
    merge(record: Item, other: Item, taken: readonly string[]) {
      const brought = write(other) as Record<string, unknown>;
      const parts = {
        ...write(record),
        ...Object.fromEntries(taken.map((name) => [toCamel(name), brought[toCamel(name)]])),
      };
      return read(omitUndefined(parts) as z.output<z.ZodObject<Known>>);
    },
    references: (record: Item) =>
      references(record).flatMap(([column, named, ids, tolerance]) =>
        [ids ?? []]
          .flat()
          .map((id) => ({ column, file: named, id, mayBeUnknown: tolerance !== undefined })),
      ),
  };
  return file as FolderFile;
}

export const byId: UniqueKey<{ readonly id: string }> = { columns: 'id', value: ({ id }) => id };

/** Cells under the names that the domain uses: `also_known_as` becomes `alsoKnownAs`. */
export function camelKeys<Record extends object>(cells: Record): CamelKeys<Record> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [toCamel(name), value]),
  ) as CamelKeys<Record>;
}

const SEPARATORS: Readonly<Record<string, string>> = { also_known_as: '; ', objectives: ' | ' };

function formatCell(column: string, value: unknown): string {
  if (value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  // An account is written as TENANT/OBJECT.
  const parts = value.map((part) =>
    typeof part === 'object' ? Object.values(part).join('/') : String(part),
  );
  return parts.join(SEPARATORS[column] ?? ';');
}

function toCamel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
