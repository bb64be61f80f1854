import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { Action } from '../../src/domain/action.ts';
import { day } from '../../src/domain/dates.ts';
import type { FolderRead } from '../../src/folder/read-folder.ts';
import { readFolder, writeFolder } from '../support/a-folder.ts';
import { faultsOf, notesOf, readSheet } from '../support/bracken-sheets.ts';
import { emptyFolder } from '../support/empty-folder.ts';

/** Another partnership, with headings, names and shapes of its own: each fault in two further forms. */
const HAZELMOOR = {
  'partnership.json': JSON.stringify({
    id: 'hazelmoor',
    name: 'Hazelmoor Safeguarding Children Partnership',
    short_name: 'HSCP',
    area: 'Hazelmoor',
    time_zone: 'Europe/London',
    year_start: '04-01',
    statutory_partners: [{ agency: 'HPOL', voice: 'decides' }],
  }),
  'agencies.csv':
    'id,name,also_known_as,kind\nHBC,Hazelmoor Borough Council,the local authority; childrens services,statutory\nHPOL,Hazelmoor Police,police; the force,statutory\nHICB,NHS Hazelmoor Integrated Care Board,health; icb,statutory\nFIRE,Hazelmoor Fire and Rescue Service,fire,relevant\nVOL,Voluntary Action Hazelmoor,vcs; third sector,relevant\n',
  'groups.csv':
    'id,name,also_known_as,kind,chair_role,reports_to\nLSP,Leadership Group,lsp,board,Chair,\nCE,Child Exploitation Group,exploitation group,sub-group,CE Chair,LSP\n',
  'people.csv':
    'id,display_name,agency,roles,groups,tenant_id,object_id\nbm,Priya Shah,HBC,administrator,LSP,t,o1\nch,Alan Reeve,,chair,LSP,t,o2\nce,Mary Onslow,HPOL,partner-lead;chair:CE,LSP;CE,t,o3\nnur,Tom Baxter,HICB,partner-lead,LSP,t,o4\n',
  'meetings.csv':
    'id,group,title,kind,starts_at,minutes,status\nLSP-24-1,LSP,Leadership Group,ordinary,2024-01-18T14:00,120,held\nLSP-24-2,LSP,Leadership Group,ordinary,2024-03-21T14:00,120,held\nCE-24-1,CE,Child Exploitation Group,ordinary,2024-01-18T09:30,90,held\n',
};

type File = keyof typeof HAZELMOOR | 'actions.csv' | 'attendance.csv';

async function hazelmoor(files: Partial<Record<File, string | Buffer>>): Promise<FolderRead> {
  return readFolder(await writeFolder({ ...HAZELMOOR, ...files }), { today: day('2024-04-10') });
}
const log = (...lines: string[]) => hazelmoor({ 'actions.csv': `${lines.join('\n')}\n` });

const actionsOf = ({ records }: FolderRead): readonly Action[] => records?.actions ?? [];
const statuses = (read: FolderRead) => actionsOf(read).map(({ status }) => status);
const owners = (read: FolderRead) =>
  actionsOf(read).map(({ owner: { agency, with: others = [], group, person } }) =>
    [agency, ...others, group, person].filter(Boolean).join(' '),
  );
const marksOf = ({ records }: FolderRead) =>
  records?.attendance.map((each) => `${each.meetingId} ${each.agency} ${each.attended}`);

/** Text as an older Excel writes it. */
function cp1252(text: string): Buffer {
  const codes = new Map(
    [...'€…•‘’“”–—'].map((each, at) => [each, [128, 133, 149, 145, 146, 147, 148, 150, 151][at]]),
  );
  return Buffer.from([...text].map((each) => codes.get(each) ?? each.charCodeAt(0)));
}

