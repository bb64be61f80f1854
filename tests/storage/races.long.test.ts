import { expect, it } from 'vitest';
import { day, type LocalTime } from '../../src/domain/dates.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { plannedRegister } from '../../src/domain/register.ts';
import { open } from '../../src/domain/register-commands.ts';
import { mark } from '../../src/domain/register-marks.ts';
import { findDecisions } from '../../src/features/decisions/queries.ts';
import { addDecision } from '../../src/features/decisions/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { dice } from '../support/seeded.ts';
import { anAction } from './some-actions.ts';

const HOME = 'north';
const WRITERS = 20;
const TURNS = 8;
const REFS = ['SA-1', 'SA-2', 'SA-3'];
const MEETINGS = ['M-1', 'M-2'];
const today = day('2021-03-15');
const stamp = { by: 'manager', at: '2021-03-15T09:00:00Z' };
const actor = { ...stamp, today };

/** Adds a word to the notes of an action, as somebody does who looks again when somebody else was first. */
async function addToAction({ actions }: Records, ref: string, word: string): Promise<void> {
  for (;;) {
    const stored = await actions.find(HOME, ref);
    if (!stored) throw new Error(`no ${ref}`);
    const action = { ...stored.action, notes: `${stored.action.notes ?? ''} ${word}` };
    const change = { ...stamp, type: 'updated', changes: {} };
    if ((await actions.record(HOME, { record: action, event: change }, stored.version)) === 'saved')
      return;
  }
}

/** The same with the title of a meeting. */
async function addToMeeting({ meetings }: Records, id: string, word: string): Promise<void> {
  for (;;) {
    const stored = await meetings.find(HOME, id);
    if (!stored) throw new Error(`no ${id}`);
    const meeting = { ...stored.meeting, title: `${stored.meeting.title} ${word}` };
    const change = { ...stamp, type: 'moved', changes: {}, operation: word } as const;
    if (
      (await meetings.record(HOME, { record: meeting, event: change }, stored.version)) === 'saved'
    )
      return;
  }
}

function decide({ stores }: Records, id: string): Promise<unknown> {
  const said = {
    what: id,
    options: [],
    authority: 'terms',
    recordedBy: 'manager',
    recordedAt: actor.at,
  };
  return addDecision(stores(HOME, id), { id, group: 'BOARD', decidedOn: today, ...said });
}

function come({ registers }: Records, person: string): Promise<unknown> {
  return registers.change(HOME, 'M-1', (register) =>
    mark(register ?? planned, { person, status: 'here', asGuest: true }, actor),
  );
}

const planned = plannedRegister({ id: 'M-1', group: 'BOARD' }, ['POLICE']);

it('twenty writers with random histories at three instances lose no update of one another', async () => {
  const tablePrefix = freshPrefix();
  const instances = await Promise.all([1, 2, 3].map(() => freshRecords({ tablePrefix })));
  const [first] = instances as [Records];
  await first.actions.save(
    HOME,
    REFS.map((ref) => ({ action: anAction(ref) })),
  );
  const startsAt = '2021-03-15T14:00' as LocalTime;
  const meetings = MEETINGS.map((id): Meeting => {
    return {
      id,
      group: 'BOARD',
      title: '',
      kind: 'ordinary',
      startsAt,
      minutes: 60,
      status: 'scheduled',
    };
  });
  await first.meetings.save(HOME, meetings, [], 'import');
  await first.registers.change(HOME, 'M-1', (register) =>
    open(register ?? planned, ['POLICE'], actor),
  );

  const wanted = {
    action: [] as string[],
    meeting: [] as string[],
    decision: [] as string[],
    mark: [] as string[],
  };
  const histories = Array.from({ length: WRITERS }, async (_, writer) => {
    const roll = dice(writer + 1);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const records = instances[roll(3)] as Records;
      const word = `w${writer}.${turn}`;
      const what =
        (['action', 'action', 'meeting', 'decision', 'mark'] as const)[roll(5)] ?? 'action';
      wanted[what].push(word);
      if (what === 'action') await addToAction(records, REFS[roll(REFS.length)] ?? '', word);
      if (what === 'meeting') await addToMeeting(records, MEETINGS[roll(2)] ?? '', word);
      if (what === 'decision') await decide(records, word);
      if (what === 'mark') await come(records, word);
    }
  });
  await Promise.all(histories);

  const words = (texts: readonly (string | undefined)[]) =>
    texts.join(' ').split(' ').filter(Boolean).sort();
  const actions = await Promise.all(REFS.map((ref) => first.actions.find(HOME, ref)));
  expect(words(actions.map((stored) => stored?.action.notes))).toEqual(wanted.action.sort());
  const stored = await Promise.all(MEETINGS.map((id) => first.meetings.find(HOME, id)));
  expect(words(stored.map((each) => each?.meeting.title))).toEqual(wanted.meeting.sort());
  const decisions = await findDecisions({ store: first.stores(HOME) }, { from: today, to: today });
  expect(decisions.map(({ id }) => id).sort()).toEqual(wanted.decision.sort());
  const register = await first.registers.find(HOME, 'M-1');
  expect(register?.register.marks.map(({ person }) => person).sort()).toEqual(wanted.mark.sort());
  expect((await first.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
});
