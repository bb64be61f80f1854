import { z } from 'zod';
import type { PartnershipRecords } from '../domain/partnership-records.ts';

export type ListName = Exclude<keyof PartnershipRecords, 'partnership'>;

/** A record that a row names: the column, the list in which it is, its id there. */
export interface Reference {
  readonly column: string;
  readonly list: ListName;
  readonly id: string;
  /** An unknown id is kept and only noted: actions outlive the plan or the year that they were raised in. */
  readonly mayBeUnknown: boolean;
}

/** One CSV file of a partnership folder: how its rows become records and records become rows. */
export interface FolderFile<Item = unknown> {
  readonly list: ListName;
  /** All columns that are read, in the order in which they are written. */
  readonly columns: readonly string[];
  /** Columns without which the file says nothing. */
  readonly needed: readonly string[];
  /** Columns that are written only when some record has something in them. */
  readonly added: readonly string[];
  /** Columns that the privacy guard does not look at: names of adults at work, and ids of a directory. */
  readonly mayBePersonal: readonly string[];
  readonly schema: z.ZodType<Item>;
  toCells(item: Item): string[];
  /** What no two records may share, by the columns that hold it. */
  readonly unique: readonly { readonly columns: string; readonly of: (item: Item) => string }[];
  /** The column by which other records name this one. */
  readonly nameColumn: string;
  refersTo(item: Item): Reference[];
}

type Columns = Readonly<Record<string, z.ZodType>>;
type Cells<Known extends Columns> = z.output<z.ZodObject<Known>>;
type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type Camelled<Record> = { [Name in keyof Record as Camel<Name & string>]: Record[Name] };

interface FileOptions<Item, Known extends Columns> {
  readonly columns: Known;
  readonly unique: FolderFile<Item>['unique'];
  readonly nameColumn?: keyof Known & string;
  /** What each row names; values are one id, several, or none. */
  readonly refersTo?: (
    item: Item,
  ) => readonly [
    column: string,
    list: ListName,
    ids: string | readonly string[] | undefined,
    tolerance?: 'may be unknown',
  ][];
  readonly mayBePersonal?: readonly (keyof Known & string)[];
  readonly added?: readonly (keyof Known & string)[];
  readonly read: (cells: Cells<Known>) => Item;
  /** A record with its parts named like the columns; as it is, where they are anyway. */
  readonly flat?: (item: Item) => object;
}

/** Says what stands in one file; the records are those of the list of the same name. */
export function defineFile<List extends ListName, const Known extends Columns>(
  list: List,
  options: FileOptions<PartnershipRecords[List][number], Known>,
): FolderFile<PartnershipRecords[List][number]> {
  const {
    columns,
    unique,
    nameColumn = 'id',
    read,
    refersTo = () => [],
    mayBePersonal = [],
    added = [],
    flat = (item) => item as object,
  } = options;
  const names = Object.keys(columns);
  return {
    list,
    columns: names,
    needed: names.filter((name) => !columns[name]?.safeParse(undefined).success),
    added,
    mayBePersonal,
    unique,
    nameColumn,
    schema: z.object(columns).transform(read as (cells: unknown) => never),
    toCells(item) {
      const parts = flat(item) as Record<string, unknown>;
      return names.map((name) => cellOf(name, parts[camel(name)]));
    },
    refersTo: (item) =>
      refersTo(item).flatMap(([column, list, ids, tolerance]) =>
        [ids ?? []]
          .flat()
          .map((id) => ({ column, list, id, mayBeUnknown: tolerance !== undefined })),
      ),
  };
}

/** Cells under the names that the domain uses: `also_known_as` becomes `alsoKnownAs`. */
export function camelled<Record extends object>(cells: Record): Camelled<Record> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [camel(name), value]),
  ) as Camelled<Record>;
}

const SEPARATORS: Readonly<Record<string, string>> = { also_known_as: '; ', objectives: ' | ' };

function cellOf(column: string, value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(SEPARATORS[column] ?? ';') : String(value);
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
