import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import {
  attendingAgencies,
  claimId,
  openClaims,
  plannedRegister,
  type Register,
  type RegisterChange,
  registerGuests,
  registerQuorum,
  registerSeats,
} from '../../src/domain/register.ts';
import { close, closingLines, correct, open, vacate } from '../../src/domain/register-commands.ts';
import { mark, type NewMark } from '../../src/domain/register-marks.ts';
import { claimsSeat, confirmSeats, refuseSeat } from '../../src/domain/seat-claims.ts';

const CORE = ['POLICE', 'HEALTH', 'COUNCIL'];
const by = (who: string) => ({
  by: who,
  at: '2021-05-12T13:00:00Z',
  today: day('2021-05-12'),
});
const chair = by('chair');
type Result = { ok: true; value: RegisterChange } | { ok: false; refusal: string };
const done = (result: Result): Register => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value.record;
};
const refusal = (result: Result) => (result.ok ? undefined : result.refusal);
const opened = done(open(plannedRegister({ id: 'B1', group: 'BOARD' }, CORE), CORE, chair));
const claims = (register: Register, person: string, agency: string, more: Partial<NewMark> = {}) =>
  mark(
    register,
    { person, agency, status: 'here', isDeputy: true, isClaim: true, ...more },
    by(person),
  );
const claimed = (person: string, agency: string, register = opened) =>
  done(claims(register, person, agency));
const seat = (register: Register, agency: string) =>
  registerSeats(register).find((each) => each.agency === agency);