describe('another encoding (a03) or another separator (a15)', () => {
  it('may be Windows-1252 with semicolons, or that of a list of people', async () => {
    const text =
      'Ref;Action;Owner;Due;Status\r\nH1;Publish “every child” – £40 • café…;Police;21/03/24;Open\r\n';
    const read = await hazelmoor({ 'actions.csv': cp1252(text) });
    expect(actionsOf(read)[0]?.title).toBe('Publish “every child” – £40 • café…');
    expect(notesOf(read).join()).toContain('actions.csv: is not UTF-8');
    const people = cp1252(HAZELMOOR['people.csv'].replace('Priya Shah', 'Siân O’Brien'));
    const named = await hazelmoor({ 'people.csv': people });
    expect(named.records?.people[0]?.displayName).toBe('Siân O’Brien');
  });

  it.each([
    ['SEP=;', ';'],
    ['"sep=|"', '|'],
    ['sep=\t', '\t'],
  ])('may be said by a line %s', async (line, separator) => {
    const rows = ['Ref,Action,Lead,Status', 'H1,One and two,Police,Open'];
    const read = await log(line, ...rows.map((row) => row.replaceAll(',', separator)));
    expect([faultsOf(read), owners(read)]).toEqual([[], ['HPOL']]);
  });
});

describe('our own export saved by a spreadsheet (a05)', () => {
  it('may have semicolons and days of another form, doubled quotes and a month', async () => {
    const read = await hazelmoor({
      'actions.csv':
        '\uFEFFref;title;owner_agency;raised_on;due_on;status;completed_on\r\nH1;"Say ""no"" to; drift";HPOL;18-Jan-24;31-Mar-24;in progress;\r\nH2;Two;HBC;18-Jan-24;;complete;Mar-24\r\n',
      'meetings.csv': HAZELMOOR['meetings.csv'].replace(/(\d{4})-(\d\d)-(\d\d)T/g, '$3/$2/$1 '),
    });
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)).toMatchObject([
      { title: 'Say "no" to; drift', raisedOn: '2024-01-18', dueOn: '2024-03-31' },
      { completedOn: '2024-03' },
    ]);
    expect(read.records?.meetings[2]?.startsAt).toBe('2024-01-18T09:30');
  });
});

describe('spaces and marks that nobody sees (a07)', () => {
  it('may stand in headings, days, ids and marks', async () => {
    const read = await hazelmoor({
      'actions.csv':
        'Ref\u00a0,Action\u00a0required,Lead\u00a0agency,Due\u00a0date,Status\nH\u00a01,One,Fire\u00a0,16\u202f05\u202f2024,Not\u00a0started\n',
      'attendance.csv':
        'meeting_id,agency,attended\nLSP-24-1\u200b,\u00a0HBC,Present\u00a0\nLSP\u201124\u20111,H\u00adPOL,apologies\n',
    });
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)).toMatchObject([
      { ref: 'H 1', dueOn: '2024-05-16', status: 'not started' },
    ]);
    expect(marksOf(read)).toEqual(['LSP-24-1 HBC present', 'LSP-24-1 HPOL apologies']);
  });
});

describe('lines above the table (a09, a09b)', () => {
  it('may be several, and stand above an attendance table too', async () => {
    const read = await hazelmoor({
      'actions.csv':
        'Hazelmoor SCP,,,,\nAction tracker – updated 4 April 2024,,,,\n,,,,\n"Chair: Alan Reeve, Leadership Group",,,,\nNo,What,Who,When,RAG\n1,Publish the strategy,Police,16 May 2024,Amber\n',
      'attendance.csv':
        'Attendance at the Leadership Group,,\n2023/24,,\nMember agency,18 January,21 March\nPolice,✓,A\nICB,apologies,✓\n',
    });
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)).toMatchObject([
      { ref: '1', dueOn: '2024-05-16', status: 'in progress' },
    ]);
    expect(marksOf(read)).toEqual([
      'LSP-24-1 HPOL present',
      'LSP-24-1 HICB apologies',
      'LSP-24-2 HPOL apologies',
      'LSP-24-2 HICB present',
    ]);
  });

  it.each([
    [
      'the lower one richer',
      'Ref,Recommendation,Responsible,,Dates,,Position,',
      ',,Agency,Named lead,Agreed,Complete by,RAG,Comments',
    ],
    [
      'merged ones said twice',
      'Ref,Action,Owner,Owner,Timescale,Timescale,Status,Notes',
      'Ref,Action,Agency,Named lead,Start date,Target date,Status,Notes',
    ],
  ])('may be two header lines, %s', async (_, upper, lower) => {
    const read = await log(
      upper,
      lower,
      'H1,Publish,Police,Mary Onslow,18.1.24,16.5.24,Amber,Drafted',
    );
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)).toMatchObject([
      {
        owner: { agency: 'HPOL', person: 'ce' },
        raisedOn: '2024-01-18',
        dueOn: '2024-05-16',
        status: 'in progress',
        notes: 'Drafted',
      },
    ]);
  });
});

