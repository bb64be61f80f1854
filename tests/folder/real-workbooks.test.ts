import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/folder/format-report.ts';
import type { FolderRead } from '../../src/folder/read-folder.ts';
import { readFolder } from '../support/a-folder.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const FAULTS = 'tests/folder/faults';
const read = (name: string): Promise<FolderRead> => readFolder(join(FAULTS, name));
const faultsOf = ({ faults }: FolderRead) => faults.map(formatFault);
const notesOf = ({ notes }: FolderRead) => notes.map(formatFault);

/** A workbook that went wrong, with one of its parts written otherwise. */
async function changed(
  name: string,
  part: string,
  change: (xml: string) => string,
): Promise<FolderRead> {
  const parts = unzipSync(await readFile(join(FAULTS, name)));
  const before = Buffer.from(parts[part] ?? []).toString();
  const after = change(before);
  expect(after).not.toBe(before);
  return readBytes(zipSync({ ...parts, [part]: Buffer.from(after) }));
}

async function readBytes(bytes: Uint8Array, name = 'log.xlsx'): Promise<FolderRead> {
  const path = join(await emptyFolder(), name);
  await writeFile(path, bytes);
  return readFolder(path);
}

const SHEET = 'xl/worksheets/sheet8.xml';

describe('a sheet that the workbook hides', () => {
  it('is named; with the name of a file it is read, with another it is not', async () => {
    const hidden = await read('x04-hidden.xlsx');
    expect(faultsOf(hidden)).toEqual([]);
    expect(notesOf(hidden)).toEqual([
      'x04-hidden.xlsx sheet Actions (old): looks like actions too, and was not read: another sheet is read as that; send it as a file of its own',
      'x04-hidden.xlsx sheet lookup: is hidden in the workbook, and was not read',
      'x04-hidden.xlsx sheet actions: is hidden in the workbook; it was read all the same',
    ]);
  });

  it('has rows that a filter hides, which are counted', async () => {
    const filtered = await changed('x05-merged.xlsx', SHEET, (xml) =>
      xml.replace('<row r="3">', '<row r="3" hidden="1">'),
    );
    expect(notesOf(filtered)).toContain(
      'log.xlsx sheet actions: has 1 hidden row; it was read too',
    );
  });
});

describe('merged cells', () => {
  it('say the same for each row that they cover', async () => {
    const merged = await read('x05-merged.xlsx');
    expect(faultsOf(merged)).toEqual([]);
    expect(merged.records?.actions).toMatchObject([
      { ref: 'BR-001', owner: { agency: 'BCON' }, dueOn: '2022-10-01' },
      { ref: 'BR-002', owner: { agency: 'BCON' }, dueOn: '2022-10-01' },
    ]);
  });

  it('across columns fill no other column, and those of a title cover no rows', async () => {
    const wide = await changed('x05-merged.xlsx', SHEET, (xml) =>
      xml
        .replace('<mergeCell ref="D2:D3"/>', '<mergeCell ref="D2:E3"/>')
        .replace('<mergeCell ref="C2:C3"/>', '<mergeCell ref="A1:C1"/>'),
    );
    expect(wide.records?.actions.map(({ owner, dueOn }) => [owner.agency, dueOn])).toEqual([
      ['BCON', '2022-10-01'],
      [undefined, '2022-10-01'],
    ]);
  });
});

describe('a cell without a value', () => {
  const withCell = (cell: string) =>
    changed('x05-merged.xlsx', SHEET, (xml) =>
      xml.replace(/<c r="D2" s="1">.*?<\/c>/, cell).replace('<mergeCell ref="D2:D3"/>', ''),
    );

  it.each(['#REF!', '#N/A', '#DIV/0!'])('that is an error is asked for: %s', async (error) => {
    const wrong = await withCell(`<c r="D2" t="e"><f>A1</f><v>${error}</v></c>`);
    expect(faultsOf(wrong)).toEqual([
      `log.xlsx sheet actions:2 due_on: “${error}” is an error of the spreadsheet, not a value: correct its formula, or type what it should say`,
    ]);
    expect(wrong.records?.actions.map(({ ref }) => ref)).toEqual(['BR-002']);
  });

  it.each([
    '<c r="D2" s="1"><f>TODAY()+30</f></c>',
    '<c r="D2" t="str"><f t="shared" si="0"/></c>',
    '<c r="D2" s="1"><f>A1</f><v/></c>',
  ])('that is a formula is asked for: %s', async (cell) => {
    expect(faultsOf(await withCell(cell))).toEqual([
      'log.xlsx sheet actions:2 due_on: the formula has no value: open the workbook in Excel, let it calculate, and save it again',
    ]);
  });

  it('that is a formula of no text is empty', async () => {
    const empty = await withCell('<c r="D2" t="str"><f>IF(1,"","")</f><v></v></c>');
    expect(faultsOf(empty)).toEqual([]);
    expect(empty.records?.actions[0]).not.toHaveProperty('dueOn');
  });
});

