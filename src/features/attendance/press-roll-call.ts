import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Mark } from '../../domain/register.ts';
import { mark } from '../../domain/register-life.ts';
import { changeRegister, meetingOf } from './change-register.ts';
import { registerOrNew } from './register-access.ts';
import { rollCallFor } from './roll-call.ts';

const pressed = z.object({
  meeting: z.string().min(1).max(200),
  version: z.number().int(),
  asGuest: z.boolean().optional(),
  seat: z.string().max(200).optional(),
  word: z.string().trim().max(200).optional(),
});
type Pressed = z.output<typeof pressed>;
type Said = Pick<Mark, 'agency' | 'status' | 'isDeputy' | 'word'>;

const press =
  (verb: string, saidBy: (asker: Asker, pressed: Pressed) => Said) =>
  async (asker: Asker, data: unknown, ports: Ports): Promise<Answer> => {
    const parsed = pressed.safeParse(data);
    if (!parsed.success) throw new UnreadableInput(verb);
    const { meeting: id, version, asGuest, seat } = parsed.data;
    if (seat && !asker.directory.agencies.some((agency) => agency.id === seat))
      throw new UnreadableInput(verb);
    const meeting = await meetingOf(asker, verb, id, ports);
    const said = { person: asker.person.id, ...saidBy(asker, parsed.data) };
    return changeRegister(asker, meeting, ports, (register, actor) =>
      mark(register, { ...said, asGuest, press: `${verb}@${version}` }, actor),
    );
  };

/** *I’m here*. */
export const comeMyself = press('attendance.here', ({ person }) => ({
  agency: person.agency,
  status: 'here',
}));

/** *Here as deputy for …*: one’s own agency, unless another is chosen. */
export const comeAsDeputy = press('attendance.deputy', ({ person }, { seat }) => ({
  agency: seat || person.agency,
  status: 'here',
  isDeputy: true,
}));

/** *Apologies*, with a word or without. */
export const excuseMyself = press('attendance.apologies', ({ person }, { word }) => ({
  agency: person.agency,
  status: 'apologies',
  ...(word && { word }),
}));

/** *I’m leaving*: the agency attended, and counts no longer. */
export const leave = press('attendance.leave', ({ person }) => ({
  agency: person.agency,
  status: 'left',
}));

const shown = z.object({ meeting: z.string().min(1).max(200) });

/** *Refresh*, and what Teams sends by itself: the asker’s own card as it stands now. */
export async function showRollCall(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const parsed = shown.safeParse(data);
  if (!parsed.success) throw new UnreadableInput('attendance.show');
  const meeting = await meetingOf(asker, 'attendance.show', parsed.data.meeting, ports);
  const stored = await ports.registers.find(asker.directory.partnership.id, meeting.id);
  const register = registerOrNew(stored?.register, meeting, asker.directory);
  return rollCallFor(asker, { meeting, stored: stored ?? { register, version: 0 } }, ports);
}