describe('states in words of their own (a11)', () => {
  it('may have more behind them, which is kept', async () => {
    const read = await log(
      'Ref,Action,Lead,Progress status',
      'H1,One,Police,COMPLETED',
      'H2,Two,Police,Overdue – awaiting reply',
      'H3,Three,Police,Superseded by H9',
      'H4,Four,Police,In progress (50%)',
      'H5,Five,Police,Partially met',
      'H6,Six,Police,Closed 2/4/24',
      'H7,Seven,Police,Complete by May',
      'H8,Eight,Police,"Closed, subject to the audit"',
    );
    expect(statuses(read)).toEqual(
      'complete|open|withdrawn|in progress|in progress|complete'.split('|'),
    );
    expect(actionsOf(read)[5]?.completedOn).toBe('2024-04-02');
    expect(actionsOf(read)[2]?.notes).toBe('Progress status: Superseded by H9');
    expect(read.faults.map(({ line }) => line)).toEqual([8, 9]);
  });

  it('may be colours or shares, and those that mean nothing to us are asked', async () => {
    const brag = await log(
      'Ref,Action,Lead,BRAG rating',
      'H1,One,Police,BLUE',
      'H2,Two,Police,green',
      'H3,Three,Police,AMBER/GREEN',
      'H4,Four,Police,Grey',
    );
    expect(statuses(brag)).toEqual(['complete', 'in progress', 'in progress']);
    expect(brag.faults.map(({ cell }) => cell?.written)).toEqual(['Grey']);
    const shares = await log(
      'Ref,Action,Lead,% complete',
      'H1,One,Police,100%',
      'H2,Two,Police,50%',
      'H3,Three,Police,0%',
    );
    expect(statuses(shares)).toEqual(['complete', 'in progress', 'not started']);
  });
});

describe('owners (a13, a14, d04)', () => {
  it.each([
    ['"Police, Fire and Health"', 'HPOL FIRE HICB'],
    ['Health + VCS', 'HICB VOL'],
    ['HPOL\\HICB', 'HPOL HICB'],
    ['"Police\nFire"', 'HPOL FIRE'],
    ['All agencies', 'LSP'],
    ['LSP members', 'LSP'],
    ['LSP Chair', 'ch'],
    ['Chair of the Exploitation Group', 'HPOL ce'],
    ['PS', 'HBC bm'],
    ['Police – Mary Onslow', 'HPOL ce'],
    ['Mary Onslow (Police)', 'HPOL ce'],
    ['To be agreed', ''],
    ['HAZELMOOR POLICE', 'HPOL'],
    ['The Force', 'HPOL'],
    ['Hazelmoor Fire & Rescue Service', 'FIRE'],
    ['Children’s Services', 'HBC'],
    ['HFRS', 'FIRE'],
  ])('may be %s', async (written, owner) => {
    const read = await log('Ref,Action,Lead,Status', `H1,One,${written},Open`);
    expect([faultsOf(read), owners(read)]).toEqual([[], [owner]]);
  });

  it('are asked for where an alias or initials are those of two, here and in an attendance table', async () => {
    const agencies = HAZELMOOR['agencies.csv'].replace(',fire,', ',fire; police,');
    const read = await hazelmoor({
      'agencies.csv': `${agencies}HH,Hazelmoor Housing,,relevant\nHHT,Hazelmoor Hospices,,relevant\n`,
      'actions.csv':
        'Ref,Action,Lead,Status\nH1,One,Police,Open\nH2,Two,Fire / police,Open\nH3,Three,HPOL,Open\n',
      'attendance.csv': 'Agency,LSP-24-1\nPolice,Y\nHealth,Y\n',
    });
    expect(owners(read)).toEqual(['HPOL']);
    expect(marksOf(read)).toEqual(['LSP-24-1 HICB present']);
    expect(faultsOf(read).filter((fault) => fault.includes('is a name of'))).toHaveLength(3);
  });
});