describe('a claimed seat', () => {
  const rules = [{ group: 'BOARD', allOf: ['POLICE'] }];

  it.each([
    ['claimed', [], false],
    ['confirmed', ['confirm'], true],
    ['refused', ['refuse'], false],
    ['refused, then claimed again', ['refuse', 'claim'], false],
    ['refused, claimed again and confirmed', ['refuse', 'claim', 'confirm'], true],
    ['confirmed, left', ['confirm', 'leave'], false],
    ['confirmed, left and come back', ['confirm', 'leave', 'claim'], true],
    ['claimed, left and come back', ['leave', 'claim'], false],
  ] as const)('that is %s counts for the quorum: %s → %s', (_, steps, counts) => {
    const register = steps.reduce(
      (now, step) => {
        if (step === 'confirm') return done(confirmSeats(now, ['POLICE:c'], chair));
        if (step === 'refuse')
          return done(refuseSeat(now, { claim: 'POLICE:c', reason: 'sends its own' }, chair));
        return step === 'leave'
          ? done(mark(now, { person: 'c', agency: 'COUNCIL', status: 'left' }, by('c')))
          : claimed('c', 'POLICE', now);
      },
      claimed('c', 'POLICE'),
    );
    expect(registerQuorum(register, rules)?.quorate).toBe(counts);
    expect(attendingAgencies(register).has('POLICE')).toBe(counts);
  });

  it('is its status only while nobody fills it', () => {
    expect(seat(claimed('c', 'POLICE'), 'POLICE')).toMatchObject({ status: 'claimed', marks: [] });
    const both = done(
      mark(claimed('c', 'POLICE'), { person: 'p', agency: 'POLICE', status: 'here' }, by('p')),
    );
    expect(seat(both, 'POLICE')).toMatchObject({ status: 'present', marks: [{ person: 'p' }] });
    const sorry = done(
      mark(claimed('c', 'POLICE'), { person: 'p', agency: 'POLICE', status: 'apologies' }, by('p')),
    );
    expect(seat(sorry, 'POLICE')).toMatchObject({ status: 'claimed', marks: [{ person: 'p' }] });
  });

  it('is a deputy’s line beside the one who sent apologies once it is confirmed, and nothing before', () => {
    const sorry = done(
      mark(claimed('c', 'POLICE'), { person: 'p', agency: 'POLICE', status: 'apologies' }, by('p')),
    );
    const line = (register: Register) =>
      closingLines(register).find(({ agency }) => agency === 'POLICE');
    expect(line(sorry)).toMatchObject({ attended: 'apologies', person: 'p' });
    expect(line(done(confirmSeats(sorry, ['POLICE:c'], chair)))).toMatchObject({
      attended: 'deputy',
      person: 'c',
      deputyFor: 'p',
    });
  });

  it('leaves a guest behind where it was refused, and none while it is open', () => {
    expect(registerGuests(claimed('c', 'POLICE'))).toEqual([]);
    const refused = done(
      refuseSeat(claimed('c', 'POLICE'), { claim: 'POLICE:c', reason: 'no' }, chair),
    );
    expect(registerGuests(refused)).toMatchObject([{ person: 'c' }]);
  });

  it('is taken at once by whom the agency named with its apologies, and by nobody else', () => {
    const sorry = done(
      mark(
        opened,
        { person: 'p', agency: 'POLICE', status: 'apologies', name: 'C', deputy: 'c' },
        by('p'),
      ),
    );
    expect(openClaims(claimed('c', 'POLICE', sorry))).toEqual([]);
    expect(openClaims(claimed('d', 'POLICE', sorry)).map(claimId)).toEqual(['POLICE:d']);
    expect(openClaims(claimed('c', 'HEALTH', sorry)).map(claimId)).toEqual(['HEALTH:c']);
  });

  it('is not confirmed by its claimant, of another seat, or on a closed register', () => {
    const register = claimed('chair', 'HEALTH', claimed('c', 'POLICE'));
    expect(refusal(confirmSeats(register, ['HEALTH:chair'], chair))).toBe('own-claim');
    const both = done(confirmSeats(register, ['HEALTH:chair', 'POLICE:c'], chair));
    expect(openClaims(both).map(claimId)).toEqual(['HEALTH:chair']);
    expect(done(confirmSeats(register, ['COUNCIL:c'], chair))).toBe(register);
    const shut = done(
      close(register, chair, { claims: ['POLICE:c', 'HEALTH:chair'], confirmed: [] }),
    );
    expect(refusal(confirmSeats(shut, ['POLICE:c'], chair))).toBe('register-closed');
    expect(refusal(refuseSeat(shut, { claim: 'POLICE:c', reason: 'late' }, chair))).toBe(
      'register-closed',
    );
    expect(refusal(refuseSeat(register, { claim: 'POLICE:c', reason: '  ' }, chair))).toBe(
      'reason-missing',
    );
  });
});

describe('one person', () => {
  it.each([
    ['here', undefined, 'seated-elsewhere'],
    ['left', undefined, 'seated-elsewhere'],
    ['here', true, undefined],
    ['apologies', undefined, undefined],
  ] as const)(
    'who is %s for one agency and takes another seat (asked: %s) is told %s',
    (status, moves, told) => {
      const before = done(mark(opened, { person: 'c', agency: 'COUNCIL', status }, by('c')));
      const result = claims(before, 'c', 'POLICE', moves ? { moves } : {});
      expect(refusal(result)).toBe(told);
      if (result.ok) expect(result.value.record.marks).toMatchObject([{ agency: 'POLICE' }]);
    },
  );

  it('is asked whichever way they move, but not from a seat that is not expected or was refused', () => {
    const deputy = claimed('c', 'POLICE');
    expect(refusal(mark(deputy, { person: 'c', agency: 'COUNCIL', status: 'here' }, by('c')))).toBe(
      'seated-elsewhere',
    );
    const refused = done(refuseSeat(deputy, { claim: 'POLICE:c', reason: 'no' }, chair));
    const vacated = done(vacate(deputy, 'POLICE', chair));
    for (const register of [refused, vacated])
      expect(
        refusal(mark(register, { person: 'c', agency: 'COUNCIL', status: 'here' }, by('c'))),
      ).toBeUndefined();
  });
});

