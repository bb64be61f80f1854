import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/folder/format-report.ts';
import {
  daleJson,
  readFolder,
  SAMPLE,
  SMALL,
  smallWith,
  writeFolder,
} from '../support/a-folder.ts';
import { emptyFolder } from '../support/empty-folder.ts';

/** What a coordinator is told about a folder, without its own path. */
async function toldAbout(path: string): Promise<string[]> {
  return (await readFolder(path)).faults.map((fault) => formatFault(fault).replace(path, 'FOLDER'));
}

/** What a coordinator is told when the smallest good folder has these files changed. */
async function toldWith(files: Record<string, string | Buffer | undefined>): Promise<string[]> {
  return toldAbout(await smallWith(files));
}

const actionsWith = (row: string) => ({
  'actions.csv': `ref,title,owner_agency,due_on,status\n${row}\n`,
});

describe('a good folder', () => {
  it('is read without a fault: the sample', async () => {
    const { faults, records, rows } = await readFolder(SAMPLE);
    expect(faults).toEqual([]);
    expect(rows).toMatchObject({ actions: 113, attendance: 234, agencies: 19 });
    expect(records?.actions.find(({ ref }) => ref === 'SA-076')).toMatchObject({
      status: 'complete',
      completedOn: '2021-03',
    });
    expect(records?.people.find(({ id }) => id === 'police-partner-lead')?.roles).toEqual([
      'partner-lead',
      'chair:CEB',
    ]);
  });

  it('needs no more than its settings, agencies and groups, and none of the other names for them', async () => {
    const { faults, records } = await readFolder(await smallWith({}));
    expect(faults).toEqual([]);
    expect(records?.agencies[0]).toEqual({
      id: 'POL',
      name: 'Dale Police',
      alsoKnownAs: [],
      kind: 'statutory',
    });
    expect(records?.actions).toEqual([]);
  });

  it('may come from Excel: byte-order mark, Windows line ends, line breaks and semicolons in cells, capitals in file names', async () => {
    const csv =
      '\uFEFFref,title,status,notes\r\nA-1,"Two\r\nlines; one cell",open,"says ""so"""\r\n\r\nA-2, padded ,open,\r\n';
    const { faults, records } = await readFolder(await smallWith({ 'Actions.CSV': csv }));
    expect(faults).toEqual([]);
    expect(records?.actions.map(({ title, notes }) => [title, notes])).toEqual([
      ['Two\nlines; one cell', 'says "so"'],
      ['padded', undefined],
    ]);
  });

  it('keeps columns and files that nobody knows out, and names them', async () => {
    const folder = await smallWith({
      'groups.csv': 'id,name,kind,colour\nEXEC,Executive,board,blue\n',
      'action.csv': 'ref\nA-1\n',
    });
    const { faults, notes, records } = await readFolder(folder);
    expect(faults).toEqual([]);
    expect(notes.map(formatFault)).toEqual([
      'action.csv: is not a file of a partnership folder, and was not read',
      'groups.csv colour: is not a known column, and was ignored',
    ]);
    expect(records?.groups[0]).not.toHaveProperty('colour');
  });

  it('keeps an action of a plan that is not there any more, and says so', async () => {
    const { faults, notes } = await readFolder(
      await smallWith({
        'priorities.csv': 'id,year,title\nNEG,2020-21,Neglect\n',
        'actions.csv': 'ref,title,priority,status\nA-1,One,OLD,open\n',
      }),
    );
    expect(faults).toEqual([]);
    expect(notes.map(formatFault)).toEqual([
      'actions.csv:2 priority: “OLD” is not in priorities.csv; it was kept anyway',
    ]);
  });
});

