import { z } from 'zod';
import { findClosingDoubts } from '../../domain/closing-doubts.ts';
import { close, correct } from '../../domain/register-commands.ts';
import { askBeforeClosing } from './ask-before-closing.ts';
import {
  chosenId,
  chosenIds,
  isListed,
  leaveUnchanged,
  meetingInput,
  registerAction,
  shortText,
} from './keep-register.ts';

/**
 * *Close the register*: from then on it says what the year’s table counts. With open claims to a
 * seat it asks first; `claims` are those that it asked about, `confirmed` those that were ticked.
 * It asks too while the meeting goes on or half of those expected are not here yet, unless `isSure`.
 */
export const closeRegister = registerAction(
  'register.close',
  'registers.record',
  meetingInput.extend({
    claims: chosenIds,
    confirmed: chosenIds,
    isSure: z.boolean().default(false),
  }),
  (register, { claims, confirmed, isSure }, actor, { directory, now }, meeting) => {
    const { timeZone } = directory.partnership;
    const doubts = isSure ? undefined : findClosingDoubts(register, meeting, { now, timeZone });
    return close(register, actor, { claims, confirmed }, doubts, directory);
  },
  {
    isOfNow: false,
    askBefore: (request, meeting, refusal) =>
      refusal === 'closes-early' || refusal === 'claims-open'
        ? askBeforeClosing(request, meeting, refusal)
        : undefined,
  },
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