describe('a register with open claims', () => {
  const register = claimed('d', 'HEALTH', claimed('c', 'POLICE'));

  it('is closed only with all of them settled', () => {
    expect(refusal(close(register, chair))).toBe('claims-open');
    const half = { claims: ['POLICE:c'], confirmed: ['POLICE:c'] };
    expect(refusal(close(register, chair, half))).toBe('claims-open');
    const own = claimed('chair', 'COUNCIL', register);
    const all = ['POLICE:c', 'HEALTH:d', 'COUNCIL:chair'];
    expect(refusal(close(own, chair, { claims: all, confirmed: all }))).toBe('own-claim');
    const shut = done(close(own, chair, { claims: all, confirmed: ['HEALTH:d'] }));
    expect(shut.marks.map(({ claim }) => claim?.outcome)).toEqual([
      'without-seat',
      'confirmed',
      'without-seat',
    ]);
    expect([...attendingAgencies(shut)]).toEqual(['HEALTH']);
  });

  it('is corrected afterwards by anybody but the one who claimed in vain', () => {
    const own = claimed('chair', 'COUNCIL');
    const shut = done(close(own, chair, { claims: ['COUNCIL:chair'], confirmed: [] }));
    const wanted = { agency: 'COUNCIL', attended: 'deputy', reason: 'was there' } as const;
    expect(refusal(correct(shut, wanted, chair))).toBe('own-claim');
    expect(refusal(correct(shut, wanted, by('manager')))).toBeUndefined();
    const excused = { ...wanted, attended: 'apologies' } as const;
    expect(refusal(correct(shut, excused, chair))).toBeUndefined();
  });
});

describe('whatever is pressed', () => {
  const people = fc.constantFrom('chair', 'manager', 'p', 'c');
  const agencies = fc.constantFrom(...CORE, 'HOUSING');
  const ids = fc.array(fc.tuple(agencies, people).map(([agency, who]) => `${agency}:${who}`));
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom(
        'claim',
        'here',
        'left',
        'apologies',
        'confirm',
        'refuse',
        'vacate',
        'close',
      ),
      who: people,
      agency: agencies,
      ids,
      moves: fc.boolean(),
    }),
    { maxLength: 25 },
  );

  it('nobody has confirmed their own, one person has one mark, and only settled claims count', () => {
    fc.assert(
      fc.property(steps, (pressed) => {
        let register = opened;
        for (const { what, who, agency, ids: named, moves } of pressed) {
          const actor = by(who);
          const results: Record<typeof what, () => Result> = {
            claim: () => claims(register, who, agency, { moves, asGuest: true }),
            here: () =>
              mark(register, { person: who, agency, status: 'here', moves, asGuest: true }, actor),
            left: () => mark(register, { person: who, agency, status: 'left' }, actor),
            apologies: () =>
              mark(register, { person: who, agency, status: 'apologies', asGuest: true }, actor),
            confirm: () => confirmSeats(register, named, actor),
            refuse: () => refuseSeat(register, { claim: named[0] ?? '', reason: 'no' }, actor),
            vacate: () => vacate(register, agency, actor),
            close: () =>
              close(register, actor, {
                claims: openClaims(register).map(claimId),
                confirmed: named,
              }),
          };
          const result = results[what]();
          if (result.ok) register = result.value.record;

          const { marks, expected, status } = register;
          expect(new Set(marks.map(({ person }) => person)).size).toBe(marks.length);
          for (const { person, claim } of marks)
            if (claim?.outcome === 'confirmed') expect(claim.by).not.toBe(person);
          if (status === 'closed') expect(openClaims(register)).toEqual([]);
          const seated = marks.filter(
            ({ person, agency: of = '', status: now }) =>
              (now === 'here' || (status === 'closed' && now === 'left')) &&
              !claimsSeat(register, of, person),
          );
          expect(attendingAgencies(register)).toEqual(
            new Set(expected.filter((each) => seated.some(({ agency: of }) => of === each))),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
