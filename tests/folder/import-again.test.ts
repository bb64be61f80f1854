import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ActionStatus } from '../../src/domain/action.ts';
import { changedFields } from '../../src/domain/action-commands.ts';
import { acceptChange } from '../../src/domain/change-event.ts';
import { type Day, day, type LocalTime } from '../../src/domain/dates.ts';
import { omitUndefined } from '../../src/domain/optional.ts';
import { riskStore } from '../../src/features/risks/store.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';

const FILES = {
  'actions.csv': `ref,title,owner_agency,due_on,status,completed_on,impact_evidence,notes,joint_owners
A-1,Share the return,POL,2021-04-01,open,,,first,
A-2,Map the training,DC,,in progress,,,,POL
5(a),Refresh the policy,,2021-05-01,complete,2021-05,read by all,,
`,
  'meetings.csv':
    'id,group,title,kind,starts_at,minutes,status\nM-1,EXEC,Executive,ordinary,2021-04-01T10:00,60,held\nM-2,EXEC,Executive,ordinary,2021-06-01T10:00,60,scheduled\n',
  'attendance.csv': 'meeting_id,agency,attended\nM-1,POL,present\nM-1,DC,absent\n',
  'risks.csv':
    'id,title,likelihood,impact,controls\nR-1,No analyst,4,5,\nR-2,Late audits,3,3,weekly\n',
};
const ACTOR = { by: 'somebody', at: '2021-04-02T09:00:00.000Z', today: day('2021-04-02') };

const text = fc.option(fc.constantFrom('one', 'two; three', 'a line\nand one'), {
  nil: undefined,
});
const someDay = fc.option(fc.constantFrom<Day>(day('2021-04-01'), day('2021-09-30')), {
  nil: undefined,
});
const status = fc.constantFrom<ActionStatus>('open', 'blocked', 'complete', 'withdrawn');
const agency = fc.option(fc.constantFrom('POL', 'DC'), { nil: undefined });
const score = fc.integer({ min: 1, max: 5 });

const change = fc.oneof(
  fc.record({
    kind: fc.constant('action' as const),
    ref: fc.constantFrom('A-1', 'A-2', '5(a)'),
    status,
    dueOn: someDay,
    completedOn: someDay,
    impactEvidence: text,
    notes: text,
    agency,
    verifiedBy: fc.option(fc.constant('chair'), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('meeting' as const),
    id: fc.constantFrom('M-1', 'M-2'),
    startsAt: fc.constantFrom('2021-06-01T10:00' as LocalTime, '2021-07-01T14:00' as LocalTime),
    status: fc.constantFrom('scheduled' as const, 'postponed' as const, 'cancelled' as const),
  }),
  fc.record({
    kind: fc.constant('risk' as const),
    id: fc.constantFrom('R-1', 'R-2'),
    likelihood: score,
    controls: text,
    closedOn: someDay,
  }),
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

async function apply({ actions, meetings, stores }: Records, made: Change): Promise<void> {
  if (made.kind === 'action') {
    const { kind: _, ref, agency: owner, ...parts } = made;
    const found = await actions.find('dale', ref);
    if (!found) throw new Error(`${ref} is gone`);
    const record = omitUndefined({
      ...found.action,
      ...parts,
      owner: omitUndefined({ agency: owner }),
    });
    const changes = changedFields(found.action, record);
    await actions.record(
      'dale',
      { record, event: { ...ACTOR, type: 'updated', changes } },
      found.version,
    );
  } else if (made.kind === 'meeting') {
    const { kind: _, id, ...parts } = made;
    const found = await meetings.find('dale', id);
    if (!found) throw new Error(`${id} is gone`);
    const record = { ...found.meeting, ...parts };
    await meetings.record('dale', { record, event: { ...ACTOR, type: 'moved' } }, found.version);
  } else {
    const { kind: _, id, ...parts } = made;
    await stores('dale')(riskStore).change(id, (risk) =>
      acceptChange(omitUndefined({ ...risk, ...parts }), { type: 'reviewed' }, ACTOR),
    );
  }
}

it('an import leaves alone what the chat changed while it was comparing', async () => {
  const records = await freshRecords();
  await importFolder(await readFolder(await smallWith(FILES)), records.partnerships);
  const rows = FILES['actions.csv'].replace(',in progress,', ',blocked,');
  const again = await readFolder(await smallWith({ ...FILES, 'actions.csv': rows }));
  const meanwhile = (['A-1', 'A-2'] as const).map((ref) => ({
    kind: 'action' as const,
    ref,
    status: 'complete' as const,
    dueOn: undefined,
    completedOn: day('2021-04-01'),
    impactEvidence: undefined,
    notes: 'one' as const,
    agency: 'POL' as const,
    verifiedBy: undefined,
  }));
  const { files, faults } = await importFolder(again, {
    ...records.partnerships,
    async load(partnership) {
      const loaded = await records.partnerships.load(partnership);
      for (const each of meanwhile) await apply(records, each);
      return loaded;
    },
  });
  expect(faults.map(({ column }) => column)).toEqual(['A-2']);
  expect(files.filter(({ written }) => written > 0)).toEqual([]);
  for (const ref of ['A-1', 'A-2'])
    expect((await records.actions.find('dale', ref))?.action.notes).toBe('one');
});

async function everything({ partnerships, actions }: Records) {
  return {
    core: await partnerships.load('dale'),
    risks: await partnerships.list('dale', riskStore),
    histories: await actions.listWithHistory('dale'),
  };
}

it('an import that is done again changes nothing, whatever the chat changed between', async () => {
  const read = await readFolder(await smallWith(FILES));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const records = await freshRecords();
      const first = await importFolder(read, records.partnerships);
      expect(first.faults).toEqual([]);
      for (const each of changes) await apply(records, each);
      const before = await everything(records);
      const again = await importFolder(read, records.partnerships);
      expect(again.files.filter(({ written }) => written > 0)).toEqual([]);
      expect(again.kept).toEqual([]);
      expect(await everything(records)).toEqual(before);
    }),
    { numRuns: 12 },
  );
});
