import { z } from 'zod';
import { action, UnreadableInput } from '../../contract/action.ts';
import { digestOperation } from '../../contract/operation.ts';
import { mark, type NewMark } from '../../domain/register-marks.ts';
import { changeOpenRegister, loadMeeting, type RegisterRequest } from './change-register.ts';
import { openRegister } from './roll-call.ts';

const seat = z.string().max(200).optional();
const pressed = z.object({
  ...openRegister.input.shape,
  /** That of the register which the card shows: the same button of the same card is the same press. */
  version: z.number().int(),
  asGuest: z.boolean().optional(),
  seat,
  /** The seat that they chose, and move to after they were asked. */
  moves: z.object({ seat }).optional(),
  message: z.string().trim().max(200).optional(),
});
type OwnMark = Pick<NewMark, 'agency' | 'status' | 'isDeputy' | 'isClaim' | 'message'>;

/** A button of the roll-call with which people say how they themselves attend. */
export const markOwn = <Asker extends RegisterRequest = RegisterRequest>(
  id: string,
  toMark: (request: Asker, input: z.output<typeof pressed>) => OwnMark | Promise<OwnMark>,
) =>
  action({
    id,
    permission: 'own',
    input: pressed,
    async handle(request: Asker, input) {
      const { meeting, version, asGuest, moves } = input;
      const chosen = moves ? moves.seat : input.seat;
      const { person, directory } = request;
      if (chosen && !directory.agencies.some((agency) => agency.id === chosen))
        throw new UnreadableInput(id);
      const own = await toMark(request, { ...input, seat: chosen });
      const wanted = { person: person.id, asGuest, moves: moves !== undefined, ...own };
      const data = { verb: id, meeting, version, moves: { seat: chosen } };
      return changeOpenRegister(
        request,
        await loadMeeting(request, meeting),
        (register, actor) => mark(register, wanted, actor),
        {
          operation: await digestOperation(person.id, id, version, chosen, wanted.moves),
          move: { person: person.id, data },
        },
      );
    },
  });

/** *I’m here*. */
export const markPresent = markOwn('attendance.here', ({ person }) => ({
  agency: person.agency,
  status: 'here',
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
