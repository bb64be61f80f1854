import { z } from 'zod';
import { formatAdministrators } from '../../answers/access-words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { digestOperation } from '../../contract/operation.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Register, RegisterChange, RegisterRefusal } from '../../domain/register.ts';
import { invite, markAll, proceed, vacate } from '../../domain/register-commands.ts';
import { mark, seatOf } from '../../domain/register-marks.ts';
import { claimsSeat } from '../../domain/seat-claims.ts';
import {
  type AskBefore,
  changeOpenRegister,
  changeRegister,
  type Decide,
  loadMeeting,
  type RegisterRequest,
} from './change-register.ts';
import { meetingId } from './roll-call.ts';

/** An id that was chosen in a form; empty where nothing was. */
export const chosenId = z.string().max(200).default('');
/** Several of them, as a card sends them: with commas between them. */
export const chosenIds = z
  .string()
  .max(20_000)
  .default('')
  .transform((text) => text.split(',').filter(Boolean));
export const shortText = z.string().trim().max(300).default('');
export const meetingInput = z.object({ meeting: meetingId });

/**
 * A button for the chair of a meeting and the administrators. One that `isOfNow` is about a meeting
 * that goes on: on a card of one that is over, in a chat where the next goes on, it is a slip.
 */
export const registerAction = <Schema extends z.ZodType<{ readonly meeting: string }>>(
  id: string,
  permission: 'registers.record' | 'registers.confirm-seats' | 'registers.proceed-inquorate',
  input: Schema,
  decide: (
    register: Register,
    input: z.output<Schema>,
    actor: Actor,
    request: RegisterRequest,
    meeting: Meeting,
  ) => Outcome<RegisterChange, RegisterRefusal>,
  {
    isOfNow = true,
    moves,
    news,
    askBefore,
  }: {
    readonly isOfNow?: boolean;
    moves?(input: z.output<Schema>): string;
    readonly news?: string;
    askBefore?(request: RegisterRequest, ...refused: Parameters<AskBefore>): ReturnType<AskBefore>;
  } = {},
) =>
  action({
    id,
    permission,
    nameFields: ['name', 'guest', 'joined'],
    input,
    async handle(request: RegisterRequest, form) {
      const { person, directory } = request;
      const meeting = await loadMeeting(request, form.meeting);
      if (!isPermittedOn(person, permission, { group: meeting.group }))
        return refuseRegisterAccess(directory);
      const operation = request.operation && (await digestOperation(request.operation, id, form));
      const decideOn: Decide = (register, actor) => decide(register, form, actor, request, meeting);
      const { operation: pressed } = request;
      const data = { verb: id, meeting: meeting.id, operation: pressed, moves: form };
      const asks: AskBefore | undefined =
        askBefore && ((...refused) => askBefore(request, ...refused));
      const move = moves && { move: { person: moves(form), data } };
      const change = { operation, news, askBefore: asks, ...move };
      return isOfNow
        ? changeOpenRegister(request, meeting, decideOn, { ...change, byKeeper: true })
        : changeRegister(request, meeting, decideOn, change);
    },
  });

const markForm = z.object({
  who: chosenId,
  status: z.enum(['here', 'deputy', 'apologies', 'left', 'vacant']).default('here'),
  name: shortText,
});

/** Marks somebody else: a person of the records, or somebody of an agency. */
export const markOther = registerAction(
  'register.mark',
  'registers.record',
  meetingInput.extend({ ...markForm.shape, moves: markForm.optional() }),
  (register, { moves, ...form }, actor, { directory }) => {
    const { who, status, name } = moves ?? form;
    const agency = who.startsWith('somebody:')
      ? who.slice('somebody:'.length)
      : findAgency(who, directory);
    if (!agency || !isListed(agency, directory)) return leaveUnchanged(register);
    if (status === 'vacant') return vacate(register, agency, actor);
    if (who.startsWith('somebody:') && claimsSeat(register, agency, actor.by))
      return refuse('own-claim');
    const isDeputy = status === 'deputy' || undefined;
    const wanted = { person: who, agency, name: name || undefined, isDeputy };
    const asked = { ...wanted, status: isDeputy ? 'here' : status, asGuest: true } as const;
    return mark(register, { ...asked, moves: moves !== undefined }, actor);
  },
  { moves: ({ who }) => who },
);

/** Somebody whom the records do not know: shown, never counted. */
export const addGuest = registerAction(
  'register.guest',
  'registers.record',
  meetingInput.extend({ guest: shortText }),
  (register, { guest }, actor) =>
    guest
      ? mark(register, { person: `guest:${guest}`, status: 'here', asGuest: true }, actor)
      : leaveUnchanged(register),
);

/** Expects a `when-required` agency at this meeting. */
export const inviteAgency = registerAction(
  'register.invite',
  'registers.record',
  meetingInput.extend({ invite: chosenId }),
  (register, form, actor, { directory }) =>
    isListed(form.invite, directory)
      ? invite(register, form.invite, actor)
      : leaveUnchanged(register),
);

/** *Mark present* for those whom Teams reported and who had not answered; strangers become guests. */
export const markJoined = registerAction(
  'register.joined',
  'registers.record',
  meetingInput.extend({ joined: z.array(z.string().max(200)).max(300) }),
  (register, { joined }, actor, { directory }) => {
    const reported = register.joined.filter(({ person }) => joined.includes(person));
    const wanted = reported.map(({ person, name }) => {
      // Whoever left comes back to the seat that they had.
      const { claim, ...seat } = seatOf(register.marks.find((each) => each.person === person));
      return {
        person,
        ...(directory.people.some(({ id }) => id === person)
          ? { agency: findAgency(person, directory) }
          : { name }),
        ...seat,
        ...(claim && { isClaim: true }),
        status: 'here' as const,
        asGuest: true,
      };
    });
    return markAll(register, wanted, actor);
  },
);

/** The chair proceeds without a quorum, with a reason. */
export const proceedInquorate = registerAction(
  'register.proceed',
  'registers.proceed-inquorate',
  meetingInput.extend({ reason: shortText }),
  (register, { reason }, actor) => proceed(register, reason, actor),
);

/** A form in which nothing was chosen. */
export const leaveUnchanged = (register: Register) => accept({ record: register });

function findAgency(person: string, { people }: Directory): string | undefined {
  return people.find(({ id }) => id === person)?.agency;
}

export function isListed(agency: string, { agencies }: Directory): boolean {
  return agencies.some(({ id }) => id === agency);
}

/** Who may keep a register, said to somebody who may not. */
export function refuseRegisterAccess(directory: Directory): Answer {
  return {
    text: `Nothing was changed: a register is kept by the chair and the administrators. Please ask ${formatAdministrators(directory)}.`,
    refused: 'access',
  };
}
