import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import { omitUndefined } from './optional.ts';
import { refuse } from './outcome.ts';
import type { Mark, Register, RegisterOutcome, SeatClaim } from './register.ts';

export type NewMark = Pick<
  Mark,
  'person' | 'agency' | 'status' | 'isDeputy' | 'name' | 'message' | 'deputy'
> & {
  /**
   * Set for a guest: somebody whose agency is not expected and who confirmed that they come as one.
   */
  readonly asGuest?: boolean;
  /** The seat is not theirs by right; it is where its agency named them with its apologies. */
  readonly isClaim?: boolean;
  /** They were asked whether they move from the seat that they fill. */
  readonly moves?: boolean;
};

/**
 * Marks one person: here, here as a deputy, apologies, left. Before the register is open there are
 * only apologies. One person fills one seat: whoever takes another is asked before they move.
 */
export function mark(
  register: Register,
  { asGuest, isClaim, moves, ...asked }: NewMark,
  actor: Actor,
): RegisterOutcome<'register-closed' | 'register-not-open' | 'not-expected' | 'seated-elsewhere'> {
  const before = register.marks.find(({ person }) => person === asked.person);
  const wanted = asked.status === 'left' ? { ...asked, ...seatOf(before) } : asked;
  if (register.status === 'closed') return refuse('register-closed');
  if (register.status === 'planned' && wanted.status !== 'apologies')
    return refuse('register-not-open');
  const isExpected = wanted.agency !== undefined && register.expected.includes(wanted.agency);
  if (!isExpected && !asGuest && before?.agency !== wanted.agency) return refuse('not-expected');
  if (wanted.status === 'here' && !moves && before && sitsElsewhere(register, before, wanted))
    return refuse('seated-elsewhere');
  const claim = isClaim && !isNamed(register, wanted) ? { claim: keptClaim(before, wanted) } : {};
  const after: Mark = {
    ...wanted,
    ...claim,
    by: actor.by,
    at: actor.at,
    ...(before && { before: withoutEarlier(before) }),
  };
  const marks = [...register.marks.filter(({ person }) => person !== wanted.person), after];
  const details = {
    person: wanted.person,
    agency: wanted.agency,
    changes: {
      status: omitUndefined({ from: describeMarkStatus(before), to: describeMarkStatus(after) }),
    },
  };
  return acceptChange({ ...register, marks }, { type: 'marked', ...details }, actor);
}

const withoutEarlier = ({ before: _, ...mark }: Mark): Mark => mark;

/** The seat that somebody had, with what became of their claim to it: whoever leaves leaves that one. */
export const seatOf = (mark: Mark | undefined): Partial<Mark> =>
  mark && mark.status !== 'apologies'
    ? omitUndefined({
        agency: mark.agency,
        isDeputy: mark.isDeputy,
        name: mark.name,
        claim: mark.claim,
      })
    : {};

/** Whether they fill or claim the seat of another expected agency. */
const sitsElsewhere = ({ expected }: Register, seat: Mark, { agency }: NewMark): boolean =>
  seat.status !== 'apologies' &&
  seat.claim?.outcome !== 'without-seat' &&
  seat.agency !== agency &&
  expected.some((each) => each === seat.agency);

/** Whether they claim a seat that nobody has confirmed. */
export const isUnseated = ({ claim }: Mark): boolean =>
  claim !== undefined && claim.outcome !== 'confirmed';

const isNamed = ({ marks }: Register, { person, agency }: NewMark): boolean =>
  marks.some(
    (each) => each.status === 'apologies' && each.agency === agency && each.deputy === person,
  );

/** A seat that was confirmed stays so for whoever comes back to it; one that was not is asked for again. */
const keptClaim = (before: Mark | undefined, { agency }: NewMark): SeatClaim =>
  before?.agency === agency && before?.claim?.outcome === 'confirmed' ? before.claim : {};

/** How a mark stands, in the words of the register’s history. */
export const describeMarkStatus = (mark: Mark | undefined): string | undefined => {
  if (mark?.status !== 'here') return mark?.status;
  return isUnseated(mark) ? 'claimed' : mark.isDeputy ? 'deputy' : 'here';
};
