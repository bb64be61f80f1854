import { pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { agencyName } from '../../domain/directory.ts';
import { type Register, registerSeats, type SeatStatus } from '../../domain/register.ts';
import { markAll } from '../../domain/register-commands.ts';
import { resolveMeeting } from '../meetings/queries.ts';
import { chosenIds, meetingInput, refuseRegisterAccess, registerAction } from './keep-register.ts';
import { openRegister } from './open-register.ts';

/** The states of a seat in which nobody is. */
const FREE: ReadonlySet<SeatStatus> = new Set(['missing', 'left', 'apologies']);

/** Why a seat is not among those that are ticked. */
const REASONS: Readonly<Record<SeatStatus, string>> = {
  present: 'here already',
  deputy: 'here already, by deputy',
  claimed: 'claimed, not confirmed; stays as it is',
  left: 'left; not marked',
  apologies: 'sent apologies; not marked',
  missing: 'not marked',
};

/** *Mark present* of all that are ticked: a press marks all or none, and takes nobody’s mark away. */
export const markRoom = registerAction(
  'register.room',
  'registers.record',
  meetingInput.extend({ present: chosenIds }),
  (register, { present }, actor) => markAll(register, toMarks(register, present), actor),
);

const toMarks = (register: Register, present: readonly string[]) =>
  registerSeats(register)
    .filter(({ agency, status }) => present.includes(agency) && FREE.has(status))
    .map(({ agency }) => ({ person: `somebody:${agency}`, agency, status: 'here' as const }));

/** “everybody on the list is here but the police”: each expected agency by name, to be confirmed. */
export async function proposeRoom(request: Request, { filters, args }: Question): Promise<Answer> {
  const { directory, person, ports } = request;
  const meeting = await resolveMeeting(request, { group: filters.group, meeting: 'this' });
  if (!meeting)
    return {
      text: 'I can’t tell which of today’s meetings you mean, so nothing was marked. Say the group too.',
    };
  const { group, id } = meeting;
  if (!isPermittedOn(person, 'registers.record', { group })) return refuseRegisterAccess(directory);
  const name = formatMeeting(meeting, directory);
  const stored = await ports.registers.find(directory.partnership.id, id);
  if (stored?.register.status === 'closed')
    return {
      text: `The register of ${name}, is closed, so nothing was marked. It can be corrected, or reopened with a reason.`,
    };
  if (stored?.register.status !== 'open')
    return {
      text: `The register of ${name}, is not open yet, so nothing was marked.`,
      buttons: [openRegister.button('Open the register', { meeting: id })],
    };
  const { register } = stored;
  const except = new Set([...(args.except ?? []), ...(filters.agency ? [filters.agency] : [])]);
  const seats = registerSeats(register);
  const free = seats.filter(({ status }) => FREE.has(status));
  const marked = free.filter(({ agency, status }) => status === 'missing' && !except.has(agency));
  const toRow = (agency: string, line: string) => ({ title: agencyName(directory, agency), line });
  const others = [
    ...seats
      .filter((seat) => !marked.includes(seat))
      .map(({ agency, status }) => toRow(agency, REASONS[status])),
    ...[...except]
      .filter((agency) => !register.expected.includes(agency))
      .map((agency) => toRow(agency, 'not expected at this meeting')),
  ];
  const heading = `Mark ${formatCount(marked.length, 'agency', 'agencies')} present at ${name}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `Only those ticked are marked as here. ${formatCount(others.length, 'other')} ${pluralVerb(others.length, 'stays', 'stay')} as below.`,
    sections: [{ heading: 'Stay as they are', rows: others }],
    form: {
      fields: [
        {
          id: 'present',
          label: 'Here',
          kind: 'choices',
          value: marked.map(({ agency }) => agency).join(','),
          choices: free.map(({ agency }) => ({
            title: agencyName(directory, agency),
            value: agency,
          })),
        },
      ],
      submit: markRoom.button('Mark present', { meeting: id }),
    },
  };
}
