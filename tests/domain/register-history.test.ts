import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { quorumSnapshot } from '../../src/domain/quorum-snapshot.ts';
import {
  attendingAgencies,
  type Mark,
  notOnRegister,
  plannedRegister,
  type Register,
  type RegisterChange,
  registerGuests,
  registerSeats,
} from '../../src/domain/register.ts';
import {
  close,
  closingLines,
  correct,
  invite,
  markAll,
  notePresence,
  open,
  proceed,
  vacate,
} from '../../src/domain/register-commands.ts';
import { mark, type NewMark } from '../../src/domain/register-marks.ts';

const stamp = { by: 'manager', at: '2021-05-12T13:00:00Z' };
const actor = { ...stamp, today: day('2021-05-12') };
const CORE = ['POLICE', 'HEALTH', 'COUNCIL'];
type Outcome = { ok: true; value: RegisterChange } | { ok: false; refusal: string };
const planned = plannedRegister({ id: 'B1', group: 'BOARD' }, CORE);
const done = (outcome: Outcome): RegisterChange => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const refusal = (outcome: Outcome) => (outcome.ok ? undefined : outcome.refusal);
const opened = () => done(open(planned, CORE, actor)).record;
const closed = () => done(close(opened(), actor)).record;
const here = (
  person: string,
  agency: string | undefined,
  more: Partial<NewMark> = {},
): NewMark => ({
  person,
  ...(agency && { agency }),
  status: 'here',
  ...more,
});
const marked = (register: Register, ...wanted: NewMark[]) =>
  done(markAll(register, wanted, actor)).record;

describe('a register before anybody spoke of it', () => {
  it('expects the core members, and holds nothing else', () => {
    expect(planned).toEqual({
      meetingId: 'B1',
      group: 'BOARD',
      status: 'planned',
      expected: CORE,
      invited: [],
      vacant: [],
      marks: [],
      joined: [],
      lines: [],
    });
  });
});

