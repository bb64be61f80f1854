import { z } from 'zod';
import { close, correct } from '../../domain/register-commands.ts';
import { claimIds } from './confirm-seats.ts';
import {
  chosenId,
  isListed,
  leaveUnchanged,
  meetingInput,
  registerAction,
  shortText,
} from './keep-register.ts';

/**
 * *Close the register*: from then on it says what the year’s table counts. With open claims to a
 * seat it asks first; `claims` are those that it asked about, `confirmed` those that were ticked.
 */
export const closeRegister = registerAction(
  'register.close',
  'registers.record',
  meetingInput.extend({
    claims: claimIds,
    confirmed: claimIds,
  }),
  (register, { claims, confirmed }, actor) => close(register, actor, { claims, confirmed }),
  { isOfNow: false },
);

/** Corrects a line of a closed register, with a reason. */
export const correctRegister = registerAction(
  'register.correct',
  'registers.record',
  meetingInput.extend({
    agency: chosenId,
    attended: z.enum(['present', 'deputy', 'apologies', 'absent']),
    reason: shortText,
  }),
  (register, { meeting: _, ...correction }, actor, { directory }) =>
    isListed(correction.agency, directory)
      ? correct(register, correction, actor)
      : leaveUnchanged(register),
  { isOfNow: false },
);
