import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipYear } from '../../src/domain/partnership-year.ts';
import { attendanceSheet } from '../../src/features/attendance/attendance-sheet.ts';
import { type AttendanceFormat, writeAttendance } from '../../src/folder/attendance-file.ts';
import { daleJson } from '../support/a-folder.ts';
import { countedByHand, countedOnCard } from '../support/attendance-by-hand.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';

/** A county that nobody has tuned anything to, without any other names: its executive meets eight times, two of them not. */
const FOLDER: Readonly<Record<string, string>> = {
  'partnership.json': daleJson(),
  'agencies.csv': `id,name,kind
POL,Dale Constabulary,statutory
CO,Dale County Council,statutory
NHS,NHS Dale,statutory
YJ,Dale Youth Justice,relevant
FR,Dale Fire and Rescue,relevant
`,
  'groups.csv':
    'id,name,kind,reports_to\nEXEC,Safeguarding Executive,board,\nQA,Quality Assurance Group,sub-group,EXEC\n',
  'memberships.csv': `group,agency,expectation
EXEC,POL,core
EXEC,CO,core
EXEC,NHS,core
EXEC,YJ,when-required
EXEC,FR,core
`,
  'people.csv': `id,display_name,agency,roles,groups,tenant_id,object_id
manager,Dale Manager,CO,administrator,EXEC,tenant,manager
`,
  'meetings.csv': `id,group,title,kind,starts_at,minutes,status
E0,EXEC,Executive,ordinary,2025-03-13T10:00,90,held
E1,EXEC,Executive,ordinary,2025-04-01T10:00,90,held
E2,EXEC,Executive,ordinary,2025-06-12T10:00,90,held
E3,EXEC,Executive,ordinary,2025-07-10T10:00,90,postponed
E4,EXEC,Executive,extraordinary,2025-07-24T10:00,90,held
E5,EXEC,Executive,ordinary,2025-09-11T10:00,90,held
E6,EXEC,Executive,ordinary,2025-11-13T10:00,90,held
E7,EXEC,Executive,ordinary,2025-12-11T10:00,90,cancelled
E8,EXEC,Executive,ordinary,2026-03-31T10:00,90,held
E9,EXEC,Executive,ordinary,2026-04-01T10:00,90,held
Q1,QA,Quality,ordinary,2025-06-19T10:00,90,held
`,
  'attendance.csv': `meeting_id,agency,attended,person,deputy_for
E0,POL,absent,,
E1,POL,present,,
E2,POL,present,,
E3,POL,absent,,
E4,POL,deputy,,
E5,POL,absent,,
E6,POL,present,,
E8,POL,present,,
E9,POL,absent,,
E1,CO,present,,
E2,CO,present,,
E4,CO,present,,
E5,CO,present,,
E6,CO,present,,
E8,CO,present,,
E5,NHS,present,,
E6,NHS,apologies,,
E8,NHS,deputy,,
E4,YJ,present,,
E8,YJ,apologies,,
Q1,NHS,absent,,
Q1,FR,present,,
`,
};

let bot: Convenor;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convenor-'));
  for (const [name, content] of Object.entries(FOLDER))
    await writeFile(join(folder, name), content);
  bot = await startConvenor({ today: '2026-04-20', folder });
});
afterAll(async () => {
  await bot?.stop();
  await rm(folder, { recursive: true, force: true });
});

const manager = () => bot.person('manager');

describe('the year’s table of a folder made by hand', () => {
  it('is 5 of 6, 2 of 3 and 1 of 2, rounded as published tables are: deputies attend, vacant seats are no absence', async () => {
    const reply = await bot.hears(manager(), 'safeguarding executive attendance last year');
    expect(countedOnCard(reply.lines)).toEqual(
      new Map([
        ['Dale County Council', { share: '6/6', percentage: '100%', byDeputy: 0 }],
        ['Dale Constabulary', { share: '5/6', percentage: '83%', byDeputy: 1 }],
        ['NHS Dale', { share: '2/3', percentage: '67%', byDeputy: 1 }],
        ['Dale Youth Justice', { share: '1/2', percentage: '50%', byDeputy: 0 }],
      ]),
    );
    expect(countedOnCard(reply.lines)).toEqual(
      await countedByHand(folder, 'EXEC', '2025-04-01', '2026-03-31'),
    );
  });

  it('takes in the first and the last day of the year, and lists what was not held', async () => {
    const reply = await bot.hears(manager(), 'attendance at the safeguarding executive 2025-26');
    expect(reply.text).toMatch(
      /^At the 6 meetings of Safeguarding Executive held in 2025-26 agencies attended 14\/17 \(82%\): /,
    );
    expect(reply.lines).toEqual(
      expect.arrayContaining(['Thu 10 July 2025: postponed', 'Thu 11 December 2025: cancelled']),
    );
  });

  it('says of an agency without a seat that it was not expected', async () => {
    const reply = await bot.hears(
      manager(),
      'dale fire and rescue attendance at the safeguarding executive 2025-26',
    );
    expect(reply.text).toBe(
      'Dale Fire and Rescue was expected at none of the meetings of Safeguarding Executive held in 2025-26.',
    );
  });
});

describe('the same as a spreadsheet', () => {
  async function written(format: AttendanceFormat): Promise<string> {
    const directory = await bot.records.directories.find('dale');
    if (!directory) throw new Error('The folder is not stored');
    const sheet = await attendanceSheet(
      directory,
      'EXEC',
      '2025-26' as PartnershipYear,
      bot.records,
    );
    if (!sheet) throw new Error('The executive has no meetings');
    const path = join(await emptyFolder(), `attendance.${format}`);
    await writeAttendance(path, format, sheet);
    return path;
  }

  const TABLE = [
    ['organisation', 'attended', 'meetings', 'percentage', 'by deputy', 'apologies', 'absent'],
    ['Dale County Council', 6, 6, 100, 0, 0, 0],
    ['Dale Constabulary', 5, 6, 83, 1, 0, 1],
    ['NHS Dale', 2, 3, 67, 1, 1, 0],
    ['Dale Youth Justice', 1, 2, 50, 0, 1, 0],
  ];

  it('is a workbook with numbers to calculate with, its basis, and a sheet of the meetings', async () => {
    const [table, meetings] = await readWorkbook(await written('xlsx'));
    expect(table?.data.slice(0, 5)).toEqual(TABLE);
    expect(table?.data.at(-1)?.[0]).toMatch(/a deputy counts as attending/);
    expect(meetings?.data[3]).toEqual([
      '2025-07-10',
      'ordinary',
      'postponed',
      null,
      'absent',
      null,
      null,
    ]);
    expect(meetings?.data).toHaveLength(9);
  });

  it('is a CSV file that reads the same', async () => {
    const rows: string[][] = parse(await readFile(await written('csv')), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    expect(rows.slice(0, 5)).toEqual(TABLE.map((cells) => cells.map(String)));
    expect(rows[5]?.slice(0, 4)).toEqual(['day', 'kind', 'status', 'Dale County Council']);
    expect(rows.at(-1)?.[0]).toMatch(/a deputy counts as attending/);
  });
});
