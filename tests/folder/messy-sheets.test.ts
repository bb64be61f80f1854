import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CheckText } from '../../src/folder/check-rows.ts';
import { brackenRecords, faultsOf, notesOf, readSheet } from '../support/bracken-sheets.ts';

const csv = (...rows: string[]) => rows.join('\r\n');

/** A workbook of one sheet whose parts are written by hand, as no library of ours writes colours or comments. */
function workbook(
  rows: readonly (readonly string[])[],
  {
    colours = {},
    hidden = '',
    comments = 0,
  }: { colours?: Record<string, string>; hidden?: string; comments?: number } = {},
): Uint8Array {
  const fills = [...new Set(Object.values(colours))];
  const cell = (text: string, at: number, row: number) => {
    const ref = `${String.fromCharCode(65 + at)}${row + 1}`;
    const style = colours[ref] ? ` s="${fills.indexOf(colours[ref]) + 1}"` : '';
    return text
      ? `<c r="${ref}" t="inlineStr"${style}><is><t>${text}</t></is></c>`
      : `<c r="${ref}"${style}/>`;
  };
  const data = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((text, column) => cell(text, column, at)).join('')}</row>`,
  );
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (entries: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
  const solid = fills.map(
    (rgb) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`,
  );
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': rels(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Log" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': `<styleSheet ${main}><fills count="${fills.length + 1}"><fill><patternFill patternType="none"/></fill>${solid.join('')}</fills><cellXfs count="${fills.length + 1}"><xf fillId="0"/>${fills.map((_, at) => `<xf fillId="${at + 1}" applyFill="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>${hidden && `<cols><col min="${hidden}" max="${hidden}" hidden="1"/></cols>`}<sheetData>${data.join('')}</sheetData></worksheet>`,
    ...(comments > 0 && {
      'xl/worksheets/_rels/sheet1.xml.rels': rels(
        `<Relationship Id="rId1" Type="${office}/comments" Target="../comments1.xml"/>`,
      ),
      'xl/comments1.xml': `<comments ${main}><commentList>${'<comment ref="B2"><text><t>x</t></text></comment>'.repeat(comments)}</commentList></comments>`,
    }),
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

const HEADS = ['Ref', 'Action', 'Owner', 'Due', 'RAG'];
const ROWS = ['1/11/2022', '2/11/2022', '3/11/2022'].map((due, at) => [
  `C${at + 1}`,
  'Audit the returns',
  'Police',
  due,
  '',
]);
const statusOf = ({ records }: Awaited<ReturnType<typeof readSheet>>) =>
  records?.actions.map(({ status }) => status);

describe('a colour without a word', () => {
  it('is read as its name, and a green is asked', async () => {
    const colours = { E2: 'FF0000', E3: 'FFC000', E4: '00B050' };
    const read = await readSheet('log.xlsx', workbook([HEADS, ...ROWS], { colours }));
    expect(statusOf(read)).toEqual(['open', 'in progress']);
    expect(faultsOf(read).join()).toMatch(/“Green” is complete for some and on track for others/);
    expect(notesOf(read)).toContain(
      'log.xlsx sheet Log: has 3 cells that say how far something is by colour alone; the name of the colour was read there',
    );
  });

  it('may be blue for what is done', async () => {
    const colours = { E2: '0070C0', E3: '92D050', E4: 'FF0000' };
    const read = await readSheet('log.xlsx', workbook([HEADS, ...ROWS], { colours }));
    expect(statusOf(read)).toEqual(['complete', 'in progress', 'open']);
  });

  it('says nothing in a grey, in a cell with a word, or in a column of something else', async () => {
    const rows = ROWS.map((row) => [...row.slice(0, 4), 'Closed', '']);
    const colours = { E2: 'FF0000', E3: 'D9D9D9', F2: 'FF0000', F3: 'FFC000' };
    const read = await readSheet('log.xlsx', workbook([[...HEADS, 'Notes'], ...rows], { colours }));
    expect(statusOf(read)).toEqual(['complete', 'complete', 'complete']);
    expect(read.records?.actions.every(({ notes }) => notes === undefined)).toBe(true);
  });
});

describe('what a workbook has beside its cells', () => {
  it.each([
    [
      { hidden: '3', comments: 1 },
      'has 1 hidden column; it was read too',
      'has 1 comment on a cell, not read: write what matters into a column',
    ],
    [
      { hidden: '4', comments: 2 },
      'has 1 hidden column; it was read too',
      'has 2 comments on its cells, not read: write what matters into a column',
    ],
  ])('is named: %o', async (beside, ...said) => {
    const notes = notesOf(await readSheet('log.xlsx', workbook([HEADS, ...ROWS], beside)));
    for (const each of said) expect(notes).toContain(`log.xlsx sheet Log: ${each}`);
  });
});

describe('a second table on a sheet', () => {
  it.each([
    ['Ref,Action,Owner,Due,Date completed', 'Z1,Write to GPs,CCG,1/7/22,5/7/22'],
    ['Ref,Action required,Owner,Closed on,Outcome', 'Z1,Write to GPs,CCG,5/7/22,Sent'],
  ])('is named with its headings, and read in no wrong columns: %s', async (heads, row) => {
    const read = await readSheet(
      'log.csv',
      csv(
        'Ref,Action,Owner,Due,Status',
        'Y1,Map training,Police,1/11/22,Open',
        ',,,,',
        heads,
        row,
        row.replace('Z1', 'Z2'),
      ),
    );
    expect(read.records?.actions.map(({ ref }) => ref)).toEqual(['Y1']);
    expect(faultsOf(read)).toEqual([
      `log.csv:4: begins another table (${heads.split(',').join(', ')}), and the 2 rows below it were left out: put that table on a sheet of its own, and send it as a file of its own`,
    ]);
  });

  it('is none where the header stands there again', async () => {
    const read = await readSheet(
      'log.csv',
      csv(
        'Ref,Action,Owner,Due,Status',
        'Y1,Map training,Police,1/11/22,Open',
        'Ref,Action,Owner,Due,Status',
        'Y2,Map trainers,Police,1/11/22,Open',
      ),
    );
    expect(read.records?.actions.map(({ ref }) => ref)).toEqual(['Y1', 'Y2']);
  });
});

