import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeSheetWords } from '../../src/contract/merge-sheet-words.ts';
import { day } from '../../src/domain/dates.ts';
import { folderFiles } from '../../src/features/index.ts';
import { CORE_FILES } from '../../src/folder/core-files.ts';
import { formatProposals } from '../../src/folder/format-proposal.ts';
import { formatFault, formatReport } from '../../src/folder/format-report.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { type Mapping, NO_MAPPING } from '../../src/folder/mapping/mapping.ts';
import { parseMapping } from '../../src/folder/mapping/parse-mapping.ts';
import {
  loadMapping,
  rememberMapping,
  toRemembered,
} from '../../src/folder/mapping/remembered-mapping.ts';
import { toMapping } from '../../src/folder/mapping/to-mapping.ts';
import { type FolderRead, readSheets } from '../../src/folder/read-folder.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const FAULTS = 'tests/folder/faults';

/** Storage with Bracken in it. */
async function withBracken(): Promise<Records> {
  const records = await freshRecords();
  await importFolder(await readFolder(join(FAULTS, 'bracken')), records.partnerships);
  return records;
}

async function readTable(
  records: Records,
  path: string,
  mapping = NO_MAPPING,
): Promise<FolderRead> {
  const stored = await records.partnerships.load('bracken');
  if (!stored) throw new Error('Bracken is not stored');
  return readSheets(path, folderFiles, stored, { mapping, today: day('2022-10-12') });
}

async function readText(records: Records, name: string, text: string): Promise<FolderRead> {
  const path = join(await emptyFolder(), name);
  await writeFile(path, text);
  return readTable(records, path);
}

const faultsOf = ({ faults }: FolderRead) => faults.map(formatFault);
const LOG = join(FAULTS, 'x08-real-only.xlsx');

