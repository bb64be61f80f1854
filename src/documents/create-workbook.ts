import writeWorkbook from 'write-excel-file/node';

/** A cell: a text stays a text, whatever it begins with. */
export type WorkbookCell = string | number | Date | undefined;

/** A sheet with its header first, and below the rows what is to be known of them. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** In characters; the others are as wide as a spreadsheet makes them. */
  readonly widths?: readonly number[];
  readonly note?: string;
}

/** Writes sheets as a workbook of Excel, each with a bold header that stays in sight. */
export async function createWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows: [header = [], ...rows], widths = [], note }) => ({
    sheet: name,
    data: [
      header.map((value) => ({ value: String(value ?? ''), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(toCell)),
      ...(note ? [[], [{ value: note }]] : []),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  return new Uint8Array(await writeWorkbook(written).toBuffer());
}

function toCell(value: WorkbookCell) {
  if (value === undefined) return null;
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
  return { value };
}
