import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import { accept, type Outcome } from '../../domain/outcome.ts';
import type { Register } from '../../domain/register.ts';
import type { RegisterChange } from '../../domain/register-life.ts';
import {
  close,
  correct,
  invite,
  mark,
  markAll,
  proceed,
  type RegisterRefusal,
  vacate,
} from '../../domain/register-life.ts';
import { changeRegister, meetingOf } from './change-register.ts';
import { isKeeper, mayNotKeep } from './register-access.ts';

const id = z.string().max(200);
const line = z.string().trim().max(300);
const kept = z.object({
  meeting: id.min(1),
  operation: id.optional(),
  who: id.optional(),
  standing: z.enum(['here', 'deputy', 'apologies', 'left', 'vacant']).optional(),
  name: line.optional(),
  guest: line.optional(),
  invite: id.optional(),
  joined: z.array(id).max(300).optional(),
  reason: line.optional(),
  agency: id.optional(),
  attended: z.enum(['present', 'deputy', 'apologies', 'absent']).optional(),
});
type Kept = z.output<typeof kept>;
type Decide = (
  register: Register,
  form: Kept,
  actor: Actor,
  asker: Asker,
) => Outcome<RegisterChange, RegisterRefusal>;

/** A button that only the chair and the administrators have. */
const keep =
  (verb: string, decide: Decide, mayPress = isKeeper) =>
  async (asker: Asker, data: unknown, ports: Ports): Promise<Answer> => {
    const parsed = kept.safeParse(data);
    if (!parsed.success) throw new UnreadableInput(verb);
    const form = parsed.data;
    const meeting = await meetingOf(asker, verb, form.meeting, ports);
    if (!mayPress(asker, meeting)) return mayNotKeep(asker.directory);
    return changeRegister(asker, meeting, ports, (register, actor) =>
      decide(register, form, actor, asker),
    );
  };

/** Marks somebody else: a person of the records, or somebody of an agency. */
export const markOther = keep(
  'register.mark',
  (register, { who, standing, name, operation }, actor, { directory }) => {
    const agency = who?.startsWith('somebody:')
      ? who.slice('somebody:'.length)
      : agencyOf(who, directory);
    if (!who || !standing || !operation || !agency || !isListed(agency, directory))
      return unchanged(register);
    if (standing === 'vacant') return vacate(register, agency, actor);
    const isDeputy = standing === 'deputy' || undefined;
    const wanted = { person: who, agency, name: name || undefined, isDeputy };
    const said = standing === 'deputy' ? 'here' : standing;
    return mark(register, { ...wanted, status: said, press: operation, asGuest: true }, actor);
  },
);

/** Somebody whom the records do not know: shown, never counted. */
export const addGuest = keep('register.guest', (register, { guest, operation }, actor) =>
  guest && operation
    ? mark(
        register,
        { person: `guest:${guest}`, status: 'here', press: operation, asGuest: true },
        actor,
      )
    : unchanged(register),
);

/** Expects a `when-required` agency at this meeting. */
export const inviteAgency = keep('register.invite', (register, form, actor, { directory }) =>
  form.invite && isListed(form.invite, directory)
    ? invite(register, form.invite, actor)
    : unchanged(register),
);

/** *Mark present* for those whom Teams reported and who had not answered; strangers become guests. */
export const markJoined = keep(
  'register.joined',
  (register, { joined = [], operation = '' }, actor, { directory }) => {
    const reported = register.joined.filter(({ person }) => joined.includes(person));
    const wanted = reported.map(({ person, name }) => {
      const agency = agencyOf(person, directory);
      const isKnown = directory.people.some(({ id }) => id === person);
      return {
        person,
        ...(isKnown ? { agency } : { name }),
        status: 'here',
        press: operation,
        asGuest: true,
      } as const;
    });
    return markAll(register, wanted, actor);
  },
);

/** The chair goes on without a quorum, with a reason. */
export const proceedInquorate = keep(
  'register.proceed',
  (register, { reason = '' }, actor) => proceed(register, reason, actor),
  ({ person }, { group }) => isPermittedOn(person, 'registers.proceed', { group }),
);

/** *Close the register*. */
export const closeRegister = keep('register.close', (register, _form, actor) =>
  close(register, actor),
);

/** Corrects a line of a closed register, with a reason. */
export const correctRegister = keep('register.correct', (register, form, actor, { directory }) => {
  const { agency, attended, reason = '' } = form;
  return agency && attended && isListed(agency, directory)
    ? correct(register, { agency, attended, reason }, actor)
    : unchanged(register);
});

/** A form in which nothing was chosen. */
const unchanged = (register: Register) => accept({ record: register });

function agencyOf(person: string | undefined, { people }: Asker['directory']): string | undefined {
  return people.find(({ id }) => id === person)?.agency;
}

function isListed(agency: string, { agencies }: Asker['directory']): boolean {
  return agencies.some(({ id }) => id === agency);
}
