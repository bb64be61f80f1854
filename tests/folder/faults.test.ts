import { appendFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import type { Owner } from '../../src/domain/partnership.ts';
import { formatFault } from '../../src/folder/format-report.ts';
import type { FolderRead, ReadFolderOptions } from '../../src/folder/read-folder.ts';
import { readFolder } from '../support/a-folder.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const FAULTS = 'tests/folder/faults';

/** Reads one of the folders or workbooks that went wrong. */
const read = (name: string, options?: ReadFolderOptions): Promise<FolderRead> =>
  readFolder(join(FAULTS, name), { today: day('2022-10-12'), ...options });

/** Bracken with one file as people really have it. */
async function brackenWith(file: string, content: string | Buffer): Promise<FolderRead> {
  const folder = await emptyFolder();
  await cp(join(FAULTS, 'bracken'), folder, { recursive: true });
  await writeFile(join(folder, file), content);
  return readFolder(folder, { today: day('2022-10-12') });
}

const HEADER = 'ref,title,owner_agency,raised_on,due_on,status';
const withActions = (...rows: string[]) =>
  brackenWith('actions.csv', `${[HEADER, ...rows].join('\n')}\n`);

const faultsOf = ({ faults }: FolderRead) => faults.map(formatFault);
const notesOf = ({ notes }: FolderRead) => notes.map(formatFault);
const actionsOf = ({ records }: FolderRead) => records?.actions ?? [];
const refsOf = (each: FolderRead) => actionsOf(each).map(({ ref }) => ref);
const ownersOf = (each: FolderRead): Owner[] => actionsOf(each).map(({ owner }) => owner);
const marksOf = ({ records }: FolderRead) =>
  records?.attendance.map((each) => `${each.meetingId} ${each.agency} ${each.attended}`);

describe('bracken as it is', () => {
  it('is read without a fault and without a word', async () => {
    const bracken = await read('bracken');
    expect([faultsOf(bracken), notesOf(bracken)]).toEqual([[], []]);
    expect(refsOf(bracken)).toEqual(['BR-001', 'BR-002', 'BR-003', 'BR-004']);
  });
});

describe('an encoding of a spreadsheet', () => {
  it('may be Windows-1252, which is said', async () => {
    const cp1252 = await read('a03-cp1252');
    expect(faultsOf(cp1252)).toEqual([]);
    expect(notesOf(cp1252)).toEqual([
      'actions.csv: is not UTF-8; it was read as Windows-1252, the older encoding of Excel',
    ]);
    expect(actionsOf(cp1252)[0]?.title).toBe('Send the “day in the life” report – £500 agreed');
  });

  it.each(['utf-16le', 'utf-16be'])(
    'may be %s, with a byte-order mark or without',
    async (name) => {
      for (const mark of ['\uFEFF', '']) {
        const text = `${mark}${HEADER}\nBR-001,Send £500 – “now”,BCON,2022-04-20,2022-11-01,open\n`;
        const little = Buffer.from(text, 'utf16le');
        const utf16 = await brackenWith(
          'actions.csv',
          name === 'utf-16le' ? little : little.swap16(),
        );
        expect(faultsOf(utf16)).toEqual([]);
        expect(actionsOf(utf16)[0]?.title).toBe('Send £500 – “now”');
      }
    },
  );

  it('was wrong once, and what that broke is put right', async () => {
    const broken = await withActions('BR-001,Childâ€™s plan â€“ cafÃ© Â£500,BCON,,,open');
    expect(actionsOf(broken)[0]?.title).toBe('Child’s plan – café £500');
    expect(notesOf(broken)[0]).toMatch(/^actions.csv: had characters broken by an earlier/);
  });

  it('may be that of our own export, opened by Excel and saved again', async () => {
    const saved = await read('a05-excel-resaved');
    expect(faultsOf(saved)).toEqual([]);
    expect(actionsOf(saved)).toEqual(actionsOf(await read('bracken')));
    expect(notesOf(saved)).toEqual([
      'actions.csv:2 raised_on: “20/04/2022” was read as 2022-04-20 (4 rows)',
      'actions.csv:2 due_on: “30/09/2022” was read as 2022-09-30 (4 rows)',
    ]);
  });
});

describe('columns', () => {
  it('may be separated by what a line says, or by what stands between them', async () => {
    const bracken = actionsOf(await read('bracken'));
    expect(actionsOf(await read('a15-sep'))).toEqual(bracken);
    const rows = 'BR-001;"One; two, three";BCON;2022-04-20;2022-11-01;open\n';
    for (const [declared, separator] of [
      ['', ';'],
      ['sep=;\r\n', ';'],
      ['"sep=\t"\n', '\t'],
      ['', '\t'],
    ] as const) {
      const text = `${HEADER.replaceAll(',', separator)}\n${rows.replaceAll(/;(?! )/g, separator)}`;
      const separated = await brackenWith('actions.csv', declared + text);
      expect(faultsOf(separated)).toEqual([]);
      expect(actionsOf(separated)[0]).toMatchObject({ title: 'One; two, three', status: 'open' });
    }
  });

  it('names the line as an editor counts it below a line that says what separates', async () => {
    const wrong = await brackenWith('actions.csv', 'sep=,\nref,title,status\nA-1,,open\n');
    expect(faultsOf(wrong)).toEqual(['actions.csv:3 title: is empty']);
  });

  it('may be in capitals or with spaces', async () => {
    const bracken = actionsOf(await read('bracken'));
    expect(actionsOf(await read('a16-heads'))).toEqual(bracken);
    const shouted = await brackenWith(
      'agencies.csv',
      'ID,NAME,Also Known As,Kind\nBCC,Council,,Statutory\nBCON,Police,,STATUTORY\nCCG,Health,,statutory\nSCH,Schools,,Relevant\nBU,Unit,,attendee\n',
    );
    expect(faultsOf(shouted)).toEqual([]);
    const spaced = await brackenWith(
      'groups.csv',
      ' Id , Name ,Kind,Reports-To,Meets every weeks\nEXEC,Board,board,,8\nQA,Quality,sub-group,EXEC,6\n',
    );
    expect(faultsOf(spaced)).toEqual([]);
    expect(spaced.records?.groups[1]).toMatchObject({ reportsTo: 'EXEC', meetsEveryWeeks: 6 });
  });

  it('may stand below a title, an empty line or a second header', async () => {
    for (const name of ['a09-title-row', 'a09b-two-headers'])
      expect([refsOf(await read(name)), faultsOf(await read(name))]).toEqual([['BR-001'], []]);
    expect(actionsOf(await read('x06-title.xlsx'))).toEqual(actionsOf(await read('bracken')));
    const row = 'BR-001,One,BCON,2022-04-20,2022-11-01,open';
    const below = await brackenWith(
      'actions.csv',
      `BSCP,,,,,\n"Actions, by owner, as at 12 October",,,,,\n,,,,,\n${HEADER}\n${row}\n`,
    );
    expect([refsOf(below), faultsOf(below)]).toEqual([['BR-001'], []]);
    const split = await brackenWith(
      'actions.csv',
      `Ref,Action,Lead,Dates,,Status\n,,,Date raised,Due date,\n${row}\n`,
    );
    expect(faultsOf(split)).toEqual([]);
    expect(actionsOf(split)[0]).toMatchObject({ raisedOn: '2022-04-20', dueOn: '2022-11-01' });
  });
});

describe('values', () => {
  it('may have no-break spaces and marks that nobody sees', async () => {
    const nbsp = await read('a07-nbsp');
    expect(faultsOf(nbsp)).toEqual([]);
    expect(actionsOf(nbsp)).toMatchObject([
      { ref: 'BR-001', title: 'Do a thing – “now”', owner: { agency: 'BCON' }, status: 'open' },
      { ref: 'BR 002', owner: { agency: 'BCON' }, status: 'in progress' },
    ]);
    const narrow = await withActions(
      'BR-001,One,BCON\u202f,2022\u201104\u201120,1\u00a0November\u00a02022,In\u2007Progress',
    );
    expect(actionsOf(narrow)[0]).toMatchObject({
      raisedOn: '2022-04-20',
      dueOn: '2022-11-01',
      status: 'in progress',
    });
  });

  it('may be in capitals, and the words that people use for them', async () => {
    const log = await read('a11-case');
    expect(Object.fromEntries(actionsOf(log).map(({ ref, status }) => [ref, status]))).toEqual({
      'BR-010': 'open',
      'BR-011': 'in progress',
      'BR-012': 'complete',
      'BR-013': 'complete',
      'BR-014': 'complete',
      'BR-015': 'not started',
      'BR-016': 'in progress',
      'BR-017': 'open',
      'BR-019': 'open',
      'BR-020': 'in progress',
      'BR-021': 'in progress',
      'BR-022': 'withdrawn',
    });
    expect(faultsOf(log)).toEqual([
      'actions.csv:10 status: “Green” is complete for some and on track for others: say what it means here',
      'actions.csv:15 status: is empty',
    ]);
    expect(notesOf(log)).toContain('actions.csv:9 status: “Overdue” was read as open (1 row)');
  });

  it('are said once by a person and then known', async () => {
    const said = { actions: { status: { GREEN: 'complete', Amber: 'blocked' } } };
    const log = await read('a11-case', { mapping: { sheets: {}, columns: {}, values: said } });
    expect(actionsOf(log).find(({ ref }) => ref === 'BR-018')?.status).toBe('complete');
  });

  it('tell what green is where there is a blue, and where the update says that it is done', async () => {
    const colours = await withActions(
      'BR-001,One,BCON,,,Green',
      'BR-002,Two,BCON,,,BLUE',
      'BR-003,Three,BCON,,,amber',
    );
    expect(actionsOf(colours).map(({ status }) => status)).toEqual([
      'in progress',
      'complete',
      'in progress',
    ]);
  });

  it.each([
    ['20.4.22', '2022-04-20'],
    ['20/04/2022', '2022-04-20'],
    ['Wed 20th April 2022', '2022-04-20'],
    ['20-Apr-22', '2022-04-20'],
    ['April 20, 2022', '2022-04-20'],
    ['20/04/2022 10:00', '2022-04-20'],
    ['44671', '2022-04-20'],
    ['Sept 2022', '2022-09-30'],
    ['end of Feb 2024', '2024-02-29'],
  ])('may be a day as people write it: %s', async (written, due) => {
    const dated = await withActions(`BR-001,One,BCON,,"${written}",open`);
    expect(faultsOf(dated)).toEqual([]);
    expect(actionsOf(dated)[0]?.dueOn).toBe(due);
  });

  it.each(['04/20/2022', '31/04/2022', '20/4', 'after Easter'])(
    'are refused for a day that is none: %s',
    async (written) => {
      expect(faultsOf(await withActions(`BR-001,One,BCON,,${written},open`))).toEqual([
        `actions.csv:2 due_on: “${written}” is not a date: write it as YYYY-MM-DD, for example 2021-03-15`,
      ]);
    },
  );

  it.each(['ASAP', 'TBC', 'next meeting', 'Ongoing'])(
    'that are no day are kept in the notes: %s',
    async (written) => {
      const [action] = actionsOf(await withActions(`BR-001,One,BCON,,${written},open`));
      expect(action).toMatchObject({ notes: `due on: ${written}` });
      expect(action).not.toHaveProperty('dueOn');
    },
  );
});

describe('owners', () => {
  it('may be several, everybody, the chair, initials or nobody yet', async () => {
    const joint = await read('a13-joint');
    expect(faultsOf(joint)).toEqual([]);
    const both = { agency: 'BCON', with: ['CCG'] };
    expect(ownersOf(joint)).toEqual([
      both,
      both,
      both,
      { group: 'EXEC' },
      { group: 'EXEC' },
      { person: 'chair' },
      { group: 'EXEC' },
      { agency: 'BU', person: 'bm' },
      {},
    ]);
    expect(actionsOf(joint).at(-1)?.notes).toBe('owner agency: TBC');
  });

  it('are found by name, other name and id, in capitals or not', async () => {
    const names = await read('a14-names');
    expect(faultsOf(names)).toEqual([]);
    expect(ownersOf(names)).toEqual(Array(5).fill({ agency: 'BCON' }));
  });

  it('are found by initials, with an article, as a group, a person of an agency, a chair of a group', async () => {
    const names = await withActions(
      'BR-001,One,the BCC,,,open',
      'BR-002,Two,Audit Group,,,open',
      'BR-003,Three,Police (Detective Lead),,,open',
      'BR-004,Four,QA Chair,,,open',
      'BR-005,Five,"Health, Schools and the council",,,open',
      'BR-006,Six,Children’s Social Care,,,open',
    );
    expect(faultsOf(names)).toEqual([]);
    expect(ownersOf(names)).toEqual([
      { agency: 'BCC' },
      { group: 'QA' },
      { agency: 'BCON', person: 'pol' },
      { agency: 'BCC', person: 'soc' },
      { agency: 'CCG', with: ['SCH', 'BCC'] },
      { agency: 'BCC' },
    ]);
  });

  it('are asked for where two agencies have the name', async () => {
    const alone = await read('d04-two-health');
    expect(faultsOf(alone)).toEqual([]);
    for (const owner of ['health', 'Police / Health']) {
      const folder = await emptyFolder();
      await cp(join(FAULTS, 'd04-two-health'), folder, { recursive: true });
      await writeFile(join(folder, 'actions.csv'), `${HEADER}\nBR-001,One,${owner},,,open\n`);
      const [asked] = faultsOf(await readFolder(folder));
      expect(asked).toMatch(
        /^actions\.csv:2 owner_agency: “health” is a name of NHS Brackenshire CCG and of NHS Brackenshire Integrated Care Board: say which is meant$/i,
      );
    }
  });

  it('are those of the exact id where another differs in a dash alone', async () => {
    const folder = await emptyFolder();
    await cp(join(FAULTS, 'bracken'), folder, { recursive: true });
    const others = 'B-CON,Works,,relevant\nB.CON,Contractor,,relevant\n';
    const rows = [
      'BR-001,One,B.CON,,,open',
      'BR-002,Two,B-CON,,,open',
      'BR-003,Three,b con,,,open',
    ];
    await appendFile(join(folder, 'agencies.csv'), others);
    await writeFile(join(folder, 'actions.csv'), `${[HEADER, ...rows].join('\n')}\n`);
    const near = await readFolder(folder);
    expect(ownersOf(near)).toEqual([{ agency: 'B.CON' }, { agency: 'B-CON' }]);
    expect(faultsOf(near)).toContain(
      'actions.csv:4 owner_agency: “b con” is a name of Works and of Contractor: say which is meant',
    );
  });

  it('of a year in which one agency became another are each their own', async () => {
    const year = await read('d01-icb');
    expect(faultsOf(year)).toEqual([]);
    expect(marksOf(year)).toEqual(
      expect.arrayContaining(['EXEC-2 CCG present', 'EXEC-3 ICB present']),
    );
  });
});

describe('references', () => {
  it('keep their spelling', async () => {
    const refs = await read('a22-refs');
    expect(refsOf(refs)).toEqual(
      '1|1.1|1.10|01/22|SCP#12|A\\1|5(a)|Action 3|Réf-1|a?b|x!y|%2F|2022-10-12|NONE'
        .split('|')
        .map((ref) => ref.replace('!', '|')),
    );
    expect(faultsOf(refs)).toEqual([
      'actions.csv:15 ref: “none” cannot be an id',
      'actions.csv:17 ref: is longer than 100 characters',
    ]);
  });
});

describe('attendance', () => {
  it('may have its agencies down and its meetings across', async () => {
    const wide = await read('b01-wide-attendance');
    expect(faultsOf(wide)).toEqual([]);
    expect(marksOf(wide)).toEqual([
      'EXEC-1 BCON present',
      'EXEC-1 CCG present',
      'EXEC-1 SCH present',
      'EXEC-2 BCON deputy',
      'EXEC-2 CCG present',
      'EXEC-2 SCH absent',
      'EXEC-3 BCON present',
      'EXEC-3 CCG present',
      'EXEC-3 SCH present',
    ]);
    expect(wide.records?.attendance[0]?.person).toBe('pol');
    expect(wide.records?.attendance[3]?.deputyFor).toBe('pol');
    expect(notesOf(wide)).toContain(
      'attendance.csv: SCH has several rows: for each meeting the best of them counts',
    );
  });

  it('may have ids across, a title above and sums below, and asks for a meeting that is not there', async () => {
    const wide = await brackenWith(
      'attendance.csv',
      'Executive attendance 2022-23,,,,\nOrganisation,EXEC-1,15th June 2022,1.7.22,Total\nPolice,✓,apols,✓,2\nThe Council,Yes,DNA,,1\nTotal,2,0,1,3\n',
    );
    expect(marksOf(wide)).toEqual([
      'EXEC-1 BCON present',
      'EXEC-1 BCC present',
      'EXEC-2 BCON apologies',
      'EXEC-2 BCC absent',
    ]);
    expect(faultsOf(wide)).toEqual([
      'attendance.csv:2 1.7.22: there is no meeting on 1.7.22 here: import it first',
    ]);
    expect(notesOf(wide)).toContain('attendance.csv Total: is not a known column, and was ignored');
  });

  it('names its meeting by the exact id where another differs in a dash alone', async () => {
    const bracken = await read('bracken');
    const ids = ['EXEC 1', 'EXEC-1', 'EXEC-2', 'EXEC-3'];
    const rows = ids.map((id, at) => `${id},EXEC,Board,ordinary,2022-0${at + 1}-20T10:00,120,held`);
    const header = 'id,group,title,kind,starts_at,minutes,status';
    const more = await brackenWith('meetings.csv', `${[header, ...rows].join('\n')}\n`);
    expect([faultsOf(more), marksOf(more)]).toEqual([[], marksOf(bracken)]);
  });

  it('may be in letters', async () => {
    const letters = await read('b02-letters');
    expect(faultsOf(letters)).toEqual([]);
    expect(marksOf(letters)).toEqual([
      'EXEC-1 BCC present',
      'EXEC-1 BCON deputy',
      'EXEC-1 CCG apologies',
      'EXEC-1 SCH absent',
      'EXEC-2 BCC present',
      'EXEC-2 BCON deputy',
      'EXEC-2 CCG apologies',
    ]);
    expect(notesOf(letters)).toContain('attendance.csv:9 attended: “-” is no mark; left out');
  });

  it('has an A for absent where apologies are Ap, and asks about an X', async () => {
    const letters = await brackenWith(
      'attendance.csv',
      'Date,Agency,Attendance\n20/04/2022,Police,P\n20/04/2022,Health,Ap\n20/04/2022,Schools,A\n15/06/2022,Schools,x\n',
    );
    expect(marksOf(letters)).toEqual([
      'EXEC-1 BCON present',
      'EXEC-1 CCG apologies',
      'EXEC-1 SCH absent',
    ]);
    expect(faultsOf(letters)).toEqual([
      'attendance.csv:5 Attendance: “X” is present for some and absent for others: say what it means here',
    ]);
  });
});

describe('what a folder leaves open', () => {
  it('is said: a completion still to come, a meeting without register, a priority of another year, a decision of no kind', async () => {
    const folder = await emptyFolder();
    await cp(join(FAULTS, 'bracken'), folder, { recursive: true });
    const write = (file: string, text: string) => writeFile(join(folder, file), text);
    await write('priorities.csv', 'id,year,title\nNEG,2021-22,Neglect\n');
    await write(
      'actions.csv',
      'ref,title,priority,year,status,completed_on\nBR-001,One,NEG,2022-23,complete,2022-12-01\n',
    );
    await write('attendance.csv', 'meeting_id,agency,attended\nEXEC-1,BCC,present\n');
    await write('reviews.csv', 'ref,local_decision\nRR-1,table top review\nRR-2,LCSPR\n');
    const open = await readFolder(folder, { today: day('2022-10-12') });
    expect(faultsOf(open)).toEqual([]);
    expect(notesOf(open)).toEqual([
      'reviews.csv:2 local_decision: “table top review” is no decision that Convenor knows; it is kept as the outcome, as it was written, and counted as no decision',
      'actions.csv:2 completed_on: 2022-12-01 is still to come: was the action completed?',
      'meetings.csv: held without a register in attendance.csv: EXEC-2, EXEC-3',
      'actions.csv: under a priority that priorities.csv does not have for their year: BR-001',
    ]);
    expect(open.records?.reviews[0]?.localDecision).toBe('table top review');
  });
});
