import type { Actor } from './actor.ts';
import type { Change } from './change-event.ts';
import type { AttendanceStatus } from './meeting.ts';
import { omitUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import {
  closingLines,
  type Mark,
  type MeetingPresence,
  type Register,
  type RegisterEvent,
} from './register.ts';

/**
 * A register after a change, with the event for its history; without an event nothing has changed.
 */
export type RegisterChange = Change<Register, RegisterEvent>;

export type RegisterRefusal =
  | 'register-closed'
  | 'register-not-open'
  | 'not-expected'
  | 'reason-missing'
  | 'not-closed';

type RegisterOutcome<Refusal extends RegisterRefusal = RegisterRefusal> = Outcome<
  RegisterChange,
  Refusal
>;

/** Opens a register; one that is already open does not change. Apologies given beforehand stay. */
export function open(
  register: Register,
  core: readonly string[],
  actor: Actor,
): RegisterOutcome<'register-closed'> {
  if (register.status === 'closed') return refuse('register-closed');
  if (register.status === 'open') return accept({ record: register });
  const expected = [...new Set([...core, ...register.invited])].filter(
    (agency) => !register.vacant.includes(agency),
  );
  return acceptChange({ ...register, status: 'open', expected }, { type: 'opened' }, actor);
}

export type NewMark = Pick<Mark, 'person' | 'agency' | 'status' | 'isDeputy' | 'name' | 'word'> & {
  /** An id that distinguishes this press from the next one of the same person. */
  readonly press: string;
  /**
   * Set for a guest: somebody whose agency is not expected and who confirmed that they come as one.
   */
  readonly asGuest?: boolean;
};

/**
 * Marks one person: here, here as a deputy, apologies, left. Before the register is open there are
 * only apologies. A repeated press has no second effect, whatever happens in between.
 */
export function mark(
  register: Register,
  { press, asGuest, ...wanted }: NewMark,
  actor: Actor,
): RegisterOutcome<'register-closed' | 'register-not-open' | 'not-expected'> {
  const before = register.marks.find(({ person }) => person === wanted.person);
  if (before?.presses.includes(press)) return accept({ record: register });
  if (register.status === 'closed') return refuse('register-closed');
  if (register.status === 'planned' && wanted.status !== 'apologies')
    return refuse('register-not-open');
  const isExpected = wanted.agency !== undefined && register.expected.includes(wanted.agency);
  if (!isExpected && !asGuest && before?.agency !== wanted.agency) return refuse('not-expected');
  const presses = [...(before?.presses ?? []), press].slice(-REMEMBERED_PRESSES);
  const after: Mark = { ...wanted, by: actor.by, at: actor.at, presses };
  const marks = [...register.marks.filter(({ person }) => person !== wanted.person), after];
  const said = {
    person: wanted.person,
    agency: wanted.agency,
    changes: { status: omitUndefined({ from: statusWord(before), to: statusWord(after) }) },
  };
  return acceptChange({ ...register, marks }, { type: 'marked', ...said }, actor);
}

/** Marks several people in one change, all or none, with one event for the history. */
export function markAll(
  register: Register,
  wanted: readonly NewMark[],
  actor: Actor,
): ReturnType<typeof mark> {
  const marked: string[] = [];
  let change: RegisterChange = { record: register };
  for (const each of wanted) {
    const outcome = mark(change.record, each, actor);
    if (!outcome.ok) return outcome;
    if (!outcome.value.event) continue;
    marked.push(each.person);
    change = { ...outcome.value, event: { ...outcome.value.event, person: marked.join(', ') } };
  }
  return accept(change);
}

const REMEMBERED_PRESSES = 12;

const statusWord = (mark: Mark | undefined): string | undefined =>
  mark && (mark.status === 'here' && mark.isDeputy ? 'deputy' : mark.status);

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
 * Closes a register, which then has a line for every expected agency. Closing it again changes
 * nothing.
 */
export function close(register: Register, actor: Actor): RegisterOutcome<'register-not-open'> {
  if (register.status === 'planned') return refuse('register-not-open');
  if (register.status === 'closed') return accept({ record: register });
  return acceptChange(
    { ...register, status: 'closed', lines: closingLines(register) },
    { type: 'closed' },
    actor,
  );
}

/** Corrects one line of a closed register, with the reason. The old value stays in the history. */
export function correct(
  register: Register,
  {
    agency,
    attended,
    reason,
  }: { readonly agency: string; readonly attended: AttendanceStatus; readonly reason: string },
  actor: Actor,
): RegisterOutcome<'not-closed' | 'reason-missing'> {
  if (register.status !== 'closed') return refuse('not-closed');
  const before = register.lines.find((line) => line.agency === agency);
  if (before?.attended === attended) return accept({ record: register });
  if (!reason.trim()) return refuse('reason-missing');
  const after = { meetingId: register.meetingId, agency, attended };
  const lines = before
    ? register.lines.map((line) => (line === before ? after : line))
    : [...register.lines, after];
  const note = {
    type: 'corrected',
    agency,
    changes: { attended: omitUndefined({ from: before?.attended, to: attended }) },
    reason: reason.trim(),
  };
  return acceptChange({ ...register, lines }, note, actor);
}

function acceptChange(register: Register, note: Omit<RegisterEvent, 'at' | 'by'>, actor: Actor) {
  return accept({ record: register, event: { ...note, by: actor.by, at: actor.at } });
}

const withoutAgency = (agencies: readonly string[], agency: string) =>
  agencies.filter((each) => each !== agency);
