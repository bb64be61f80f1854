import { createWorkbook, type WorkbookCell } from './create-workbook.ts';

/** A column of a list: its heading, its width in characters, and what an item has in it. */
export type ListColumn<Item> = readonly [
  heading: string,
  width: number,
  toCell: (item: Item) => WorkbookCell,
];

/** A list as a workbook of one sheet, with a row for each item and a note below them. */
export const createListWorkbook = <Item>(
  name: string,
  columns: readonly ListColumn<Item>[],
  items: readonly Item[],
  note: string,
): Promise<Uint8Array> =>
  createWorkbook([
    {
      name,
      rows: [
        columns.map(([heading]) => heading),
        ...items.map((item) => columns.map(([, , toCell]) => toCell(item))),
      ],
      widths: columns.map(([, width]) => width),
      note,
    },
  ]);
