import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import type { ClosingDoubts } from './closing-doubts.ts';
import type { Directory } from './directory.ts';
import type { Attendance, AttendanceStatus } from './meeting.ts';
import { omitUndefined } from './optional.ts';
import { accept, refuse } from './outcome.ts';
import { notePartnership, type OpenedRegister } from './partnership-then.ts';
import {
  type Mark,
  type MeetingPresence,
  type Register,
  type RegisterChange,
  type RegisterOutcome,
  registerSeats,
} from './register.ts';
import { mark, type NewMark } from './register-marks.ts';
import { claimsSeat, type Settlement, settleClaims } from './seat-claims.ts';

/**
 * Opens a register, and notes how the partnership stands; one that is already open does not change.
 * Apologies given beforehand stay.
 */
export function open(
  register: Register,
  core: readonly string[],
  actor: Actor,
  directory?: Directory,
): RegisterOutcome<'register-closed'> {
  if (register.status === 'closed') return refuse('register-closed');
  if (register.status === 'open') return accept({ record: register });
  const seats = directory?.memberships.filter(({ group }) => group === register.group) ?? [];
  const unheld = seats.filter(({ isVacant }) => isVacant).map(({ agency }) => agency);
  const vacant = [...new Set([...register.vacant, ...withoutAll(unheld, register.invited)])];
  const expected = withoutAll([...new Set([...core, ...register.invited])], vacant);
  const opened = { ...register, status: 'open' as const, expected, vacant };
  return acceptChange(withPartnership(opened, actor, directory), { type: 'opened' }, actor);
}

/**
 * Invites an agency, so that it is expected at this meeting: its guests become its representatives.
 */
export function invite(
  register: Register,
  agency: string,
  actor: Actor,
): RegisterOutcome<'register-closed'> {
  if (register.status === 'closed') return refuse('register-closed');
  if (register.expected.includes(agency)) return accept({ record: register });
  const { expected, invited, vacant } = register;
  const next = {
    expected: [...expected, agency],
    invited: [...invited, agency],
    vacant: withoutAgency(vacant, agency),
  };
  return acceptChange({ ...register, ...next }, { type: 'invited', agency }, actor);
}

/** Records a vacant seat: an agency with nobody to send is neither expected nor absent. */
export function vacate(
  register: Register,
  agency: string,
  actor: Actor,
): RegisterOutcome<'register-closed'> {
  if (register.status === 'closed') return refuse('register-closed');
  if (register.vacant.includes(agency)) return accept({ record: register });
  const { expected, invited, vacant } = register;
  const next = {
    expected: withoutAgency(expected, agency),
    invited: withoutAgency(invited, agency),
    vacant: [...vacant, agency],
  };
  return acceptChange({ ...register, ...next }, { type: 'vacant', agency }, actor);
}

/**
 * Records whom Teams reported as joining or leaving. It marks nobody, and a closed register records
 * no more of it.
 */
export function notePresence(
  register: Register,
  reported: readonly MeetingPresence[],
  actor: Actor,
): RegisterOutcome<never> {
  const isNews = (each: MeetingPresence) =>
    !register.joined.some(({ person, isIn }) => person === each.person && isIn === each.isIn);
  const news = reported.filter(isNews);
  if (register.status === 'closed' || news.length === 0) return accept({ record: register });
  const others = register.joined.filter(
    ({ person }) => !news.some((each) => each.person === person),
  );
  return acceptChange(
    { ...register, joined: [...others, ...news] },
    { type: 'joined', changes: { joined: { to: String(news.length) } } },
    actor,
  );
}

/** Records that the chair goes on although the meeting is not quorate, with the reason. */
export function proceed(
  register: Register,
  reason: string,
  actor: Actor,
): RegisterOutcome<'register-not-open' | 'reason-missing'> {
  if (register.status !== 'open') return refuse('register-not-open');
  if (!reason.trim()) return refuse('reason-missing');
  if (register.proceeded?.reason === reason.trim()) return accept({ record: register });
  const proceeded = { reason: reason.trim(), by: actor.by, at: actor.at };
  return acceptChange(
    { ...register, proceeded },
    { type: 'proceeded', reason: proceeded.reason },
    actor,
  );
}

