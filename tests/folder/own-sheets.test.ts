import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { formatProposals } from '../../src/folder/format-proposal.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import type { FolderRead } from '../../src/folder/read-folder.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { FAULTS, faultsOf, notesOf, readSheet } from '../support/bracken-sheets.ts';

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
      const read = await readSheet('Log.csv', text, { today: today as never });
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
