import { z } from 'zod';
import { close, correct } from '../../domain/register-commands.ts';
import {
  chosenId,
  isListed,
  leaveUnchanged,
  meetingInput,
  registerAction,
  shortText,
} from './keep-register.ts';

/** *Close the register*: from then on it says what the year’s table counts. */
export const closeRegister = registerAction(
  'register.close',
  'registers.record',
  meetingInput,
  (register, _form, actor) => close(register, actor),
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
