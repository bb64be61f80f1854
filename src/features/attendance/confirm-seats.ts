import { confirmSeats, refuseSeat } from '../../domain/seat-claims.ts';
import { chosenId, chosenIds, meetingInput, registerAction, shortText } from './keep-register.ts';

/** *Confirm all* claims to a seat that a card shows, or the one that was chosen. */
export const confirmClaims = registerAction(
  'register.confirm',
  'registers.confirm-seats',
  meetingInput.extend({ claims: chosenIds, claim: chosenId }),
  (register, { claims, claim }, actor) =>
    confirmSeats(register, claims.length > 0 ? claims : [claim], actor),
  { isOfNow: false },
);

/** *Not for this seat*, with a reason: they attend without one. */
export const refuseClaim = registerAction(
  'register.refuse',
  'registers.confirm-seats',
  meetingInput.extend({ claim: chosenId, refusal: shortText }),
  (register, { claim, refusal }, actor) => refuseSeat(register, { claim, reason: refusal }, actor),
  { isOfNow: false },
);
