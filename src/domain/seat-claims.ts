import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import { accept, refuse } from './outcome.ts';
import {
  claimId,
  type Mark,
  openClaims,
  type Register,
  type RegisterEvent,
  type RegisterOutcome,
} from './register.ts';
import { isUnseated } from './register-marks.ts';

/**
 * Confirms claims to a seat, which then counts. Nobody confirms their own: of several, it is left
 * open. A claim that was settled or moved meanwhile is not among those that were shown.
 */
export function confirmSeats(
  register: Register,
  claims: readonly string[],
  actor: Actor,
): RegisterOutcome<'register-closed' | 'own-claim'> {
  if (register.status === 'closed') return refuse('register-closed');
  const meant = openClaims(register).filter((mark) => claims.includes(claimId(mark)));
  const others = meant.filter(({ person }) => person !== actor.by);
  if (others.length === 0)
    return meant.length > 0 ? refuse('own-claim') : accept({ record: register });
  return acceptChange(
    settle(register, others, actor, () => ({ outcome: 'confirmed' })),
    { type: 'confirmed', ...listSeats(others) },
    actor,
  );
}

/** Says that a seat is not theirs, and why: they attend without one. */
export function refuseSeat(
  register: Register,
  { claim, reason }: { readonly claim: string; readonly reason: string },
  actor: Actor,
): RegisterOutcome<'register-closed' | 'reason-missing'> {
  if (register.status === 'closed') return refuse('register-closed');
  const meant = openClaims(register).filter((mark) => claimId(mark) === claim);
  if (meant.length === 0) return accept({ record: register });
  if (!reason.trim()) return refuse('reason-missing');
  return acceptChange(
    settle(register, meant, actor, () => ({ outcome: 'without-seat', reason: reason.trim() })),
    { type: 'refused', ...listSeats(meant), reason: reason.trim() },
    actor,
  );
}

/** Whether somebody claims a seat in vain, or so far: nobody gives it to themselves in another way. */
export const claimsSeat = ({ marks }: Register, agency: string, by: string): boolean =>
  marks.some((mark) => mark.person === by && mark.agency === agency && isUnseated(mark));

/** The claims that were shown when a register was closed, and those of them that are confirmed. */
export interface Settlement {
  readonly claims: readonly string[];
  readonly confirmed: readonly string[];
}

/**
 * Settles every open claim as a register closes, with what its history says of them. Nothing is
 * settled in silence: a claim that was not shown has to be asked about.
 */
export function settleClaims(
  register: Register,
  { claims, confirmed }: Settlement,
  actor: Actor,
):
  | { readonly refusal: 'claims-open' | 'own-claim' }
  | {
      readonly refusal?: undefined;
      readonly settled: Register;
      readonly details: Pick<RegisterEvent, 'person' | 'agency' | 'changes'>;
    } {
  const open = openClaims(register);
  const isConfirmed = (mark: Mark) => confirmed.includes(claimId(mark));
  if (open.some((mark) => !claims.includes(claimId(mark)))) return { refusal: 'claims-open' };
  if (open.some((mark) => mark.person === actor.by && isConfirmed(mark)))
    return { refusal: 'own-claim' };
  const settled = settle(register, open, actor, (mark) => ({
    outcome: isConfirmed(mark) ? 'confirmed' : 'without-seat',
  }));
  if (open.length === 0) return { settled, details: {} };
  const confirmedPeople = listPeople(open.filter(isConfirmed));
  const others = listPeople(open.filter((mark) => !isConfirmed(mark)));
  const changes = {
    ...(confirmedPeople && { confirmed: { to: confirmedPeople } }),
    ...(others && { withoutSeat: { to: others } }),
  };
  return { settled, details: { ...listSeats(open), changes } };
}

function settle(
  register: Register,
  marks: readonly Mark[],
  { by, at }: Actor,
  toOutcome: (mark: Mark) => Pick<NonNullable<Mark['claim']>, 'outcome' | 'reason'>,
): Register {
  return {
    ...register,
    marks: register.marks.map((mark) =>
      marks.includes(mark) ? { ...mark, claim: { ...toOutcome(mark), by, at } } : mark,
    ),
  };
}

const listPeople = (marks: readonly Mark[]) => marks.map(({ person }) => person).join(', ');

/** Who claimed which seat, in one order. */
const listSeats = (marks: readonly Mark[]) => ({
  person: listPeople(marks),
  agency: marks.map(({ agency }) => agency).join(', '),
});