describe('headings in capitals, with spaces, or of their own (a16)', () => {
  it('may be those of any file', async () => {
    const heads = (
      file: 'agencies.csv' | 'groups.csv' | 'people.csv' | 'meetings.csv',
      header: string,
    ) => HAZELMOOR[file].replace(/^.*/, header);
    const read = await hazelmoor({
      'agencies.csv': heads('agencies.csv', 'CODE,Agency name,Other names,Type'),
      'groups.csv': heads('groups.csv', 'Group ID,Group name,AKA,Kind,Chair,Reports to'),
      'people.csv': heads(
        'people.csv',
        'ID,Full name,Organisation,Role,Groups,Tenant ID,Object ID',
      ),
      'meetings.csv': heads(
        'meetings.csv',
        'Meeting ID,Board,Name,Kind,Date and time,Length,STATUS',
      ),
      'actions.csv':
        'REF:,ACTION REQUIRED:,Lead Agency,Due-Date,STATUS\nH1,One,Police,16/5/24,Open\n',
    });
    expect(faultsOf(read)).toEqual([]);
    const plain = await hazelmoor({});
    for (const list of ['agencies', 'groups', 'people', 'meetings'] as const)
      expect(read.records?.[list]).toEqual(plain.records?.[list]);
    expect(owners(read)).toEqual(['HPOL']);
  });
});

it('references keep other spellings too (a22)', async () => {
  const refs = ['LSP/24/01', '24-01 (b)', 'H–3', '#4', '2.10', '2.1', '007', 'Action 12a'];
  const read = await log('ref,title,status', ...refs.map((ref) => `${ref},One,open`));
  expect([faultsOf(read), actionsOf(read).map(({ ref }) => ref)]).toEqual([[], refs]);
});

describe('attendance (b01, b02)', () => {
  it('may have names beside its agencies, ids across and a quorum below', async () => {
    const read = await hazelmoor({
      'attendance.csv':
        'Agency,Representative,LSP-24-1,LSP-24-2\nHazelmoor Police,Mary Onslow,Present,Apologies\nHealth,"Baxter, Tom",P,Dep\nThe local authority,PS,P,DNA\n,,,\nQuorate?,,Yes,No\n',
    });
    expect(faultsOf(read)).toEqual([]);
    expect(marksOf(read)).toEqual([
      'LSP-24-1 HPOL present',
      'LSP-24-1 HICB present',
      'LSP-24-1 HBC present',
      'LSP-24-2 HPOL apologies',
      'LSP-24-2 HICB deputy',
      'LSP-24-2 HBC absent',
    ]);
    expect(read.records?.attendance[4]?.deputyFor).toBe('nur');
  });

  it('may have headings between its rows, and a meeting of two is told by the title', async () => {
    const read = await hazelmoor({
      'attendance.csv':
        'Leadership Group attendance,,,\nOrganisation,Name,18/01/2024,21/03/2024\nStatutory partners,,,\nPolice,Mary Onslow,Y,N\nRelevant agencies,,,\nFire,,N/A,Y\n',
    });
    expect(faultsOf(read)).toEqual([]);
    expect(marksOf(read)).toEqual([
      'LSP-24-1 HPOL present',
      'LSP-24-2 HPOL absent',
      'LSP-24-2 FIRE present',
    ]);
  });

  it('may be in letters, ticks and crosses, with words behind them', async () => {
    const read = await hazelmoor({
      'attendance.csv':
        'Meeting,Agency,Present\n18/01/2024 LSP,Police,✓\nLSP-24-1,Health,✗\nLSP-24-1,Fire,Apologies (Tom sent)\nLSP-24-2,Police,Yes - virtually\nLSP-24-2,Health,TRUE\nLSP-24-2,Fire,Ab\nLSP-24-2,VCS,Sub\n',
    });
    expect(faultsOf(read)).toEqual([]);
    expect(marksOf(read)).toEqual([
      'LSP-24-1 HPOL present',
      'LSP-24-1 HICB absent',
      'LSP-24-1 FIRE apologies',
      'LSP-24-2 HPOL present',
      'LSP-24-2 HICB present',
      'LSP-24-2 FIRE absent',
      'LSP-24-2 VOL deputy',
    ]);
  });
});

