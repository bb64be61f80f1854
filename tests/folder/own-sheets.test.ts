import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { day } from '../../src/domain/dates.ts';
import type { Priority } from '../../src/domain/partnership.ts';
import type { Risk } from '../../src/domain/risk.ts';
import { riskStore } from '../../src/features/risks/store.ts';
import { CORE_FILES } from '../../src/folder/core-files.ts';
import { formatProposals } from '../../src/folder/format-proposal.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { NO_MAPPING } from '../../src/folder/mapping/mapping.ts';
import { parseMapping } from '../../src/folder/mapping/parse-mapping.ts';
import type { FolderRead } from '../../src/folder/read-folder.ts';
import { readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { FAULTS, faultsOf, notesOf, readSheet } from '../support/bracken-sheets.ts';

const NEGLECT: Priority = {
  id: 'NEG',
  year: '2022-23',
  number: 1,
  title: 'Neglect',
  alsoKnownAs: [],
  objectives: [],
};

const actionsOf = ({ records }: FolderRead): readonly Action[] => records?.actions ?? [];
const pick = <Key extends keyof Action>(read: FolderRead, ...keys: Key[]) =>
  actionsOf(read).map((action) => keys.map((key) => action[key]));

describe('two spellings of one reference in one file', () => {
  it.each(['z2', 'Z-02', 'Z 2', 'Z‑2'])('are one: “%s” needs a person', async (ref) => {
    const read = await readSheet(
      'Log.csv',
      `Ref,Action,Lead,Status\nZ2,Share the return,Police,Open\n${ref} ,Train heads,Police,Open\n`,
    );
    expect(actionsOf(read).map((action) => action.ref)).toEqual(['Z2']);
    expect(faultsOf(read)).toEqual([
      `Log.csv:3 ref: “${ref}” is “Z2” of line 2 in another spelling: make one row of them, or give this one a reference of its own`,
    ]);
  });

  it('are one of risks too, and numbers stay apart', async () => {
    const risks = await readSheet(
      'Risks.csv',
      'Ref,Risk,Owner,Likelihood,Impact\nR1,Loss,Police,3,3\nr-01,Late,Police,3,3\n',
    );
    expect(faultsOf(risks)).toHaveLength(1);
    const numbers = await readSheet(
      'Log.csv',
      'Ref,Action,Lead,Status\n1.1,One,Police,Open\n1.10,Two,Police,Open\n11,Three,Police,Open\n',
    );
    expect([faultsOf(numbers), actionsOf(numbers).length]).toEqual([[], 3]);
  });
});

describe('a day without a year', () => {
  const HEAD = 'Ref,Action,Lead,By when,Status';
  const due = async (written: string, status = 'Open') =>
    actionsOf(await readSheet('Log.csv', `${HEAD}\n1,One,Police,${written},${status}\n`))[0]?.dueOn;

  it('is the coming one where it is due, and the last one of what is done', async () => {
    for (const written of ['May 31', '31 May', '31st May', '31-May', 'Wed 31 May', '31 of May'])
      expect([written, await due(written)]).toEqual([written, '2023-05-31']);
    expect(await due('12 October')).toBe('2022-10-12');
    expect(await due('29 Feb')).toBe('2024-02-29');
    expect(await due('31 May', 'Closed')).toBe('2022-05-31');
    expect(await due('31 June')).toBeUndefined();
  });

  it('is a month of a year where the number can be one, and no other day says otherwise', async () => {
    expect([await due('May 23'), await due('Sept-22')]).toEqual(['2023-05-31', '2022-09-30']);
    const read = await readSheet(
      'Log.csv',
      `${HEAD}\n1,One,Police,May 23,Open\n2,Two,Police,May 31,Open\n3,Three,Police,Sept-23,Open\n`,
    );
    expect(actionsOf(read).map(({ dueOn }) => dueOn)).toEqual([
      '2023-05-23',
      '2023-05-31',
      '2023-09-30',
    ]);
  });

  it('is past where it was raised or completed, follows the day of raising, and is said', async () => {
    const read = await readSheet(
      'Log.csv',
      'Ref,Action,Lead,Date raised,By when,Status,Date completed\n1,One,Police,1 Dec,31 May,Closed,3 December\n2,Two,Police,20.4.22,31 May,Open,\n',
    );
    expect(pick(read, 'raisedOn', 'dueOn', 'completedOn')).toEqual([
      ['2021-12-01', '2022-05-31', '2021-12-03'],
      ['2022-04-20', '2022-05-31', undefined],
    ]);
    expect(notesOf(read)).toContain(
      'Log.csv:2 By when: “31 May” was read as 2022-05-31, the year of which is assumed (2 rows)',
    );
  });

  it('names a meeting across, and is asked of the days of a review', async () => {
    const wide = await readSheet('Attendance.csv', 'Agency,20 April,June 15th\nPolice,Y,N\n');
    expect(wide.records?.attendance.map((each) => [each.meetingId, each.attended])).toEqual([
      ['EXEC-1', 'present'],
      ['EXEC-2', 'absent'],
    ]);
    const reviews = await readSheet('reviews.csv', 'ref,year,aware_on\nRR-1,2022-23,31 May\n');
    expect(faultsOf(reviews)[0]).toMatch(/^reviews\.csv:2 aware_on: “31 May” is not a date/);
  });

  it('stays as it is stored when the same file comes again a year later', async () => {
    const { partnerships } = await freshRecords();
    await importFolder(await readFolder(`${FAULTS}/bracken`), partnerships);
    const text = `${HEAD}\n1,One,Police,31 May,Open\n`;
    const later = async (today: string) => {
      const read = await readSheet('Log.csv', text, { today: day(today) });
      await importFolder(read, partnerships);
      const stored = await partnerships.load('bracken');
      return stored?.actions.find(({ ref }) => ref === '1')?.dueOn;
    };
    expect([await later('2022-10-12'), await later('2023-10-12')]).toEqual([
      '2023-05-31',
      '2023-05-31',
    ]);
  });
});

describe('a register of risks', () => {
  const risksOf = ({ records }: FolderRead): readonly Risk[] =>
    (records as unknown as { risks: Risk[] } | undefined)?.risks ?? [];
  const closed = (read: FolderRead) => risksOf(read).map(({ id, closedOn }) => [id, closedOn]);

  it('says which risks are closed, by a status, a day or a heading between its rows', async () => {
    const status = await readSheet(
      'Risks.csv',
      'Ref,Risk,Owner,Likelihood,Impact,Status\nR1,Loss,Police,3,3,Closed\nR2,Late,Police,3,3,Live\nR3,Old,Police,3,3,Closed 3.5.22\nR4,Odd,Police,3,3,Treat\n',
    );
    expect(closed(status)).toEqual([
      ['R1', '2022-10-12'],
      ['R2', undefined],
      ['R3', '2022-05-03'],
    ]);
    expect(notesOf(status)).toContain(
      'Risks.csv:2 Status: “Closed” was read as closed, 2022-10-12, the day of which is assumed (1 row)',
    );
    expect(faultsOf(status)).toEqual([
      'Risks.csv:5 Status: “Treat” says neither that it is open nor that it is closed: say which',
    ]);
    const days = await readSheet(
      'Risks.csv',
      'Ref,Risk,Owner,Likelihood,Impact,Date closed\nR1,Loss,Police,3,3,3.5.22\nR2,Late,Police,3,3,\n',
    );
    expect(closed(days)).toEqual([
      ['R1', '2022-05-03'],
      ['R2', undefined],
    ]);
    const heading = await readSheet(
      'Risks.csv',
      'Ref,Risk,Owner,Likelihood,Impact\nOpen risks,,,,\nR1,Loss,Police,3,3\nClosed risks,,,,\nR2,Late,Police,3,3\n',
    );
    expect(closed(heading)).toEqual([
      ['R1', undefined],
      ['R2', '2022-10-12'],
    ]);
  });

  it('keeps the day on which a risk was found closed when it is imported again', async () => {
    const { partnerships } = await freshRecords();
    await importFolder(await readFolder(`${FAULTS}/bracken`), partnerships);
    const text = 'Ref,Risk,Owner,Likelihood,Impact,Status\nR1,Loss,Police,3,3,Closed\n';
    for (const today of ['2022-10-12', '2022-11-12']) {
      const read = await readSheet('Risks.csv', text, { today: day(today) });
      const { kept } = await importFolder(read, partnerships);
      expect(kept).toEqual([]);
      const [risk] = (await partnerships.list('bracken', riskStore as never)) as Risk[];
      expect(risk?.closedOn).toBe('2022-10-12');
    }
  });

  it('has a status of its own kind left out, as a colour that says how bad a risk is', async () => {
    const read = await readSheet(
      'Risks.csv',
      'Ref,Risk,Owner,Likelihood,Impact,Status\nR1,Loss,Police,3,3,Amber\nR2,Late,Police,3,3,Red\n',
    );
    expect(closed(read)).toEqual([
      ['R1', undefined],
      ['R2', undefined],
    ]);
    expect(notesOf(read)).toContain('Risks.csv Status: is not a known column, and was ignored');
  });

  it.each([
    [
      'two header rows',
      'Ref,Risk,Owner,Inherent,,,Residual,,\n,,,Likelihood,Impact,Score,Likelihood,Impact,Score\nR1,Loss,Police,5,4,20,3,2,6\n',
    ],
    [
      'prefixed names',
      'Ref,Risk,Owner,Residual likelihood,Residual impact,Inherent likelihood,Inherent impact\nR1,Loss,Police,3,2,5,4\n',
    ],
    [
      'names with what they are of behind',
      'Ref,Risk,Owner,Likelihood (gross),Impact (gross),Likelihood (net),Impact (net)\nR1,Loss,Police,5,4,3,2\n',
    ],
    [
      'a plain and a current pair',
      'Ref,Risk,Owner,Likelihood,Impact,Current likelihood,Current impact\nR1,Loss,Police,5,4,3,2\n',
    ],
    [
      'a pair before and behind the controls',
      'Ref,Risk,Owner,Likelihood,Impact,Controls,Likelihood,Impact\nR1,Loss,Police,5 - Almost certain,Major (4),Cover,3,2\n',
    ],
  ])('has the score after controls, of %s, and says so of the other', async (_, text) => {
    const read = await readSheet('Risks.csv', text);
    expect(faultsOf(read)).toEqual([]);
    expect(risksOf(read)).toMatchObject([{ id: 'R1', likelihood: 3, impact: 2 }]);
    expect(notesOf(read).join('\n')).toMatch(/is the score before controls, and is not kept/);
  });

  it('has the only score that there is', async () => {
    const read = await readSheet(
      'Risks.csv',
      'Ref,Risk,Owner,Inherent likelihood,Inherent impact,Residual likelihood,Residual impact\nR1,Loss,Police,5,4,,\n',
    );
    expect(risksOf(read)).toMatchObject([{ likelihood: 5, impact: 4 }]);
    expect(notesOf(read)).toContain(
      'Risks.csv:2: has no score after controls; the one before them was taken',
    );
  });
});

describe('a day that was moved', () => {
  it.each([
    ['Timescales,Revised', '31.5.22,30.6.22'],
    ['Original due date,Due date', '31.5.22,30.6.22'],
    ['Due date,Extended to', '31.5.22,"31.5.22\n30.6.22"'],
    ['Original,Revised', '31.5.22,30.6.22'],
    ['By when', '"31.5.22, revised to 30.6.22"'],
    ['By when', '31/5/22 → 30/6/22'],
  ])('is the due day, and the first one is kept: %s', async (headings, days) => {
    const read = await readSheet(
      'Log.csv',
      `Ref,Action,Lead,${headings},Status\n1,One,Police,${days},Open\n`,
    );
    expect(faultsOf(read)).toEqual([]);
    const [action] = actionsOf(read);
    expect(action?.dueOn).toBe('2022-06-30');
    expect(action?.notes).toMatch(/31.5.22/);
  });

  it('was not where nothing or no day stands there', async () => {
    const read = await readSheet(
      'Log.csv',
      'Ref,Action,Lead,Timescales,Revised,Status\n1,One,Police,31.5.22,,Open\n2,Two,Police,31.5.22,TBC,Open\n3,Three,Police,31.5.22,30.6.22,Open\n',
    );
    expect(pick(read, 'dueOn', 'notes')).toEqual([
      ['2022-05-31', undefined],
      ['2022-05-31', 'Revised: TBC'],
      ['2022-06-30', 'Timescales (before it was moved): 31.5.22'],
    ]);
  });
});

describe('names in two columns, or the surname first', () => {
  it.each([
    ['First name,Surname,Organisation', 'Detective,Lead,Council'],
    ['Forename,Last name,Organisation', 'Detective,Lead,Council'],
    ['Surname,First name,Organisation', 'Lead,Detective,Council'],
    ['Name,Surname,Organisation', 'Detective,Lead,Council'],
    ['Name,Organisation,Email', '"Lead, Detective",Council,x'],
  ])('are those of one person: %s', async (headings, cells) => {
    const read = await readSheet('Contacts.csv', `${headings}\n${cells}\n`);
    expect(faultsOf(read)).toEqual([]);
    expect(read.records?.people).toMatchObject([
      { id: 'pol', displayName: 'Detective Lead', agency: 'BCC', roles: ['partner-lead'] },
    ]);
  });

  it('are found as an owner and in an attendance table, and a title behind a name is none', async () => {
    const log = await readSheet(
      'Log.csv',
      'Ref,Action,By whom,Status\n1,One,"Lead, Detective",Open\n',
    );
    expect(actionsOf(log)[0]?.owner).toEqual({ agency: 'BCON', person: 'pol' });
    const contacts = await readSheet(
      'Contacts.csv',
      'Name,Organisation,Email\n"Jo Smith, Chair",Council,x\n',
    );
    expect(contacts.proposals[0]?.waitingRows[0]?.cells.display_name).toBe('Jo Smith, Chair');
  });
});

describe('letters of colours', () => {
  const log = (...letters: string[]) =>
    readSheet(
      'Log.csv',
      `Ref,Action,Lead,By when,RAG\n${letters.map((each, at) => `${at},Thing ${at},Police,,${each}`).join('\n')}\n`,
    );
  const statuses = (read: FolderRead) => actionsOf(read).map(({ status }) => status);

  it('are one reading of the column, said once', async () => {
    const read = await log('R', 'A', 'G', 'B', 'r', 'R/A');
    expect(statuses(read)).toEqual(
      'open|in progress|in progress|complete|open|in progress'.split('|'),
    );
    expect(notesOf(read).filter((note) => note.includes('RAG'))).toEqual([
      'Log.csv:2 RAG: “R, A, G, B, R/A” was read as open, in progress, in progress, complete, in progress (6 rows)',
    ]);
  });

  it('ask what G is once, where there is no blue, and O and C are open and closed', async () => {
    const read = await log('R', 'G', 'A', 'G');
    expect(formatProposals(read)).toContain(
      'Log.csv:3 RAG: “G” is complete for some and on track for others: say what it means here (also in line 5)',
    );
    expect(notesOf(read).join()).not.toContain('“”');
    expect(statuses(await log('O', 'C', 'O'))).toEqual(['open', 'complete', 'open']);
  });

  it('have words beside them that tell', async () => {
    const read = await log('Red – overdue', 'Green (complete)', 'Green - on track', 'Amber');
    expect(statuses(read)).toEqual(['open', 'complete', 'in progress', 'in progress']);
  });

  it('may stand in a column of progress', async () => {
    const read = await readSheet(
      'Log.csv',
      'Ref,Action,Lead,Progress\n1,One,Police,Ongoing\n2,Two,Police,Closed\n',
    );
    expect(statuses(read)).toEqual(['in progress', 'complete']);
  });
});

describe('owners of whom one leads', () => {
  it.each([
    ['"Schools (lead), Police"', 'SCH', 'BCON'],
    ['Police & Health (lead)', 'CCG', 'BCON'],
    ['Lead: Police; support: Health', 'BCON', 'CCG'],
    ['"Health lead, supported by Police"', 'CCG', 'BCON'],
    ['Police – lead / Schools', 'BCON', 'SCH'],
    ['"Health (support), Police (lead)"', 'BCON', 'CCG'],
    ['Police (L) / Health (S)', 'BCON', 'CCG'],
    ['Police with Health', 'BCON', 'CCG'],
  ])('are the one and the others: %s', async (written, agency, other) => {
    const read = await readSheet('Log.csv', `Ref,Action,By whom,Status\n1,One,${written},Open\n`);
    expect(faultsOf(read)).toEqual([]);
    expect(actionsOf(read)[0]?.owner).toEqual({ agency, with: [other] });
  });

  it('are asked for where one is not known, by the name alone', async () => {
    const read = await readSheet(
      'Log.csv',
      'Ref,Action,By whom,Status\n1,One,"Housing (lead), Police",Open\n2,Two,Police (Detective Lead),Open\n',
    );
    expect(read.faults.map(({ cell }) => cell?.written)).toEqual(['Housing']);
    expect(actionsOf(read)[0]?.owner).toEqual({ agency: 'BCON', person: 'pol' });
  });
});

describe('a heading between the rows', () => {
  const log = (...lines: string[]) =>
    readSheet('Log.csv', `Ref,Action,Lead,By when,Status\n${lines.join('\n')}\n`, {
      stored: { priorities: [NEGLECT] },
    });

  it('is a group for the rows below it, not an action', async () => {
    const read = await log(
      'Priority 1: Neglect,,,,',
      '1,One,Police,,Open',
      ',Priority 2: Exploitation,,,',
      '2,Two,Police,,Open',
      'Priority 3,Voice of the child,,,',
      '3,Three,Police,,Open',
      'Completed actions,,,,',
      '4,Four,Police,,',
      '5,Five,Police,,Ongoing',
      'POLICE,,,,',
      '6,Six,,,Open',
      '7,Seven,Schools,,Open',
      'Key: red is overdue,,,,',
    );
    expect(faultsOf(read)).toEqual([]);
    expect(pick(read, 'ref', 'priority', 'source', 'status', 'owner')).toEqual([
      ['1', 'NEG', {}, 'open', { agency: 'BCON' }],
      ['2', undefined, { name: 'Priority 2: Exploitation' }, 'open', { agency: 'BCON' }],
      ['3', undefined, { name: 'Priority 3: Voice of the child' }, 'open', { agency: 'BCON' }],
      ['4', undefined, {}, 'complete', { agency: 'BCON' }],
      ['5', undefined, {}, 'in progress', { agency: 'BCON' }],
      ['6', undefined, {}, 'open', { agency: 'BCON' }],
      ['7', undefined, {}, 'open', { agency: 'SCH' }],
    ]);
    expect(read.proposals[0]?.leftOut.map(({ line }) => line)).toEqual([2, 4, 6, 8, 11, 14]);
  });

  it('is the agency of the contacts below it', async () => {
    const read = await readSheet(
      'Contacts.csv',
      'Name,Organisation,Job title,Email\nSchools,,,\nDetective Lead,,DCI,x\n',
    );
    expect(read.records?.people).toMatchObject([{ id: 'pol', agency: 'SCH' }]);
  });

  it('is no priority where its number and its title do not belong together, and urgency is none', async () => {
    const read = await log('Priority 1: Exploitation,,,,', '1,One,Police,,Open');
    expect(pick(read, 'priority', 'source')).toEqual([
      [undefined, { name: 'Priority 1: Exploitation' }],
    ]);
    const urgent = await readSheet(
      'Log.csv',
      'Ref,Action,Lead,Priority\n1,One,Police,High\n2,Two,Police,Priority 1\n',
      { stored: { priorities: [NEGLECT] } },
    );
    expect(pick(urgent, 'priority', 'notes')).toEqual([
      [undefined, 'Priority: High'],
      ['NEG', undefined],
    ]);
  });
});

describe('a log without references', () => {
  const HEAD = 'Action,Lead,By when,Status';

  it('has some proposed behind the letters that are used here, and is the same when it comes again', async () => {
    const { partnerships } = await freshRecords();
    await importFolder(await readFolder(`${FAULTS}/bracken`), partnerships);
    const read = async (...rows: string[]) => {
      const stored = await partnerships.load('bracken');
      return readSheet('Log.csv', `${[HEAD, ...rows].join('\n')}\n`, { stored: stored ?? {} });
    };
    const rows = ['Share the return,Police,,Open', 'Train heads,Police,,Open'];
    const first = await read(...rows);
    expect(notesOf(first)).toContain(
      'Log.csv: has no references: 2 new rows will be BR-005 to BR-006',
    );
    await importFolder(first, partnerships);
    const again = await read('Ask the chair,Council,,Open', rows[1] ?? '', rows[0] ?? '');
    expect(notesOf(again)).toEqual(
      expect.arrayContaining([
        'Log.csv: has no references: 1 new row will be BR-007',
        'Log.csv: has no references: 2 rows with the title of what is here are BR-006, BR-005',
      ]),
    );
    await importFolder(again, partnerships);
    const after = await partnerships.load('bracken');
    expect(after?.actions.slice(4).map(({ ref, title }) => [ref, title])).toEqual([
      ['BR-005', 'Share the return'],
      ['BR-006', 'Train heads'],
      ['BR-007', 'Ask the chair'],
    ]);
    expect((await importFolder(await read(...rows), partnerships)).kept).toEqual([]);
    expect((await partnerships.load('bracken'))?.actions).toHaveLength(7);
  });

  it('asks whether a row of a similar title is one that is here, and is told', async () => {
    const row = 'Map the neglect training in all schools,Schools,,Open';
    const asked = await readSheet('Log.csv', `${HEAD}\n${row}\nTrain heads,Police,,Open\n`);
    expect(faultsOf(asked)).toEqual([
      'Log.csv:2 ref: “Map the neglect training in all schools” has no reference, and is likely BR-002, “Map neglect training across schools”: say whether it is, or is new',
    ]);
    expect(actionsOf(asked).map(({ ref }) => ref)).toEqual(['BR-005']);
    for (const [said, ref] of [
      ['BR-002', 'BR-002'],
      ['new', 'BR-005'],
    ] as const) {
      const values = { actions: { same_as: { 'Map the neglect training in all schools': said } } };
      const text = JSON.stringify({ values });
      const parsed = parseMapping('mapping.json', text, [...CORE_FILES]);
      const mapping = 'mapping' in parsed ? parsed.mapping : NO_MAPPING;
      const told = await readSheet('Log.csv', `${HEAD}\n${row}\n`, { mapping });
      expect(actionsOf(told).map((action) => action.ref)).toEqual([ref]);
    }
  });

  it('may have two rows of one title, and a register of risks has numbers of its own', async () => {
    const twice = await readSheet('Log.csv', `${HEAD}\nTrain,Police,,Open\nTrain,Schools,,Open\n`);
    expect(actionsOf(twice).map(({ ref }) => ref)).toEqual(['BR-005', 'BR-006']);
    const risks = await readSheet(
      'Risks.csv',
      'Risk,Owner,Likelihood,Impact\nLoss of the analyst,Police,3,3\n',
      { stored: { risks: [] } as never },
    );
    expect(notesOf(risks)).toContain('Risks.csv: has no references: 1 new row will be R-001');
  });

  it('is refused as a file of a whole folder, for nobody knows what is stored', async () => {
    const folder = await smallWith({ 'actions.csv': 'title,owner_agency,status\nOne,POL,open\n' });
    expect(faultsOf(await readFolder(folder))).toEqual([
      'actions.csv:1 ref: this column is missing',
    ]);
  });

  it('with some references has the rows without one wait', async () => {
    const read = await readSheet('Log.csv', `Ref,${HEAD}\n1,One,Police,,Open\n,Two,Police,,Open\n`);
    expect(faultsOf(read)).toEqual(['Log.csv:3 ref: is empty']);
  });
});

describe('a preview on a terminal', () => {
  it('says first what needs a person, then the counts, then what is left out', async () => {
    const read = await readSheet(
      'Log.csv',
      'Ref,Action,Lead,Colour,Status\n1,One,Lighthouse,pink,Open\n2,Two,Lighthouse,pink,Open\n3,Three,Police,,Ongoing\n',
    );
    const told = formatProposals(read);
    const order = ['Needs a person:', 'is read as actions', '3 rows, of', 'Left out:', 'Noted:'];
    expect(order.map((each) => told.indexOf(each))).toEqual(
      order.map((each) => told.indexOf(each)).toSorted((a, b) => a - b),
    );
    expect(told.startsWith('Needs a person:\n')).toBe(true);
    expect(told).toContain(
      'Log.csv:2 Lead: “Lighthouse” is no agency, group or person that is known here: say who is meant (also in line 3)',
    );
    expect(told).toContain('Left out:\n  Log.csv Colour: is not a known column, and was ignored');
  });
});

describe('a file that holds little or much', () => {
  it.each(['', '\n\n,,\n', '\uFEFF'])('may be empty, and says so: %j', async (text) => {
    expect(faultsOf(await readSheet('log.csv', text))).toEqual([
      'log.csv: is empty: send the sheet that has the table, with a row of column names above it',
    ]);
  });

  it('may have signs that no text has, or UTF-16 without a mark', async () => {
    const broken = await readSheet('log.csv', 'Ref,Action,Status\n1,O\0ne,Open\n');
    expect([faultsOf(broken), broken.records]).toEqual([
      ['log.csv: is no text: in Excel, save it as “CSV UTF-8 (Comma delimited)”'],
      undefined,
    ]);
    const text = 'Ref\tAction\tLead\tStatus\n1\tSay “no”\tPolice\tOpen\n';
    const read = await readSheet('log.csv', Buffer.from(text, 'utf16le'));
    expect(actionsOf(read)[0]?.title).toBe('Say “no”');
  });

  it('may have 200 columns, of which those that are not known are one line', async () => {
    const others = Array.from({ length: 196 }, (_, at) => `Colour ${at}`);
    const read = await readSheet(
      'log.csv',
      `Ref,Action,Lead,${others.join()},Status\n1,One,Police,${others.join()},Open\n`,
    );
    expect(actionsOf(read)).toMatchObject([{ ref: '1', status: 'open' }]);
    const told = formatProposals(read);
    expect(told).toContain(
      'log.csv: has 196 columns that are not known, which were ignored: Colour 0, ',
    );
    expect(told).toContain('  and 196 more, which are left out');
    expect(told.split('\n').length).toBeLessThan(20);
  });
});

it('a sheet is warned of what is still to come, has no register, or is of another year', async () => {
  const read = await readSheet(
    'log.csv',
    'Ref,Action,Lead,Status,Date closed,Priority,Year\n1,One,Police,Closed,1.12.22,NEG,2021-22\n',
    { stored: { priorities: [NEGLECT] } },
  );
  expect(notesOf(read)).toEqual(
    expect.arrayContaining([
      'log.csv:2 Date closed: 2022-12-01 is still to come: was the action completed?',
      'log.csv: under a priority that priorities.csv does not have for their year: 1',
    ]),
  );
  const meetings = await readSheet(
    'meetings.csv',
    'id,group,title,kind,starts_at,minutes,status\nQA-1,QA,Audit,ordinary,2022-09-01T10:00,60,held\n',
  );
  expect(notesOf(meetings)).toContain(
    'meetings.csv: held without a register in attendance.csv: QA-1',
  );
});