describe('the history of a register says by whom, when and what', () => {
  it('it was opened, once, with those who are core now and those invited, without vacant seats', () => {
    const invited = done(invite(planned, 'HOUSING', actor)).record;
    const vacant = done(vacate(invited, 'COUNCIL', actor)).record;
    const { record: register, event: note } = done(open(vacant, [...CORE, 'SCHOOLS'], actor));
    expect(register).toMatchObject({
      status: 'open',
      expected: ['POLICE', 'HEALTH', 'SCHOOLS', 'HOUSING'],
    });
    expect(note).toEqual({ ...stamp, type: 'opened' });
    expect(done(open(register, CORE, actor))).toEqual({ record: register });
    expect(refusal(open(closed(), CORE, actor))).toBe('register-closed');
  });

  it('who was marked, from what to what', () => {
    const first = done(mark(opened(), here('p', 'POLICE', { isDeputy: true }), actor));
    expect(first.event).toEqual({
      ...stamp,
      type: 'marked',
      person: 'p',
      agency: 'POLICE',
      changes: { status: { to: 'deputy' } },
    });
    expect(first.record.marks).toEqual([
      {
        person: 'p',
        agency: 'POLICE',
        status: 'here',
        isDeputy: true,
        ...stamp,
      },
    ]);
    const left = done(
      mark(first.record, here('p', 'POLICE', { status: 'left', isDeputy: true }), actor),
    );
    expect(left.event).toMatchObject({ changes: { status: { from: 'deputy', to: 'left' } } });
    const plain = done(mark(opened(), here('q', 'POLICE'), actor));
    expect(plain.event?.changes?.status?.to).toBe('here');
  });

  it('several marked in one line, all or none', () => {
    const all = done(
      markAll(opened(), [here('p', 'POLICE'), here('h', 'HEALTH'), here('p', 'POLICE')], actor),
    );
    expect(all.record.marks.map(({ person }) => person)).toEqual(['p', 'h']);
    expect(all.event).toMatchObject({ type: 'marked', person: 'p, h' });
    expect(refusal(markAll(opened(), [here('p', 'POLICE'), here('x', 'HOUSING')], actor))).toBe(
      'not-expected',
    );
    expect(done(markAll(opened(), [], actor)).event).toBeUndefined();
  });

  it('an agency was invited, or has nobody to send', () => {
    const invited = done(invite(opened(), 'HOUSING', actor));
    expect(invited.event).toEqual({ ...stamp, type: 'invited', agency: 'HOUSING' });
    expect(invited.record).toMatchObject({
      expected: [...CORE, 'HOUSING'],
      invited: ['HOUSING'],
    });
    expect(done(invite(invited.record, 'HOUSING', actor))).toEqual({
      record: invited.record,
    });
    const vacant = done(vacate(invited.record, 'HOUSING', actor));
    expect(vacant.event).toEqual({ ...stamp, type: 'vacant', agency: 'HOUSING' });
    expect(vacant.record).toMatchObject({ expected: CORE, invited: [], vacant: ['HOUSING'] });
    expect(done(vacate(vacant.record, 'HOUSING', actor))).toEqual({ record: vacant.record });
    expect(done(invite(vacant.record, 'HOUSING', actor)).record).toMatchObject({
      vacant: [],
      invited: ['HOUSING'],
    });
    expect(refusal(invite(closed(), 'HOUSING', actor))).toBe('register-closed');
    expect(refusal(vacate(closed(), 'POLICE', actor))).toBe('register-closed');
  });

  it('how many joined or left', () => {
    const joins = (person: string, isIn = true) => ({ person, name: person, isIn });
    const two = done(notePresence(opened(), [joins('p'), joins('q')], actor));
    expect(two.event).toEqual({ ...stamp, type: 'joined', changes: { joined: { to: '2' } } });
    expect(done(notePresence(two.record, [joins('p')], actor)).event).toBeUndefined();
    const one = done(notePresence(two.record, [joins('p', false), joins('q')], actor));
    expect(one.event?.changes?.joined?.to).toBe('1');
    expect(one.record.joined).toEqual([joins('q'), joins('p', false)]);
    const three = done(notePresence(two.record, [joins('r')], actor)).record;
    expect(three.joined).toEqual([joins('p'), joins('q'), joins('r')]);
    const left = done(notePresence(three, [joins('p', false), joins('q', false)], actor)).record;
    expect(left.joined).toEqual([joins('r'), joins('p', false), joins('q', false)]);
    expect(done(notePresence(closed(), [joins('p')], actor))).toEqual({ record: closed() });
  });

  it('why the chair went on without a quorum', () => {
    const gone = done(proceed(opened(), ' It cannot wait ', actor));
    expect(gone.event).toEqual({ ...stamp, type: 'proceeded', reason: 'It cannot wait' });
    expect(gone.record.proceeded).toEqual({ reason: 'It cannot wait', ...stamp });
    expect(done(proceed(gone.record, ' It cannot wait ', actor))).toEqual({
      record: gone.record,
    });
    expect(done(proceed(gone.record, 'Snow', actor)).event).toMatchObject({ reason: 'Snow' });
    expect(refusal(proceed(opened(), '  ', actor))).toBe('reason-missing');
    expect(refusal(proceed(planned, 'x', actor))).toBe('register-not-open');
    expect(refusal(proceed(closed(), 'x', actor))).toBe('register-not-open');
  });

  it('it was closed, once', () => {
    const { record: register, event: note } = done(close(opened(), actor));
    expect(note).toEqual({ ...stamp, type: 'closed' });
    expect(register).toMatchObject({
      status: 'closed',
      lines: CORE.map((agency) => ({ agency, attended: 'absent' })),
    });
    expect(done(close(register, actor))).toEqual({ record: register });
    expect(refusal(close(planned, actor))).toBe('register-not-open');
  });

  it('what was corrected: the line of one agency, or one that had none', () => {
    const wanted = { agency: 'HEALTH', attended: 'present', reason: ' by phone ' } as const;
    const { record: register, event: note } = done(correct(closed(), wanted, actor));
    expect(note).toEqual({
      ...stamp,
      type: 'corrected',
      agency: 'HEALTH',
      changes: { attended: { from: 'absent', to: 'present' } },
      reason: 'by phone',
    });
    expect(register.lines.map(({ attended }) => attended)).toEqual(['absent', 'present', 'absent']);
    expect(done(correct(register, { ...wanted, reason: '' }, actor))).toEqual({ record: register });
    const guest = done(correct(closed(), { ...wanted, agency: 'HOUSING' }, actor));
    expect(guest.record.lines.at(-1)).toEqual({
      meetingId: 'B1',
      agency: 'HOUSING',
      attended: 'present',
    });
    expect(guest.record.lines).toHaveLength(4);
    expect(guest.event?.changes?.attended?.from).toBeUndefined();
  });
});