describe('an action log as it is kept (c01)', () => {
  it('may have a title, days of closing and sums', async () => {
    const read = await log(
      'Hazelmoor LSP rolling action log,,,,,,,',
      'Action No,Raised at,Action,Assigned to,Target date,Progress update,Status,Date closed',
      '24/01,LSP 18.1.24,Publish the strategy,Police and Health,End of March 2024,With comms,Ongoing,',
      '24/02,LSP 18.1.24,Agree the budget,All,next meeting,,Not started,',
      '24/03,LSP 21.3.24,Write to schools,PS,ASAP,Done,Closed,2/4/24',
      'Total actions: 3,,,,,,,',
    );
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)).toMatchObject([
      { ref: '24/01', dueOn: '2024-03-31', status: 'in progress', owner: { with: ['HICB'] } },
      { ref: '24/02', status: 'not started', notes: 'Target date: next meeting' },
      { ref: '24/03', status: 'complete', completedOn: '2024-04-02' },
    ]);
  });

  it('may have days in many forms, of which what is none is asked', async () => {
    const days = [
      'mid-May 2024',
      'by 31/05/24',
      'before 31 May 2024',
      'w/c 6 May 2024',
      'Q1 2024/25',
    ];
    const read = await log(
      'Item;Agreed action;Who?;By when?',
      ...days.map((each, at) => `${at};Thing;Police;${each}`),
    );
    expect(actionsOf(read).map(({ dueOn }) => dueOn)).toEqual([
      '2024-05-31',
      '2024-05-31',
      '2024-05-31',
    ]);
    expect(read.faults.map(({ cell }) => cell?.written)).toEqual(['w/c 6 May 2024', 'Q1 2024/25']);
  });
});

it('an agency that became another is its own of each time, by either name (d01)', async () => {
  const read = await hazelmoor({
    'agencies.csv': `${HAZELMOOR['agencies.csv']}HCCG,NHS Hazelmoor CCG,the ccg,statutory\n`,
    'attendance.csv': 'meeting_id,agency,attended\nLSP-24-1,CCG,present\nLSP-24-2,ICB,present\n',
    'actions.csv':
      'Ref,Action,Lead,Status\nH1,One,the CCG,Open\nH2,Two,NHS Hazelmoor Integrated Care Board,Open\n',
  });
  expect(faultsOf(read)).toEqual([]);
  expect(marksOf(read)).toEqual(['LSP-24-1 HCCG present', 'LSP-24-2 HICB present']);
  expect(owners(read)).toEqual(['HCCG', 'HICB']);
});

