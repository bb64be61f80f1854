import { z } from 'zod';
import { action, UnreadableInput } from '../../contract/action.ts';
import { digestOperation } from '../../contract/operation.ts';
import type { Mark } from '../../domain/register.ts';
import { mark } from '../../domain/register-marks.ts';
import {
  changeOpenRegister,
  loadMeeting,
  type RegisterRequest,
  registerOrNew,
} from './change-register.ts';
import { openRegister, rollCallFor } from './roll-call.ts';

const pressed = z.object({
  ...openRegister.input.shape,
  /** That of the register which the card shows: the same button of the same card is the same press. */
  version: z.number().int(),
  asGuest: z.boolean().optional(),
  seat: z.string().max(200).optional(),
  message: z.string().trim().max(200).optional(),
});
type OwnMark = Pick<Mark, 'agency' | 'status' | 'isDeputy' | 'message'>;

/** A button of the roll-call with which people say how they themselves attend. */
const markOwn = (
  id: string,
  toMark: (request: RegisterRequest, input: z.output<typeof pressed>) => OwnMark,
) =>
  action({
    id,
    permission: 'own',
    input: pressed,
    async handle(request: RegisterRequest, input) {
      const { meeting, version, asGuest, seat } = input;
      const { person, directory } = request;
      if (seat && !directory.agencies.some((agency) => agency.id === seat))
        throw new UnreadableInput(id);
      const wanted = { person: person.id, ...toMark(request, input) };
      return changeOpenRegister(
        request,
        await loadMeeting(request, meeting),
        (register, actor) => mark(register, { ...wanted, asGuest }, actor),
        { operation: await digestOperation(person.id, id, version) },
      );
    },
  });

/** *I’m here*. */
export const markPresent = markOwn('attendance.here', ({ person }) => ({
  agency: person.agency,
  status: 'here',
}));

/** *Here as deputy for …*: for the person’s own agency, unless another is chosen. */
export const comeAsDeputy = markOwn('attendance.deputy', ({ person }, { seat }) => ({
  agency: seat || person.agency,
  status: 'here',
  isDeputy: true,
}));

/** *Apologies*, with a message or without. */
export const giveApologies = markOwn('attendance.apologies', ({ person }, { message }) => ({
  agency: person.agency,
  status: 'apologies',
  ...(message && { message }),
}));

/** *I’m leaving*: the agency attended, and counts no longer. */
export const markLeft = markOwn('attendance.leave', ({ person }) => ({
  agency: person.agency,
  status: 'left',
}));

/** *Refresh*, and what Teams sends by itself: the asker’s own card as the register stands now. */
export const showRollCall = action({
  ...openRegister,
  permission: 'meetings.read',
  async handle(request: RegisterRequest, input) {
    const { directory, ports } = request;
    const meeting = await loadMeeting(request, input.meeting);
    const stored = await ports.registers.find(directory.partnership.id, meeting.id);
    const register = registerOrNew(stored?.register, meeting, directory);
    return rollCallFor(request, { meeting, stored: stored ?? { register, version: 0 } });
  },
});
