import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { formatFault } from '../../src/folder/format-report.ts';
import { readFolder, SAMPLE, SMALL } from '../support/a-folder.ts';
import { emptyFolder } from '../support/empty-folder.ts';

type Cell = string | number | { value: Date; format: string } | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A cell as Excel would hold it: days and times as dates, whole numbers as numbers. */
function asInExcel(text: string): Cell {
  if (text === '') return null;
  if (DAY.test(text)) return { value: new Date(`${text}T00:00:00Z`), format: 'dd/mm/yyyy' };
  if (TIME.test(text)) return { value: new Date(`${text}:00Z`), format: 'dd/mm/yyyy hh:mm' };
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : text;
}

async function createWorkbook(sheets: Record<string, Cell[][]>): Promise<string> {
  const path = join(await emptyFolder(), 'partnership.xlsx');
  await writeWorkbook(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toFile(
    path,
  );
  return path;
}

/** The sample as a workbook, with its settings in a sheet. */
async function sampleWorkbook(): Promise<Record<string, Cell[][]>> {
  const sheets: Record<string, Cell[][]> = {};
  for (const file of (await readdir(SAMPLE)).filter((name) => name.endsWith('.csv'))) {
    const rows: string[][] = parse(await readFile(join(SAMPLE, file)));
    sheets[file.replace('.csv', '')] = rows.map((cells) => cells.map(asInExcel));
  }
  const settings = Object.entries(
    JSON.parse(await readFile(join(SAMPLE, 'partnership.json'), 'utf8')),
  );
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  sheets.partnership = [['key', 'value'], ...settings.map(([key, value]) => [key, asText(value)])];
  return sheets;
}

describe('a workbook', () => {
  it('says the same as the folder of CSV files from which it was made, with real dates and numbers in its cells', async () => {
    const read = await readFolder(await createWorkbook(await sampleWorkbook()));
    expect(read.faults).toEqual([]);
    expect(read.records).toEqual((await readFolder(SAMPLE)).records);
  });

  it('can leave the settings in a partnership.json beside it', async () => {
    const { partnership: _, ...sheets } = await sampleWorkbook();
    const path = await createWorkbook(sheets);
    await writeFile(
      join(path, '..', 'partnership.json'),
      SMALL['partnership.json']?.replace('POL', 'WMP') ?? '',
    );
    expect((await readFolder(path)).records?.partnership.id).toBe('dale');
  });

  it('names the sheet and the row of what is wrong, and the sheets that it did not read', async () => {
    const sheets = await sampleWorkbook();
    sheets.Notes = [['anything']];
    sheets.memberships?.push(['BOARD', 'NOBODY', 'core', null]);
    const { faults, notes } = await readFolder(await createWorkbook(sheets));
    expect(faults.map(formatFault)).toEqual([
      'partnership.xlsx sheet memberships:61 agency: “NOBODY” is not in partnership.xlsx sheet agencies',
    ]);
    expect(notes.map(formatFault)).toContain(
      'partnership.xlsx sheet Notes: is not a sheet of a partnership workbook, and was not read',
    );
  });

  it('brings no character that no format can carry, in its cells and in the lists of its settings', async () => {
    const sheets = await sampleWorkbook();
    sheets.partnership?.push(['report_a_concern', '{"name": "Front\\u0000 door\\u2028"}']);
    const actions = sheets.actions?.map((row, at) =>
      at === 1
        ? row.map((cell) => (typeof cell === 'string' ? `${cell}_x0001__x202E_` : cell))
        : row,
    );
    const read = await readFolder(await createWorkbook({ ...sheets, actions: actions ?? [] }));
    expect(read.faults.map(formatFault)).toEqual([]);
    expect(read.records?.partnership.reportAConcern).toEqual({ name: 'Front door\n' });
    expect(read.records?.actions).toEqual((await readFolder(SAMPLE)).records?.actions);
  });

  it('that unpacks to more than it says, or than anybody keeps, is refused', async () => {
    const path = await createWorkbook(await sampleWorkbook());
    const good = await readFile(path);
    const sheet = Buffer.alloc(300 * 1024 * 1024, ' ');
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(sheet) });
    const lying = Buffer.from(bomb);
    // Says in both places that it has ten bytes in it.
    lying.writeUInt32LE(10, 22);
    lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    for (const bytes of [Buffer.from(bomb), lying]) {
      expect(bytes.length).toBeLessThan(1024 * 1024);
      await writeFile(path, bytes);
      expect((await readFolder(path)).faults.map(formatFault)).toEqual([
        'partnership.xlsx: holds more than 200 MB once it is unpacked: is it the right file? If so, delete what is not needed, or send it in parts',
      ]);
    }
    await writeFile(path, good);
    expect((await readFolder(path)).faults).toEqual([]);
  });

  it('that is damaged, no workbook at all, or made to unpack without end is refused', async () => {
    const path = await createWorkbook(await sampleWorkbook());
    const good = await readFile(path);
    const claiming = Buffer.from(good);
    claiming.writeUInt32LE(
      0xfffffff0,
      claiming.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24,
    );
    for (const bytes of [
      good.subarray(0, good.length / 2),
      Buffer.from('ref,title\n'),
      Buffer.alloc(0),
      claiming,
    ]) {
      await writeFile(path, bytes);
      const { faults, records } = await readFolder(path);
      expect(faults.map(formatFault)).toEqual([
        'partnership.xlsx: the workbook cannot be read: open it in Excel and save it again as “Excel Workbook (.xlsx)”',
      ]);
      expect(records).toBeUndefined();
    }
  });
});