describe('marking', () => {
  it('takes apologies alone before the register is open', () => {
    expect(
      refusal(mark(planned, here('p', 'POLICE', { status: 'apologies' }), actor)),
    ).toBeUndefined();
    expect(refusal(mark(planned, here('p', 'POLICE', { status: 'left' }), actor))).toBe(
      'register-not-open',
    );
  });

  it('takes a guest who was asked, or who is one already, and nobody else', () => {
    expect(refusal(mark(opened(), here('x', 'HOUSING'), actor))).toBe('not-expected');
    expect(refusal(mark(opened(), here('x', undefined, { asGuest: true }), actor))).toBeUndefined();
    const guest = marked(opened(), here('x', 'HOUSING', { asGuest: true }));
    expect(refusal(mark(guest, here('x', 'HOUSING', { status: 'left' }), actor))).toBeUndefined();
    expect(refusal(mark(guest, here('x', 'SCHOOLS', {}), actor))).toBe('not-expected');
  });

  it('of one person leaves all others as they were', () => {
    const both = marked(opened(), here('p', 'POLICE'), here('h', 'HEALTH'));
    const left = marked(both, here('p', 'POLICE', { status: 'left' }));
    expect(left.marks.map(({ person, status }) => [person, status])).toEqual([
      ['h', 'here'],
      ['p', 'left'],
    ]);
  });
});

