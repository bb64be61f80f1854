import { toActor } from '../../answers/form.ts';
import { meetingInWords } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { ChangedRegister, Ports } from '../../contract/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Register, registerQuorum } from '../../domain/register.ts';
import type { RegisterChange, RegisterRefusal } from '../../domain/register-life.ts';
import { lackInWords } from './quorum-words.ts';
import { registerOrNew } from './register-access.ts';
import { ROLL_CALL, rollCallFor } from './roll-call.ts';

type Decide = (register: Register, actor: Actor) => Outcome<RegisterChange, RegisterRefusal>;

const NOT_DONE: Readonly<Record<Exclude<RegisterRefusal, 'register-closed'>, string>> = {
  'register-not-open':
    'The register is not open yet, so nothing was recorded. Apologies can be given already.',
  'not-expected':
    'Your agency is not expected at this meeting, so nothing was recorded yet. You can join as a guest.',
  'reason-missing': 'Nothing was recorded: please give a reason, which is kept.',
  'not-closed': 'The register is still open: change it there. Nothing was recorded.',
};

/** The meeting that a button names. */
export async function meetingOf(
  asker: Asker,
  verb: string,
  id: string,
  ports: Ports,
): Promise<Meeting> {
  const found = await ports.meetings.find(asker.directory.partnership.id, id);
  if (!found) throw new UnreadableInput(verb);
  return found.meeting;
}

/** Decides on the register as it stands, saves it, lets the live cards follow, and shows the asker their own. */
export async function changeRegister(
  asker: Asker,
  meeting: Meeting,
  ports: Ports,
  decide: Decide,
): Promise<Answer> {
  const { directory } = asker;
  const { id } = directory.partnership;
  const actor = toActor(asker, ports);
  const outcome = await ports.registers.change(id, meeting.id, (register) =>
    decide(registerOrNew(register, meeting, directory), actor),
  );
  if (!outcome.ok) return notDone(asker, meeting, outcome.refusal, ports);
  await follow(asker, meeting, outcome.value, ports);
  return rollCallFor(asker, { meeting, stored: outcome.value }, ports);
}

/** Brings the live cards up to date, and says it aloud when the meeting has just ceased to be quorate. */
export async function follow(
  { directory }: Pick<Asker, 'directory'>,
  meeting: Meeting,
  { register, before }: ChangedRegister,
  ports: Ports,
): Promise<void> {
  if (register === before) return;
  const subject = { partnership: directory.partnership.id, kind: ROLL_CALL, id: meeting.id };
  ports.liveCards.changed(subject);
  const { quorum } = directory.partnership;
  const [was, is] = [before && registerQuorum(before, quorum), registerQuorum(register, quorum)];
  if (register.status !== 'open' || before?.status !== 'open' || !was?.quorate || !is || is.quorate)
    return;
  const text = `The meeting is no longer quorate: ${lackInWords(is, directory)}. The chair may go on with a reason, which is recorded.`;
  await ports.liveCards.say(subject, text);
}

async function notDone(
  asker: Asker,
  meeting: Meeting,
  refusal: RegisterRefusal,
  ports: Ports,
): Promise<Answer> {
  const { directory, place } = asker;
  const { id } = directory.partnership;
  if (refusal === 'register-closed') return closedAlready(asker, meeting, ports);
  const stored = (await ports.registers.find(id, meeting.id)) ?? {
    register: registerOrNew(undefined, meeting, directory),
    version: 0,
  };
  const joinAsGuest = refusal === 'not-expected';
  return {
    ...rollCallFor(
      { ...asker, place },
      { meeting, stored, notice: NOT_DONE[refusal], joinAsGuest },
      ports,
    ),
  };
}

/** A press on the card of a register that is closed: told so, with the card of the meeting that is going on here, if there is one. */
async function closedAlready(asker: Asker, meeting: Meeting, ports: Ports): Promise<Answer> {
  const { directory, place } = asker;
  const { id } = directory.partnership;
  const told = `The register of ${meetingInWords(meeting, directory)}, is closed, and nothing was changed.`;
  const current = await ports.liveCards.shownIn(id, ROLL_CALL, place);
  if (current && current !== meeting.id) {
    const [found, stored] = await Promise.all([
      ports.meetings.find(id, current),
      ports.registers.find(id, current),
    ]);
    if (found && stored?.register.status === 'open')
      return rollCallFor(
        asker,
        { meeting: found.meeting, stored, notice: `${told} This is the one that is open.` },
        ports,
      );
  }
  const stored = await ports.registers.find(id, meeting.id);
  return stored ? rollCallFor(asker, { meeting, stored, notice: told }, ports) : { text: told };
}