describe('a row that is refused names file, line, column and reason', () => {
  it('for a date that is no day', async () => {
    expect(await toldWith(actionsWith('A-1,One,POL,2021-02-30,open'))).toEqual([
      'actions.csv:2 due_on: “2021-02-30” is not a date: write it as YYYY-MM-DD, for example 2021-03-15',
    ]);
    expect(await toldWith(actionsWith('A-1,One,POL,03/15/2021,open'))).toEqual([
      'actions.csv:2 due_on: “03/15/2021” is not a date: write it as YYYY-MM-DD, for example 2021-03-15',
    ]);
    expect(await toldWith(actionsWith('A-1,One,POL,9999-12-31,open'))).toEqual([
      'actions.csv:2 due_on: “9999-12-31” is too far off to be counted with: leave it empty where there is no date',
    ]);
  });

  it('for a word that is not one of the known ones', async () => {
    expect(await toldWith(actionsWith('A-1,One,POL,,nearly'))).toEqual([
      'actions.csv:2 status: “nearly” is not one of: open, not started, in progress, blocked, complete, withdrawn',
    ]);
  });

  it('for an empty cell that is needed, below a cell of several lines', async () => {
    expect(await toldWith(actionsWith('A-1,"One\ntwo\nthree",POL,,open\nA-2,,POL,,open'))).toEqual([
      'actions.csv:5 title: is empty',
    ]);
  });

  it('for an agency, group, person or meeting that is not there', async () => {
    expect(await toldWith(actionsWith('A-1,One,POLICE,,open'))).toEqual([
      'actions.csv:2 owner_agency: “POLICE” is not in agencies.csv',
    ]);
    const attendance =
      'meeting_id,agency,attended,person\nM-1,POL,present,\nM-2,POL,present,nobody\n';
    const meetings =
      'id,group,title,kind,starts_at,minutes,status\nM-1,EXEC,Board,ordinary,2021-03-01T14:00,120,held\nM-3,NONE,Board,ordinary,2021-03-01T14:00,120,held\n';
    const people =
      'id,display_name,agency,roles,groups,tenant_id,object_id\nlead,Lead,POL,chair:GONE,EXEC;GONE,t,o\n';
    expect(
      await toldWith({
        'attendance.csv': attendance,
        'meetings.csv': meetings,
        'people.csv': people,
      }),
    ).toEqual([
      'people.csv:2 groups: “GONE” is not in groups.csv',
      'people.csv:2 roles: “GONE” is not in groups.csv',
      'meetings.csv:3 group: “NONE” is not in groups.csv',
      'attendance.csv:3 meeting_id: “M-2” is not in meetings.csv',
      'attendance.csv:3 person: “nobody” is not in people.csv',
    ]);
  });

  it('for a row that names a refused row, pointing there', async () => {
    const agencies = 'id,name,kind\nPOL,Dale Police,statutory\nDC,Dale Council,council\n';
    expect(
      await toldWith({ 'agencies.csv': agencies, ...actionsWith('A-1,One,DC,,open') }),
    ).toEqual([
      'agencies.csv:3 kind: “council” is not one of: statutory, relevant, attendee',
      'actions.csv:2 owner_agency: “DC” was refused in agencies.csv, line 3',
    ]);
  });

  it('for a reference that is there twice, or two people with one account', async () => {
    expect(
      await toldWith(actionsWith('A-1,One,POL,,open\nA-2,Two,POL,,open\nA-1,Three,POL,,open')),
    ).toEqual(['actions.csv:4 ref: is the same as in line 2: each row needs its own']);
    const people =
      'id,display_name,roles,tenant_id,object_id\none,One,member,T,O\ntwo,Two,administrator,t,o\n';
    expect(await toldWith({ 'people.csv': people })).toEqual([
      'people.csv:3 tenant_id and object_id: is the same as in line 2: each row needs its own',
    ]);
  });

  it('for an account of a person that somebody else has, or that is none', async () => {
    const people = (others: string, more = '') => ({
      'people.csv': `id,display_name,roles,tenant_id,object_id,other_identities\none,One,member,T,O,${others}\ntwo,Two,administrator,t,p,${more}\n`,
    });
    expect(await toldWith(people('G/X; h/y'))).toEqual([]);
    const { records } = await readFolder(await smallWith(people('G/X; h/y')));
    expect(records?.people[0]?.otherIdentities).toEqual([
      { tenantId: 'g', objectId: 'x' },
      { tenantId: 'h', objectId: 'y' },
    ]);
    expect(records?.people[1]).not.toHaveProperty('otherIdentities');
    expect(await toldWith(people('T/P'))).toEqual([
      'people.csv:3 tenant_id and object_id: is the same as in line 2: each row needs its own',
    ]);
    expect(await toldWith(people('G/X', 'g/x'))).toEqual([
      'people.csv:3 tenant_id and object_id: is the same as in line 2: each row needs its own',
    ]);
    expect(await toldWith(people('the guest'))).toEqual([
      'people.csv:2 other_identities: “the guest” is not an account: write its tenant_id, a slash and its object_id',
    ]);
  });

  it('for attendance, roles, scores and times that cannot be', async () => {
    expect(
      await toldWith({
        'meetings.csv':
          'id,group,title,kind,starts_at,minutes,status\nM-1,EXEC,Board,ordinary,2021-03-01,two hours,held\n',
        'people.csv': 'id,display_name,roles,tenant_id,object_id\none,One,boss,t,o\n',
        'risks.csv': 'id,title,likelihood,impact\nR-1,Risk,6,0\n',
        'attendance.csv': 'meeting_id,agency,attended\nM-1,POL,here\n',
      }),
    ).toEqual([
      'people.csv:2 roles: “boss” is not one of: administrator, chair, partner-lead, deputy, scrutineer, member, observer, chair:GROUP',
      'meetings.csv:2 starts_at: “2021-03-01” is not a date and time: write it as YYYY-MM-DDTHH:MM, for example 2021-05-12T14:00',
      'meetings.csv:2 minutes: “two hours” is not a whole number from 1 to 1440',
      'attendance.csv:2 attended: “here” is not one of: present, deputy, apologies, absent',
      'risks.csv:2 likelihood: “6” is not a whole number from 1 to 5',
      'risks.csv:2 impact: “0” is not a whole number from 1 to 5',
    ]);
  });

  it('for more cells than columns, and for a text that is longer than anybody reads', async () => {
    expect(await toldWith(actionsWith('A-1,One, two and three,POL,,open'))).toEqual([
      'actions.csv:2: the row has more cells than there are columns: put text with commas into "quotation marks"',
    ]);
    expect(await toldWith(actionsWith(`A-1,${'x'.repeat(10_001)},POL,,open`))).toEqual([
      'actions.csv:2 title: is longer than 10000 characters',
    ]);
  });

  it('for a text that must not be kept', async () => {
    const folder = await smallWith({
      'actions.csv': 'ref,title,status,notes\nA-1,One,open,secret\nA-2,Two,open,fine\n',
    });
    const { faults, records } = await readFolder(folder, {
      checkText: (text) => (text.includes('secret') ? 'looks secret' : undefined),
    });
    expect(faults.map(formatFault)).toEqual(['actions.csv:2 notes: looks secret']);
    expect(records?.actions.map(({ ref }) => ref)).toEqual(['A-2']);
  });

  it('for details of a child or a family in any column, which are not repeated', async () => {
    const folder = await smallWith({
      'groups.csv':
        'id,name,kind,remit\nEXEC,Executive,board,\nCASE,Case of Kayden,group,kayden has a social worker\n',
      'actions.csv':
        'ref,title,status,notes,due_on\nA-1,Visit 943 476 5919,open,,\nA-2,Two,open,"dob 14/02/2016",9434765919\nA-3,Three,open,,\n',
      'people.csv':
        'id,display_name,agency,roles,tenant_id,object_id\nkayden,Kayden Young,POL,member,t,o\n',
    });
    const { faults, records } = await readFolder(folder);
    expect(faults.map(formatFault)).toEqual([
      'groups.csv:3 name: looks like a child’s name. Leave the name out and use the reference of the review or action.',
      'groups.csv:3 remit: looks like a child’s name. Leave the name out and use the reference of the review or action.',
      'actions.csv:2 title: looks like an NHS number. Leave the NHS number out and use the reference of the review or action.',
      'actions.csv:3 due_on: looks like an NHS number. Leave the NHS number out and use the reference of the review or action.',
      'actions.csv:3 notes: looks like a date of birth. Leave the date of birth out and use the reference of the review or action.',
    ]);
    expect(records?.actions.map(({ ref }) => ref)).toEqual(['A-3']);
    expect(records?.people.map(({ displayName }) => displayName)).toEqual(['Kayden Young']);
  });

  it('for nothing in the samples', async () => {
    for (const sample of ['samples/sandwell', 'samples/fenmarsh'])
      expect((await readFolder(sample)).faults).toEqual([]);
  });
});