describe('a workbook of one’s own, for a partnership that is stored', () => {
  it('is previewed with its columns, its counts and the rows that need a person', async () => {
    const preview = formatProposals(await readTable(await withBracken(), LOG));
    expect(preview).toBe(`Needs a person:
  x08-real-only.xlsx sheet Action Log:2 By whom: “ICB” is no agency, group or person that is known here: say who is meant

x08-real-only.xlsx sheet Action Log is read as actions, with its header in line 1:
  No.              ref
  Date of meeting  raised_on
  Agenda item      source
  Action           title
  By whom          owner_agency
  By when          due_on
  Update           notes
  RAG              status
  2 rows, of which 1 needs a person

Noted:
  x08-real-only.xlsx sheet Action Log:2 RAG: “Amber” was read as in progress (1 row)
  x08-real-only.xlsx sheet Action Log:3 By whom: “All” was read as EXEC (1 row)
  x08-real-only.xlsx sheet Action Log:3 By when: “TBC” was kept in the notes (1 row)
  x08-real-only.xlsx sheet Action Log:3 RAG: “Red” was read as open (1 row)`);
  });

  it('is stored where nothing needs a person, else only the rest and only when that is wanted', async () => {
    const records = await withBracken();
    const read = await readTable(records, LOG);
    expect((await importFolder(read, records.partnerships)).stored).toBe(false);
    expect((await records.partnerships.load('bracken'))?.actions).toHaveLength(4);
    await importFolder(read, records.partnerships, { acceptPartial: true });
    const after = await records.partnerships.load('bracken');
    expect(after?.actions.map(({ ref }) => ref)).toEqual(expect.arrayContaining(['BR-001', '2']));
    expect(after?.people).toHaveLength(5);
    expect(after?.attendance).toHaveLength(12);
  });

  it('is corrected once, and the correction is given again', async () => {
    const records = await withBracken();
    const before = toMapping((await readTable(records, LOG)).proposals);
    expect(before.columns.actions).toMatchObject({ 'By when': 'due_on', RAG: 'status' });
    expect(before.values.actions?.owner_agency).toEqual({ All: 'EXEC' });
    const text = JSON.stringify({
      ...before,
      values: { actions: { owner_agency: { 'police / icb': 'CCG and Police', All: 'QA' } } },
    });
    const parsed = parseMapping('mapping.json', text, CORE_FILES);
    const mapping = 'mapping' in parsed ? parsed.mapping : NO_MAPPING;
    const read = await readTable(records, LOG, mapping);
    expect(faultsOf(read)).toEqual([]);
    expect(read.records?.actions.map(({ owner }) => owner)).toEqual([
      { agency: 'CCG', with: ['BCON'] },
      { group: 'QA' },
    ]);
    const report = await importFolder(read, records.partnerships);
    expect(report).toMatchObject({ partnership: 'bracken', stored: true });
    expect(
      (await importFolder(read, records.partnerships)).files.map((file) => file.written),
    ).toEqual([0, 0]);
  });

  it('is read the next time as a person said of it, however it is typed', async () => {
    const records = await withBracken();
    const said: Mapping = {
      sheets: { Key: '' },
      columns: { actions: { Colour: '' } },
      values: { actions: { owner_agency: { 'Police / ICB': 'CCG and Police' } } },
    };
    const read = await readTable(records, LOG, said);
    const actor = { by: 'bm', at: '2022-10-12T09:00:00.000Z', today: day('2022-10-12') };
    await rememberMapping(records.stores, 'bracken', toRemembered(read.proposals, said), actor);
    const first = await loadMapping(records.stores, 'bracken');
    expect(first.sheets).toEqual({ Key: '' });
    expect(first.columns.actions).toMatchObject({ 'By when': 'due_on', Colour: '' });
    expect(first.values.actions).toEqual({ owner_agency: { 'Police / ICB': 'CCG and Police' } });
    expect(faultsOf(await readTable(records, LOG, first))).toEqual([]);
    const later = mergeSheetWords(first, {
      ...NO_MAPPING,
      columns: { actions: { colour: 'status' } },
      values: { actions: { owner_agency: { 'police - ICB': 'Police' } } },
    });
    await rememberMapping(records.stores, 'bracken', later, actor);
    const { columns, values } = await loadMapping(records.stores, 'bracken');
    expect(columns.actions).toMatchObject({ 'By when': 'due_on', colour: 'status' });
    expect(columns.actions).not.toHaveProperty('Colour');
    expect(values.actions?.owner_agency).toEqual({ 'police - ICB': 'Police' });
  });

  it('forgets what was said longest ago where there is too much to keep', async () => {
    const records = await withBracken();
    const many = (name: string) =>
      Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`${name} ${at}`, 'x'.repeat(30)]));
    const actor = { by: 'bm', at: '2022-10-12T09:00:00.000Z', today: day('2022-10-12') };
    for (const name of ['old', 'new'])
      await rememberMapping(
        records.stores,
        'bracken',
        {
          sheets: {},
          columns: { actions: many(name) },
          values: { actions: { status: { [name]: 'open' } } },
        },
        actor,
      );
    const { columns, values } = await loadMapping(records.stores, 'bracken');
    expect(columns.actions).toHaveProperty('new 899');
    expect(columns.actions).not.toHaveProperty('old 0');
    expect(values.actions?.status).toEqual({ old: 'open', new: 'open' });
  });

  it('may be an attendance table of which a title says whose meetings these are', async () => {
    const records = await withBracken();
    const read = await readTable(records, join(FAULTS, 'b01-wide-attendance/attendance.csv'));
    expect(faultsOf(read)).toEqual([]);
    expect(read.records?.attendance).toHaveLength(9);
    expect((await importFolder(read, records.partnerships)).stored).toBe(true);
  });

  it('may be a list of contacts, of which those who are known here are changed and nobody loses a role', async () => {
    const records = await withBracken();
    const read = await readText(
      records,
      'BSCP contacts.csv',
      'Contacts,,,\nName,Organisation,Job title,Email\nDetective Lead,Council,DCI,x@example.org\nA New Person,Police,DI,y@example.org\n',
    );
    expect(faultsOf(read)).toEqual([
      'BSCP contacts.csv:4 Name: is not known here yet: Convenor knows people by their accounts, and tells whoever writes to it the tenant_id and object_id to add; ask them to write to it in Teams',
    ]);
    await importFolder(read, records.partnerships, { acceptPartial: true });
    const people = (await records.partnerships.load('bracken'))?.people;
    expect(people).toHaveLength(5);
    expect(people?.find(({ id }) => id === 'pol')).toMatchObject({
      agency: 'BCC',
      roles: ['partner-lead'],
      groups: ['EXEC', 'QA'],
    });
  });

  it('with headings between its rows, sums and the header again has those left out and named', async () => {
    const read = await readText(
      await withBracken(),
      'log.csv',
      'Ref,Action,Lead,Due,Status\nActions from April,,,,\n5(a),Share the return,Police,1.11.22,Closed\nRef,Action,Lead,Due,Status\n5(b),Map the training,Schools,1.12.22,\nTotal,2,,,\n',
    );
    expect(faultsOf(read)).toEqual([]);
    expect(read.records?.actions.map(({ ref, status }) => [ref, status])).toEqual([
      ['5(a)', 'complete'],
      ['5(b)', 'open'],
    ]);
    expect(read.proposals[0]?.leftOut.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  it('may have two header lines, of which the lower one has headings of its own', async () => {
    const read = await readText(
      await withBracken(),
      'log.csv',
      `Action log
Item,Meeting,Action agreed,Responsibility,,Timescales,,Progress,
,,,Agency,Named officer,Original,Revised,BRAG,Comments
1.1,Exec 10/3,Share the audit,Police,,31.5.22,30.6.22,Amber,
1.2,Exec 10/3,Write to schools,Council,,31.5.22,,Closed?,
`,
    );
    expect(read.proposals[0]?.columns.map(({ heading, column }) => [heading, column])).toEqual([
      ['Item', 'ref'],
      ['Meeting', 'source'],
      ['Action agreed', 'title'],
      ['Agency', 'owner_agency'],
      ['Named officer', undefined],
      ['Timescales', 'due_on'],
      ['Revised', 'revised_due_on'],
      ['BRAG', 'status'],
      ['Comments', 'notes'],
    ]);
    expect(faultsOf(read)).toEqual([
      'log.csv:5 BRAG: “Closed?” is not one of: open, not started, in progress, blocked, complete, withdrawn',
    ]);
  });

  it('may be a risk register in words of its own, and is not taken for an action log', async () => {
    const read = await readText(
      await withBracken(),
      'Sheet.csv',
      `Ref,Description,Owner,Likelihood,Impact,Score,Mitigation,Review date,Status
R1,Loss of the analyst,Police,4,3,12,Agency cover,30/4/23,Open
`,
    );
    expect(read.proposals.map(({ kind }) => kind)).toEqual(['risks']);
    expect(read.proposals[0]?.sheet.rows[0]?.cells).toMatchObject({
      id: 'R1',
      title: 'Loss of the analyst',
      owner_agency: 'BCON',
      likelihood: '4',
      controls: 'Agency cover',
      next_review_on: '2023-04-30',
    });
  });

  it('of another name may have an action of a short title again', async () => {
    const records = await withBracken();
    const log = (status: string) =>
      `Ref,Action,By whom,Status\nZ2,Update the dataset,Police,${status}\n`;
    await importFolder(await readText(records, 'March.csv', log('Open')), records.partnerships);
    const next = await readText(records, 'April.csv', log('Done'));
    const report = await importFolder(next, records.partnerships);
    expect(report.files.find(({ file }) => file === 'actions.csv')).toMatchObject({
      written: 1,
      refused: 0,
    });
    const other = 'Ref,Action,By whom,Status\nZ2,Read twelve case files,Police,Open\n';
    const left = await importFolder(
      await readText(records, 'Audits.csv', other),
      records.partnerships,
    );
    expect(formatReport(left)).toContain(
      'Nothing has changed in bracken; the rows that were left out are listed above.',
    );
  });

  it('shows which columns are meetings, and asks what an “A” is beside words for both', async () => {
    const read = await readText(
      await withBracken(),
      'Executive attendance.csv',
      'Agency,20.4.22,%\nPolice,A,50%\nCouncil,Apols,50%\nCouncil,DNA,50%\n',
    );
    const preview = formatProposals(read);
    expect(preview).toMatch(/20\.4\.22 +a meeting\n +% +left out/);
    expect(preview).toContain('“A” may be apologies or absent');
  });

  it('that is nothing Convenor knows, or not there, says so', async () => {
    const records = await withBracken();
    const [told] = faultsOf(await readText(records, 'menu.csv', 'Dish,Price\nSoup,4\n'));
    expect(told).toMatch(/^menu\.csv: holds no table that Convenor knows: an action log, /);
    expect(faultsOf(await readTable(records, 'no-such.xlsx'))).toEqual([
      'no-such.xlsx: there is no file of this name: check the path',
    ]);
  });

  it('that cannot be read says why', async () => {
    const records = await withBracken();
    expect(faultsOf(await readText(records, 'log.csv', 'Ref,Action\n1,Say "no" to "it\n'))).toEqual(
      ['log.csv:2: a quotation mark is opened or closed in the wrong place in this row'],
    );
    expect(faultsOf(await readText(records, 'log.csv', '%PDF-1.7'))).toEqual([
      'log.csv: is a PDF: ask for the spreadsheet itself, or type the table into one',
    ]);
  });

  it('is not quoted where it may name a child', async () => {
    const read = await readText(
      await withBracken(),
      'log.csv',
      'Ref,Action,Lead,Due,Status\n1,Share,dob 14/02/2016,,open\n2,Share,Police,943 476 5919,open\n',
    );
    const told = formatProposals(read);
    expect(faultsOf(read)).toHaveLength(2);
    expect(told).not.toMatch(/14\/02\/2016|943 476/);
  });
});

describe('a mapping', () => {
  const parse = (text: string) => parseMapping('mapping.json', text, CORE_FILES);
  const told = (text: string) => {
    const parsed = parse(text);
    return 'faults' in parsed ? parsed.faults.map(formatFault) : [];
  };

  it('may say sheets, columns and values, and nothing of them', () => {
    const mapping: Mapping = {
      sheets: { 'Action Log': 'actions', Key: '' },
      columns: { actions: { Colour: 'status', Item: '' } },
      values: { actions: { status: { Green: 'complete' } } },
    };
    expect(parse(JSON.stringify(mapping))).toEqual({ mapping });
    expect(parse('{}')).toEqual({ mapping: NO_MAPPING });
  });

  it('that names what is not there says so', () => {
    expect(told('{ "columns": { "actions": { "Who": "owner" } } }')[0]).toMatch(
      /^mapping\.json: “owner” is not one of the columns of actions: ref, title, /,
    );
    expect(told('{ "sheets": { "Log": "action" } }')[0]).toMatch(
      /^mapping\.json: “action” is not one of: agencies, groups, /,
    );
    expect(told('{ "colums": {} }')[0]).toMatch(/^mapping\.json: .*colums/);
    expect(told('{')[0]).toMatch(/^mapping\.json: is not JSON: /);
  });
});