describe('a workbook (x04 to x08)', () => {
  const HEAD: Row = ['No', 'Action', 'Who', 'By when', 'RAG'].map((value) => ({ value }));
  const row = (...cells: (string | number)[]): Row => cells.map((value) => ({ value }) as never);

  async function workbook(
    sheets: Readonly<Record<string, Row[]>>,
    state: Readonly<Record<string, string>> = {},
  ): Promise<Uint8Array> {
    const path = join(await emptyFolder(), 'book.xlsx');
    await writeWorkbook(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toFile(
      path,
    );
    const parts = unzipSync(await readFile(path));
    const book = Buffer.from(parts['xl/workbook.xml'] ?? []).toString();
    const hidden = Object.entries(state).reduce(
      (xml, [name, how]) => xml.replace(`name="${name}"`, `name="${name}" state="${how}"`),
      book,
    );
    return zipSync({ ...parts, 'xl/workbook.xml': Buffer.from(hidden) });
  }

  it.each(['hidden', 'veryHidden'])(
    'names a sheet that is %s, and does not read it',
    async (state) => {
      const bytes = await workbook(
        {
          'Live log': [HEAD, row(1, 'One', 'Police', '16.5.22', 'Amber')],
          'Old log': [HEAD, row(9, 'Nine', 'Police', '', 'Red')],
        },
        { 'Old log': state },
      );
      const read = await readSheet('book.xlsx', bytes);
      expect(actionsOf(read).map(({ ref }) => ref)).toEqual(['1']);
      expect(notesOf(read)).toContain(
        'book.xlsx sheet Old log: is hidden in the workbook, and was not read',
      );
    },
  );

  it('carries a merged cell down, of an owner as of a block of columns, and a merged heading across', async () => {
    const owner = { value: 'Police', rowSpan: 3 } as never;
    const merged = await readSheet(
      'book.xlsx',
      await workbook({
        Log: [
          HEAD,
          [{ value: 1 }, { value: 'One' }, owner, { value: '16.5.22' }, { value: 'Amber' }] as Row,
          [{ value: 2 }, { value: 'Two' }, null, { value: '' }, { value: 'Red' }] as Row,
          [{ value: 3 }, { value: 'Three' }, null, { value: '' }, { value: 'Red' }] as Row,
        ],
      }),
    );
    expect(actionsOf(merged).map(({ owner: { agency } }) => agency)).toEqual([
      'BCON',
      'BCON',
      'BCON',
    ]);
    const across = await readSheet(
      'book.xlsx',
      await workbook({
        Log: [
          HEAD,
          [{ value: 'Priority 1: Neglect', columnSpan: 5 }, null, null, null, null] as never,
          row(1, 'One', 'Police', '', 'Red'),
        ],
      }),
    );
    expect(actionsOf(across)).toMatchObject([
      { ref: '1', source: { name: 'Priority 1: Neglect' } },
    ]);
  });

  it('may have a title and empty rows above, and two header rows', async () => {
    const title = row('Bracken action tracker', '', '', '', '');
    const bytes = await workbook({
      Tracker: [
        title,
        row('', '', '', '', ''),
        row('Ref', 'Action', 'Lead', 'Dates', ''),
        row('', '', '', 'Raised', 'Due'),
        row(1, 'One', 'Police', '20.4.22', '1.11.22'),
      ],
    });
    const read = await readSheet('book.xlsx', bytes);
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)).toMatchObject([
      { ref: '1', raisedOn: '2022-04-20', dueOn: '2022-11-01' },
    ]);
  });

  it('may hold a log, risks and contacts under names of their own, beside a sheet of notes', async () => {
    const bytes = await workbook({
      'Read me': [row('Colours: red is late')],
      'Business plan actions': [HEAD, row(1, 'One', 'Police / Health', '16.5.22', 'Amber')],
      'Strategic risks': [
        row('Ref', 'Risk', 'Owner', 'Likelihood', 'Impact', 'Status'),
        row('R1', 'Loss', 'Police', 3, 4, 'Closed'),
      ],
      Distribution: [
        row('First name', 'Surname', 'Organisation'),
        row('Detective', 'Lead', 'Council'),
      ],
    });
    const read = await readSheet('book.xlsx', bytes);
    expect(faultsOf(read)).toEqual([]);
    expect(read.proposals.map(({ kind }) => kind).toSorted()).toEqual([
      'actions',
      'people',
      'risks',
    ]);
    expect(actionsOf(read)[0]?.owner).toEqual({ agency: 'BCON', with: ['CCG'] });
    expect(notesOf(read)).toContain(
      'book.xlsx sheet Read me: is not a sheet of a partnership workbook, and was not read',
    );
  });
});
