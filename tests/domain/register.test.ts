import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import {
  attendingAgencies,
  plannedRegister,
  type Register,
  type RegisterChange,
  registerQuorum,
  registerSeats,
} from '../../src/domain/register.ts';
import {
  close,
  closingLines,
  correct,
  invite,
  open,
  vacate,
} from '../../src/domain/register-commands.ts';
import { mark } from '../../src/domain/register-marks.ts';

const actor = { by: 'manager', at: '2021-05-12T13:00:00Z', today: day('2021-05-12') };
const CORE = ['POLICE', 'HEALTH', 'COUNCIL'];
const planned = plannedRegister({ id: 'B1', group: 'BOARD' }, CORE);

type Step = (
  register: Register,
) => { ok: true; value: RegisterChange } | { ok: false; refusal: string };
/** The register after some steps, each of which must be allowed. */
function after(...steps: Step[]): Register {
  return steps.reduce((register, step) => {
    const outcome = step(register);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value.record;
  }, planned);
}
const opened: Step = (register) => open(register, CORE, actor);
const says =
  (person: string, agency: string, standing: 'here' | 'left' | 'apologies', more = {}): Step =>
  (register) =>
    mark(register, { person, agency, status: standing, ...more }, actor);
const line = (register: Register, agency: string) =>
  closingLines(register).find((each) => each.agency === agency);

describe('a register', () => {
  it('keeps apologies that were given before it opened', () => {
    const register = after(says('p', 'POLICE', 'apologies', { message: 'in court' }), opened);
    expect(registerSeats(register)[0]).toMatchObject({
      agency: 'POLICE',
      status: 'apologies',
      marks: [{ message: 'in court' }],
    });
  });

  it('counts an agency once, however many of its people came', () => {
    const register = after(
      opened,
      says('p', 'POLICE', 'here'),
      says('q', 'POLICE', 'here', { isDeputy: true }),
    );
    expect(attendingAgencies(register)).toEqual(new Set(['POLICE']));
    expect(registerSeats(register)[0]).toMatchObject({
      status: 'present',
      marks: [{ person: 'p' }, { person: 'q' }],
    });
  });

  it('is quorate until the last of an agency has left, whose line says present all the same', () => {
    const rules = [{ group: 'BOARD', allOf: ['POLICE'] }];
    const both = after(
      opened,
      says('p', 'POLICE', 'here'),
      says('q', 'POLICE', 'here', { isDeputy: true }),
    );
    const one = after(() => ({ ok: true, value: { record: both } }), says('p', 'POLICE', 'left'));
    const none = after(
      () => ({ ok: true, value: { record: one } }),
      says('q', 'POLICE', 'left', { isDeputy: true }),
    );
    expect([both, one, none].map((register) => registerQuorum(register, rules)?.quorate)).toEqual([
      true,
      true,
      false,
    ]);
    expect(line(none, 'POLICE')).toMatchObject({ attended: 'present', person: 'p' });
  });

  it('writes a deputy beside the one who sent apologies', () => {
    const register = after(
      says('h', 'HEALTH', 'apologies', { name: 'Dr Osei' }),
      opened,
      says('somebody:HEALTH', 'HEALTH', 'here', { isDeputy: true, name: 'Dr Osei' }),
    );
    expect(line(register, 'HEALTH')).toMatchObject({
      attended: 'deputy',
      person: 'Dr Osei',
      deputyFor: 'h',
    });
  });

  it('has no line for a vacant seat, and an absence for an agency that was invited and did not come', () => {
    const register = after(
      opened,
      (now) => vacate(now, 'COUNCIL', actor),
      (now) => invite(now, 'HOUSING', actor),
    );
    expect(closingLines(register).map(({ agency, attended }) => [agency, attended])).toEqual([
      ['POLICE', 'absent'],
      ['HEALTH', 'absent'],
      ['HOUSING', 'absent'],
    ]);
  });

  it('refuses what comes too early, too late, or from an agency that is not expected', () => {
    expect(says('p', 'POLICE', 'here')(planned)).toEqual({
      ok: false,
      refusal: 'register-not-open',
    });
    expect(says('x', 'HOUSING', 'here')(after(opened))).toEqual({
      ok: false,
      refusal: 'not-expected',
    });
    const closed = after(opened, (now) => close(now, actor));
    expect(says('p', 'POLICE', 'here')(closed)).toEqual({ ok: false, refusal: 'register-closed' });
  });

  it('is corrected only when closed, only with a reason, and notes what it said before', () => {
    const wanted = { agency: 'POLICE', attended: 'present', reason: 'came by phone' } as const;
    expect(correct(after(opened), wanted, actor)).toEqual({ ok: false, refusal: 'not-closed' });
    const closed = after(opened, (now) => close(now, actor));
    expect(correct(closed, { ...wanted, reason: ' ' }, actor)).toEqual({
      ok: false,
      refusal: 'reason-missing',
    });
    const corrected = correct(closed, wanted, actor);
    expect(corrected).toMatchObject({
      ok: true,
      value: {
        event: { type: 'corrected', changes: { attended: { from: 'absent', to: 'present' } } },
      },
    });
  });
});