describe('an action log of a business unit', () => {
  const log = ['title', 'owner', 'dueOn', 'status', 'notes', 'raisedOn'] as const;
  const told = ({ records }: FolderRead) =>
    records?.actions.map((action) => [action.ref, ...log.map((key) => action[key])]);

  it('is read as it is kept, with what cannot be told asked', async () => {
    const csv = await read('c01-real-log');
    expect(told(csv)).toEqual([
      [
        '2',
        'Map training across schools',
        { group: 'EXEC' },
        undefined,
        'open',
        'By When: TBC',
        '2022-04-20',
      ],
      [
        '3',
        'Amend attendance list',
        { agency: 'BU', person: 'bm' },
        undefined,
        'complete',
        'Done\nBy When: ASAP',
        '2022-06-15',
      ],
    ]);
    expect(faultsOf(csv)).toEqual([
      'actions.csv:2 By Whom: “ICB” is no agency, group or person that is known here: say who is meant',
    ]);
  });

  it('is known in a workbook by its headings, and read in full once its words are known', async () => {
    const mapping = {
      sheets: {},
      columns: {},
      values: { actions: { owner_agency: { 'Police / ICB': 'Police / CCG' } } },
    };
    const path = join(FAULTS, 'x07-real.xlsx');
    const book = await readFolder(path, { mapping });
    expect(faultsOf(book)).toEqual([]);
    expect(told(book)?.[0]).toEqual([
      '1',
      'Share the missing return',
      { agency: 'BCON', with: ['CCG'] },
      '2022-09-30',
      'in progress',
      'Received June and July',
      '2022-04-20',
    ]);
    expect(faultsOf(await read('x07-real.xlsx'))).toHaveLength(1);
  });

  it('has columns that a person may say or set aside, and lines that are no rows', async () => {
    const mapping = {
      sheets: {},
      columns: { actions: { 'agenda item': '', RAG: '' } },
      values: {},
    };
    const path = join(FAULTS, 'c01-real-log');
    const { records, notes } = await readFolder(path, { mapping });
    expect(records?.actions.map(({ status, source }) => [status, source])).toEqual([
      ['open', {}],
      ['complete', {}],
    ]);
    expect(notes.map(formatFault).join()).not.toContain('Agenda item');
  });

  it('alone has no partnership, and says so', async () => {
    expect(faultsOf(await read('x08-real-only.xlsx'))).toContain(
      'partnership.json: is missing: every partnership folder has one; to import one table into a partnership that is there, say which with --partnership',
    );
  });
});

describe('a file that is no workbook says what it is and what to do', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  it.each([
    [
      'a workbook with a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'is protected by a password: open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password) and save it again',
    ],
    [
      'one of an older Excel',
      Buffer.concat([ole, Buffer.from('Workbook', 'utf16le')]),
      'is of an older Office (.xls): open it in Excel and save it again as “Excel Workbook (.xlsx)”',
    ],
    [
      'one with macros',
      Buffer.from(zipSync({ 'xl/vbaProject.bin': Buffer.from('x') })),
      'holds macros, which are not read: open it in Excel and save it again as “Excel Workbook (.xlsx)”',
    ],
    [
      'a photograph of a table',
      Buffer.from('ffd8ffe000104a464946', 'hex'),
      'is a picture: ask for the spreadsheet itself, or type the table into one',
    ],
    [
      'a PDF',
      Buffer.from('%PDF-1.7'),
      'is a PDF: ask for the spreadsheet itself, or type the table into one',
    ],
    [
      'a damaged one',
      Buffer.from('PK\x03\x04 nothing', 'latin1'),
      'the workbook cannot be read: open it in Excel and save it again as “Excel Workbook (.xlsx)”',
    ],
    [
      'a photograph of a phone',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'is a picture: ask for the spreadsheet itself, or type the table into one',
    ],
    [
      'a document of an older Word',
      Buffer.concat([ole, Buffer.from('WordDocument', 'utf16le')]),
      'is a document of an older Word (.doc): copy its table into a workbook',
    ],
    [
      'a web page under the name of a workbook',
      Buffer.from('\r\n<html><body><table><tr><td>Ref</td></tr></table></body></html>'),
      'is a web page, as some systems export them under the name of a workbook: open it in Excel and save it again as “Excel Workbook (.xlsx)”',
    ],
    [
      'a zip folder',
      Buffer.from(zipSync({ 'Action log.csv': Buffer.from('Ref,Action\n1,One\n'.repeat(9)) })),
      'is a zip folder: take the spreadsheet out of it',
    ],
    [
      'a presentation',
      Buffer.from(zipSync({ 'ppt/presentation.xml': Buffer.from('<p/>') })),
      'is a presentation: copy its table into a workbook',
    ],
  ])('%s', async (_, bytes, reason) => {
    const read = await readBytes(bytes);
    expect([faultsOf(read), read.records]).toEqual([[`log.xlsx: ${reason}`], undefined]);
  });

  it('also by a name that is none of a folder or a workbook', async () => {
    const told = async (name: string, text: string | Buffer) =>
      faultsOf(await readBytes(Buffer.from(text), name))
        .join()
        .replace(/^.*\/(?=[^/]+: )/, '');
    expect(await told('scan.pdf', '%PDF-1.7')).toMatch(/^scan\.pdf: is a PDF: /);
    expect(await told('old.xls', ole)).toMatch(/^old\.xls: is of an older Office \(\.xls\)/);
    expect(
      await told('log.xlsm', zipSync({ 'xl/vbaProject.bin': Buffer.from('x') }) as Buffer),
    ).toMatch(/^log\.xlsm: holds macros/);
    expect(await told('log.csv', 'Ref,Action\n')).toMatch(
      /^log\.csv: is one table; .* with --partnership$/,
    );
  });

  it('and how large it is, whatever it says of itself', async () => {
    const parts = unzipSync(await readFile(join(FAULTS, 'x05-merged.xlsx')));
    const sheet = Buffer.alloc(210 * 1024 * 1024, ' ');
    const bomb = zipSync({ ...parts, [SHEET]: sheet }, { level: 1 });
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(faultsOf(await readBytes(bomb))).toEqual([
      'log.xlsx: holds more than 200 MB once it is unpacked: is it the right file? If so, delete what is not needed, or send it in parts',
    ]);
  });
});