/**
 * Closes a register, which then has a line for every expected agency. Every claim to a seat is
 * settled with it. Closing it again changes nothing; `doubts` that nobody has answered keep it open.
 */
export function close(
  register: Register,
  actor: Actor,
  settlement: Settlement = { claims: [], confirmed: [] },
  doubts?: ClosingDoubts,
  directory?: Directory,
): RegisterOutcome<'register-not-open' | 'claims-open' | 'own-claim' | 'closes-early'> {
  if (register.status === 'planned') return refuse('register-not-open');
  if (register.status === 'closed') return accept({ record: register });
  const settling = settleClaims(register, settlement, actor);
  if (settling.refusal) return refuse(settling.refusal);
  if (doubts) return refuse('closes-early');
  const { settled, details } = settling;
  return acceptChange(
    withPartnership(
      { ...settled, status: 'closed', lines: closingLines(settled) },
      actor,
      directory,
    ),
    { type: 'closed', ...details },
    actor,
  );
}

/**
 * Corrects one line of a closed register, with the reason. The old value stays in the history.
 * Nobody gives the seat that they claimed in vain.
 */
export function correct(
  register: Register,
  {
    agency,
    attended,
    reason,
  }: { readonly agency: string; readonly attended: AttendanceStatus; readonly reason: string },
  actor: Actor,
): RegisterOutcome<'not-closed' | 'reason-missing' | 'own-claim'> {
  if (register.status !== 'closed') return refuse('not-closed');
  const before = register.lines.find((line) => line.agency === agency);
  if (before?.attended === attended) return accept({ record: register });
  if ((attended === 'present' || attended === 'deputy') && claimsSeat(register, agency, actor.by))
    return refuse('own-claim');
  if (!reason.trim()) return refuse('reason-missing');
  const after = { meetingId: register.meetingId, agency, attended };
  const lines = before
    ? register.lines.map((line) => (line === before ? after : line))
    : [...register.lines, after];
  const details = {
    type: 'corrected',
    agency,
    changes: { attended: omitUndefined({ from: before?.attended, to: attended }) },
    reason: reason.trim(),
  };
  return acceptChange({ ...register, lines }, details, actor);
}

const withPartnership = (
  register: Register,
  { at }: Actor,
  directory?: Directory,
): OpenedRegister =>
  directory ? { ...register, partnershipThen: notePartnership(register, directory, at) } : register;

const withoutAgency = (agencies: readonly string[], agency: string) =>
  agencies.filter((each) => each !== agency);

/**
 * The lines with which a register closes. Somebody who came and left attended; an agency that is
 * not mentioned was absent; guests have no line, because nobody expected them.
 */
export function closingLines(register: Register): Attendance[] {
  return registerSeats(register).map(({ agency, marks }) => {
    const came = marks.filter(({ status }) => status !== 'apologies');
    const sorry = marks.find(({ status }) => status === 'apologies');
    const who = came.find(({ isDeputy }) => !isDeputy) ?? came[0] ?? sorry;
    const attended: AttendanceStatus = who
      ? who === sorry
        ? 'apologies'
        : who.isDeputy
          ? 'deputy'
          : 'present'
      : 'absent';
    const line = { meetingId: register.meetingId, agency, attended };
    const person = who && (who.isDeputy && who.name ? who.name : knownPerson(who));
    return {
      ...line,
      ...(person && { person }),
      ...(attended === 'deputy' && sorry && { deputyFor: sorry.person }),
    };
  });
}

const knownPerson = ({ person }: Mark): string | undefined =>
  person.includes(':') ? undefined : person;

/** Marks several people in one change, all or none, with one event for the history. */
export function markAll(
  register: Register,
  wanted: readonly NewMark[],
  actor: Actor,
): ReturnType<typeof mark> {
  const marked: string[] = [];
  let change: RegisterChange = { record: register };
  for (const each of wanted) {
    if (marked.includes(each.person)) continue;
    const outcome = mark(change.record, each, actor);
    if (!outcome.ok) return outcome;
    if (!outcome.value.event) continue;
    marked.push(each.person);
    change = { ...outcome.value, event: { ...outcome.value.event, person: marked.join(', ') } };
  }
  return accept(change);
}

const withoutAll = (agencies: readonly string[], others: readonly string[]): string[] =>
  agencies.filter((agency) => !others.includes(agency));