describe('a seat', () => {
  const said = (standing: Mark['status'], facts: Partial<Mark> = {}): Mark => ({
    person: 'p',
    agency: 'POLICE',
    status: standing,
    ...stamp,
    ...facts,
  });
  const deputy = { isDeputy: true, person: 'd' };

  it.each<[string, Mark[], string]>([
    ['one of its own is here', [said('here'), said('here', deputy)], 'present'],
    ['a deputy is here', [said('apologies'), said('here', deputy)], 'deputy'],
    ['a deputy is here after its own has left', [said('left'), said('here', deputy)], 'deputy'],
    ['all have left', [said('left'), said('apologies', deputy)], 'left'],
    ['all sent apologies', [said('apologies')], 'apologies'],
    ['nobody spoke for it', [said('here', { agency: 'HEALTH' })], 'missing'],
  ])('when %s', (_, marks, standing) => {
    expect(registerSeats({ expected: ['POLICE'], marks })[0]?.status).toBe(standing);
  });

  it('shows its own before deputies, each in the order in which they spoke', () => {
    const marks = [
      said('here', { ...deputy, at: '2021-05-12T13:00:00Z' }),
      said('here', { person: 'late', at: '2021-05-12T13:20:00Z' }),
      said('here', { person: 'early', at: '2021-05-12T13:10:00Z', isDeputy: false }),
    ];
    const [seat] = registerSeats({ expected: ['POLICE'], marks });
    expect(seat?.marks.map(({ person }) => person)).toEqual(['early', 'late', 'd']);
  });

  it('closes with a line that names who came, else who sent apologies, and for whom a deputy sat', () => {
    const closingLine = (...marks: Mark[]) =>
      closingLines({ ...planned, expected: ['POLICE'], marks })[0];
    const line = { meetingId: 'B1', agency: 'POLICE' };
    expect(closingLine()).toEqual({ ...line, attended: 'absent' });
    expect(closingLine(said('apologies'))).toEqual({ ...line, attended: 'apologies', person: 'p' });
    expect(closingLine(said('left'))).toEqual({ ...line, attended: 'present', person: 'p' });
    expect(closingLine(said('here', deputy), said('here'))).toEqual({
      ...line,
      attended: 'present',
      person: 'p',
    });
    expect(closingLine(said('here'), said('apologies', { person: 'q' }))).toEqual({
      ...line,
      attended: 'present',
      person: 'p',
    });
    expect(closingLine(said('here', deputy))).toEqual({ ...line, attended: 'deputy', person: 'd' });
    expect(closingLine(said('here', { ...deputy, name: 'Dr Osei' }), said('apologies'))).toEqual({
      ...line,
      attended: 'deputy',
      person: 'Dr Osei',
      deputyFor: 'p',
    });
    expect(closingLine(said('here', { person: 'guest:Jo', name: 'Jo' }))).toEqual({
      ...line,
      attended: 'present',
    });
  });
});

describe('who is there', () => {
  it('for no expected agency is a guest, shown and not counted', () => {
    const register = marked(
      opened(),
      here('p', 'POLICE'),
      here('x', 'HOUSING', { asGuest: true }),
      here('guest:Jo', undefined, { asGuest: true }),
      here('y', 'SCHOOLS', { asGuest: true, status: 'apologies' }),
    );
    expect(registerGuests(register).map(({ person }) => person)).toEqual(['x', 'guest:Jo']);
    expect([...attendingAgencies(register)]).toEqual(['POLICE']);
  });

  it('by Teams and not on the register is told, and nobody who has left or is on it', () => {
    const joined = ['p', 'h', 'q', 'c'].map((person) => ({
      person,
      name: person,
      isIn: person !== 'q',
    }));
    const register = marked(
      opened(),
      here('p', 'POLICE'),
      here('h', 'HEALTH', { status: 'apologies' }),
    );
    expect(notOnRegister({ ...register, joined }).map(({ person }) => person)).toEqual(['h', 'c']);
  });

  it('of a closed register is who attended by its lines, corrections included', () => {
    const marks = marked(opened(), here('p', 'POLICE'), here('h', 'HEALTH', { isDeputy: true }));
    const shut = done(close(marks, actor)).record;
    expect([...attendingAgencies(shut)]).toEqual(['POLICE', 'HEALTH']);
    const wanted = { agency: 'POLICE', attended: 'apologies', reason: 'misheard' } as const;
    expect([...attendingAgencies(done(correct(shut, wanted, actor)).record)]).toEqual(['HEALTH']);
  });
});

describe('whether a meeting may decide', () => {
  const rules = [{ group: 'BOARD', allOf: ['POLICE', 'HEALTH'] }];

  it('is told with who attends, and why the chair went on', () => {
    const one = marked(opened(), here('p', 'POLICE'));
    const quorum = { quorate: false, missing: ['HEALTH'], short: [] };
    expect(quorumSnapshot(one, rules)).toEqual({ quorum, attending: ['POLICE'] });
    const gone = done(proceed(one, 'It cannot wait', actor)).record;
    expect(quorumSnapshot(gone, rules)).toEqual({
      quorum,
      attending: ['POLICE'],
      proceeding: 'It cannot wait',
    });
    expect(Object.keys(quorumSnapshot(one, []))).toEqual(['attending']);
  });
});