describe('attendance by months', () => {
  const marks = async (text: string) => {
    const stored = { attendance: [] };
    const read = await readSheet('Attendance.csv', text, { stored });
    const told = read.records?.attendance.map(
      ({ meetingId, agency, attended }) => `${meetingId} ${agency} ${attended}`,
    );
    return { read, told };
  };

  it('has the one meeting of each month, which is said, and its own key', async () => {
    const { read, told } = await marks(
      csv(
        'Executive Board attendance 2022/23',
        'Agency,Apr,June,Aug',
        'Police,P,A,P',
        'Schools,X,Ap,P',
        '"Key: P = present, A = apologies, X = absent"',
      ),
    );
    expect(told).toEqual([
      'EXEC-1 BCON present',
      'EXEC-1 SCH absent',
      'EXEC-2 BCON apologies',
      'EXEC-2 SCH apologies',
      'EXEC-3 BCON present',
      'EXEC-3 SCH present',
    ]);
    expect(notesOf(read).join('\n')).toMatch(
      /months were taken for the one meeting in each: Apr is EXEC-1 \(2022-04-20\), June is EXEC-2/,
    );
  });

  it('asks where no meeting was in a month, or none of that year', async () => {
    const none = await marks(csv('Agency,April,September', 'Police,Y,Y'));
    expect(none.told).toEqual(['EXEC-1 BCON present']);
    expect(faultsOf(none.read).join()).toMatch(/there is no meeting on September here/);
    const year = await marks(csv('Board attendance 2020/21', 'Agency,April,June', 'Police,Y,Y'));
    expect(year.told ?? []).toEqual([]);
  });
});

describe('a plan in numbered parts', () => {
  it.each([
    ['1', '1.1', '1.2'],
    ['A', 'A-1', 'A-2'],
  ])('has headings with a number of their own: %s', async (head, ...refs) => {
    const read = await readSheet(
      'Plan.csv',
      csv(
        'Ref,Action,Lead,By,Status',
        `${head},Tackling neglect together,,,`,
        ...refs.map((ref) => `${ref},Launch the toolkit ${ref},Council,1/11/22,Open`),
      ),
    );
    expect(read.records?.actions.map(({ ref, dueOn }) => [ref, dueOn])).toEqual(
      refs.map((ref) => [ref, '2022-11-01']),
    );
    expect(notesOf(read).join('\n')).toContain(`“${head}: Tackling neglect together” stands alone`);
  });

  it('says what a 1.10 that became 1.1 needs', async () => {
    const read = await readSheet(
      'Plan.csv',
      csv(
        'Ref,Action,Lead,By,Status',
        '1.1,Launch,Council,1/11/22,Open',
        '1.1,Review,Council,1/11/22,Open',
      ),
    );
    expect(faultsOf(read).join()).toMatch(/where one was to be 1\.10, write it as text/);
  });
});

describe('an officer of whom only the agency is known', () => {
  it.each([
    'DCI Smith (BCON)',
    'Det Supt O’Neill (Police)',
    'Dr Ade (health)',
    'Jane Doe (Police)',
  ])('is kept in the notes: %s', async (owner) => {
    const checkText: CheckText = () => undefined;
    const read = await readSheet(
      'log.csv',
      csv('Ref,Action,Action owner,Due,Status', `O1,Send it,${owner},1/11/22,Open`),
      { checkText },
    );
    expect(faultsOf(read)).toEqual([]);
    const [action] = read.records?.actions ?? [];
    expect(action?.owner).toEqual({ agency: /health/.test(owner) ? 'CCG' : 'BCON' });
    expect(action?.notes).toBe(`Action owner: ${owner}`);
  });

  it('is asked where the agency is not known, or several are named', async () => {
    for (const owner of ['DCI Smith (BTP)', 'DCI Smith (Police / CCG)'])
      expect(
        faultsOf(
          await readSheet(
            'log.csv',
            csv('Ref,Action,Owner,Due,Status', `O1,Send it,${owner},1/11/22,Open`),
          ),
        ),
      ).toHaveLength(1);
  });
});

describe('a column known by its words', () => {
  it('may be an update that says how far something is', async () => {
    const read = await readSheet(
      'log.csv',
      csv(
        'Ref,Action,Org,By,Progress',
        'P1,Audit one,Police,2022.11.01,ongoing',
        "P2,Audit two,CCG,'1.11.22,Complete – 3/10/22",
        'P3,Audit three,CCG,2022/11/01,50%',
      ),
    );
    expect(faultsOf(read)).toEqual([]);
    expect(read.records?.actions.map(({ status, dueOn }) => [status, dueOn])).toEqual([
      ['in progress', '2022-11-01'],
      ['complete', '2022-11-01'],
      ['in progress', '2022-11-01'],
    ]);
  });

  it('stays an update where it tells more', async () => {
    const read = await readSheet(
      'log.csv',
      csv(
        'Ref,Action,Owner,Due,Progress',
        'P1,Audit one,Police,1/11/22,Ongoing and to be shared with the board in May',
        'P2,Audit two,CCG,1/11/22,Drafted',
      ),
    );
    expect(read.records?.actions.map(({ status }) => status)).toEqual(['open', 'open']);
    expect((await brackenRecords()).actions).toHaveLength(4);
  });
});