describe('a file that cannot be read at all stops the import, and says what to do', () => {
  it.each([
    [
      'a folder without agencies',
      { 'agencies.csv': undefined },
      'agencies.csv: is missing: every partnership folder has one',
    ],
    [
      'a folder without settings',
      { 'partnership.json': undefined },
      'partnership.json: is missing: every partnership folder has one',
    ],
    [
      'an empty file',
      { 'actions.csv': '' },
      'actions.csv: the file is empty: it needs at least the row with the column names',
    ],
    [
      'a column that is there twice',
      { 'actions.csv': 'ref,title,status,title\n' },
      'actions.csv:1 title: the column “title” is there twice: remove one',
    ],
    [
      'a column that is missing',
      { 'groups.csv': 'id,name\nEXEC,Executive\n' },
      'groups.csv:1 kind: this column is missing',
    ],
    [
      'what is no text',
      { 'actions.csv': Buffer.from('ref,title,status\nA-1,\0\u0001,open\n') },
      'actions.csv: is no text: in Excel, save it as “CSV UTF-8 (Comma delimited)”',
    ],
    [
      'a quotation mark that is never closed',
      { 'actions.csv': 'ref,title,status\nA-1,One,open\nA-2,"Two,open\nA-3,Three,open\n' },
      'actions.csv:3: a quotation mark is opened or closed in the wrong place in this row',
    ],
  ])('%s', async (_, files: Record<string, string | Buffer | undefined>, told) => {
    const read = await readFolder(await smallWith(files));
    expect(read.faults.map(formatFault)).toContain(told);
    expect(read.records).toBeUndefined();
  });

  it('settings that are not JSON, or not right', async () => {
    const [told] = await toldWith({ 'partnership.json': '{ "id": ' });
    expect(told).toMatch(/^partnership\.json(:\d+)?: is not JSON: /);
    const [placed] = await toldWith({ 'partnership.json': '{\n  "id": "dale",\n  "name" 3\n}' });
    expect(placed).toMatch(/^partnership\.json:3: is not JSON: /);
    const wrong = {
      ...JSON.parse(SMALL['partnership.json'] ?? ''),
      id: 'a/b',
      time_zone: 'London',
      year_start: '13-01',
      statutory_partners: [{ agency: 'POL', voice: 'maybe' }],
    };
    expect(await toldWith({ 'partnership.json': JSON.stringify(wrong) })).toEqual([
      'partnership.json id: may have letters, digits, - and _ only, 50 at most',
      'partnership.json time_zone: is not a time zone such as Europe/London',
      'partnership.json year_start: is not a month and day: write it as MM-DD, for example 04-01',
      'partnership.json statutory_partners.0.voice: “maybe” is not one of: decides, advises',
    ]);
    const noYearHas = '” is not a day that every year has: write one that is, for example 04-01';
    const clock = { id: 'c', from_event: 'e', valid_from: '2024-01-01', source: 's' };
    const days = {
      ...JSON.parse(SMALL['partnership.json'] ?? ''),
      year_start: '02-30',
      clocks: [
        { ...clock, by: '09-31' },
        { ...clock, by: '02-29' },
        { ...clock, by: '00-10' },
        { ...clock, by: '06-30', valid_from: '2024-02-30' },
        { ...clock, months: 1e15 },
        { ...clock, working_days: 1e9 },
      ],
    };
    expect(await toldWith({ 'partnership.json': JSON.stringify(days) })).toEqual([
      `partnership.json year_start: “02-30${noYearHas}`,
      `partnership.json clocks.0.by: “09-31${noYearHas}`,
      `partnership.json clocks.1.by: “02-29${noYearHas}`,
      'partnership.json clocks.2.by: is not a month and day: write it as MM-DD, for example 04-01',
      'partnership.json clocks.3.valid_from: “2024-02-30” is not a date: write it as YYYY-MM-DD, for example 2021-03-15',
      'partnership.json clocks.4.months: is more than 120',
      'partnership.json clocks.5.working_days: is more than 2500',
    ]);
    const long = { ...clock, by: '06-30', source: 'x'.repeat(5_000) };
    expect(
      await toldWith({ 'partnership.json': daleJson({ clocks: Array(7).fill(long) }) }),
    ).toEqual(['partnership.json clocks: is longer than 30000 characters']);
    const backwards = { ...clock, months: 6, valid_to: '2023-12-31' };
    expect(await toldWith({ 'partnership.json': daleJson({ clocks: [backwards] }) })).toEqual([
      'partnership.json clocks.0: ends before it begins: valid_to is earlier than valid_from',
    ]);
    const unknown = {
      ...JSON.parse(SMALL['partnership.json'] ?? ''),
      quorum: [{ group: 'EXEC', all_of: ['NHS'] }],
    };
    expect(await toldWith({ 'partnership.json': JSON.stringify(unknown) })).toEqual([
      'partnership.json quorum: “NHS” is not among the good rows of agencies.csv',
    ]);
  });

  it('a folder that is not there, a file of another type, a folder in the place of a file', async () => {
    expect(await toldAbout('/no/such/folder')).toEqual([
      'FOLDER: there is no folder and no file of this name: check the path',
    ]);
    const folder = await writeFolder({ 'minutes.docx': 'words' });
    expect(await toldAbout(join(folder, 'minutes.docx'))).toEqual([
      'FOLDER: this is neither a folder nor an .xlsx workbook: name the folder that holds partnership.json and the CSV files',
    ]);
    const odd = await smallWith({});
    await mkdir(join(odd, 'actions.csv'));
    expect((await toldAbout(odd))[0]).toMatch(/^actions\.csv: cannot be read: /);
    const secret = join(await writeFolder({ 'secret.csv': 'ref,title\nA-1,One\n' }), 'secret.csv');
    const [linked, piped, twice] = [await smallWith({}), await smallWith({}), await smallWith({})];
    await symlink(secret, join(linked, 'actions.csv'));
    const noPlain =
      'actions.csv: cannot be read: it is no plain file but a folder, a link or the like; put the file itself there';
    expect(await toldAbout(linked)).toEqual([noPlain]);
    execFileSync('mkfifo', [join(piped, 'actions.csv')]);
    expect(await toldAbout(piped)).toEqual([noPlain]);
    await symlink('/dev/zero', join(twice, 'risks.csv'));
    await writeFile(join(twice, 'Agencies.CSV'), 'id,name,kind\nX,X,statutory\n');
    expect(await toldAbout(twice)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^[Aa]gencies\.(csv|CSV): is there twice/),
        expect.stringMatching(/^risks\.csv: cannot be read: it is no plain file/),
      ]),
    );
    expect(await toldAbout(await emptyFolder())).toContain(
      'partnership.json: is missing: every partnership folder has one',
    );
  });

  it('a file of more than 50 MB', async () => {
    const folder = await smallWith({});
    await writeFile(join(folder, 'actions.csv'), Buffer.alloc(51 * 1024 * 1024, 'x'));
    expect(await toldAbout(folder)).toEqual([
      'actions.csv: is 51 MB, and 50 MB is the limit: is it the right file?',
    ]);
  });
});
