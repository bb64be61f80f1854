import type { ChangeEvent } from './change-event.ts';
import type { Attendance, AttendanceStatus, Meeting } from './meeting.ts';
import type { QuorumRule } from './partnership.ts';
import { assessQuorum, type Quorum } from './quorum.ts';

/** A register takes apologies while it is `planned`, everything while it is `open`, and corrections once it is `closed`. */
export type RegisterStatus = 'planned' | 'open' | 'closed';

/** What one person said of themselves, or somebody said for them. */
export interface Mark {
  /** Person id; `guest:NAME` for somebody whom the records do not know. */
  readonly person: string;
  /** The agency for which they are there; a guest may have none. */
  readonly agency?: string;
  readonly status: 'here' | 'left' | 'apologies';
  /** They are there in the place of somebody else of the agency. */
  readonly isDeputy?: boolean;
  /** A name as it was given: the guest’s own, or the deputy’s whom an agency sends or who spoke for it. */
  readonly name?: string;
  /** A word with the apologies. */
  readonly word?: string;
  /** Person id of who said so, and the ISO instant. */
  readonly by: string;
  readonly at: string;
  /** The last presses that came to this mark: one that is repeated has no second effect. */
  readonly presses: readonly string[];
}

/** Somebody whom Teams reported in the meeting. It corroborates, it never marks: connected is not representing. */
export interface MeetingPresence {
  /** Person id; `unknown:OBJECT` for somebody whom the records do not know. */
  readonly person: string;
  readonly name: string;
  readonly isIn: boolean;
}

/** Who is expected at one meeting and who is there, for whom. */
export interface Register {
  readonly meetingId: string;
  readonly group: string;
  readonly status: RegisterStatus;
  /** The agencies whose attendance counts: core members of the group and those invited, without vacant seats. */
  readonly expected: readonly string[];
  /** Of those, the `when-required` agencies that were invited. */
  readonly invited: readonly string[];
  /** Agencies that have nobody to send: a vacant seat is not an absence. */
  readonly vacant: readonly string[];
  readonly marks: readonly Mark[];
  readonly joined: readonly MeetingPresence[];
  /** The chair went on inquorate, and why. */
  readonly proceeded?: ProceedReason;
  /** What a closed register says, agency by agency; empty until then. */
  readonly lines: readonly Attendance[];
}

export interface ProceedReason {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One line of the register’s history: `opened`, `marked`, `left`, `invited`, `vacant`, `joined`, `proceeded`, `closed`, `corrected`. */
export interface RegisterEvent extends ChangeEvent {
  readonly agency?: string;
  readonly person?: string;
}

/** A register before anybody spoke of it. */
export function plannedRegister(
  { id, group }: Pick<Meeting, 'id' | 'group'>,
  core: readonly string[],
): Register {
  return {
    meetingId: id,
    group,
    status: 'planned',
    expected: core,
    invited: [],
    vacant: [],
    marks: [],
    joined: [],
    lines: [],
  };
}

/** How an agency stands: the best that any of its people said. */
export type SeatStatus = 'present' | 'deputy' | 'left' | 'apologies' | 'missing';

export interface Seat {
  readonly agency: string;
  readonly status: SeatStatus;
  /** All who spoke for the agency. Several may sit in one seat: all are shown, the agency counts once. */
  readonly marks: readonly Mark[];
}

/** The expected agencies, in their order, with who spoke for each. */
export function registerSeats({ expected, marks }: Pick<Register, 'expected' | 'marks'>): Seat[] {
  return expected.map((agency) => {
    const own = marks.filter((mark) => mark.agency === agency);
    const byRank = own.toSorted(
      (a, b) =>
        Number(a.isDeputy ?? false) - Number(b.isDeputy ?? false) || a.at.localeCompare(b.at),
    );
    return { agency, status: bestStatus(own), marks: byRank };
  });
}

function bestStatus(marks: readonly Mark[]): SeatStatus {
  const here = marks.filter(({ status }) => status === 'here');
  if (here.some(({ isDeputy }) => !isDeputy)) return 'present';
  if (here.length > 0) return 'deputy';
  if (marks.some(({ status }) => status === 'left')) return 'left';
  return marks.length > 0 ? 'apologies' : 'missing';
}

/** Those who are there for no expected agency: shown, never counted. */
export function registerGuests({ expected, marks }: Register): Mark[] {
  return marks.filter(
    ({ agency, status }) => status === 'here' && !(agency && expected.includes(agency)),
  );
}

/** Whom Teams reported in the meeting and who is not on the register as here. */
export function notOnRegister({ joined, marks }: Register): MeetingPresence[] {
  const here = new Set(marks.filter(({ status }) => status === 'here').map(({ person }) => person));
  return joined.filter(({ person, isIn }) => isIn && !here.has(person));
}

/** The agencies that attend now; of a closed register, those that attended. */
export function attendingAgencies(register: Register): Set<string> {
  if (register.status === 'closed') {
    const attended = register.lines.filter(
      (line) => line.attended === 'present' || line.attended === 'deputy',
    );
    return new Set(attended.map(({ agency }) => agency));
  }
  const there = registerSeats(register).filter(
    ({ status }) => status === 'present' || status === 'deputy',
  );
  return new Set(there.map(({ agency }) => agency));
}

/** Whether the meeting may decide, as its register stands; `undefined` for a group without a rule. */
export function registerQuorum(
  register: Register,
  rules: readonly QuorumRule[],
): Quorum | undefined {
  return assessQuorum(register.group, rules, attendingAgencies(register));
}

/**
 * The lines that a register closes with. Who was there and left attended; who is not mentioned was absent; guests have no
 * line, for nobody expected them.
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

/** Whether a meeting may decide at one moment, on what it counts, and why the chair went on without, if that was recorded. */
export function quorumSnapshot(
  register: Register,
  rules: readonly QuorumRule[],
): { quorum?: Quorum; attending: readonly string[]; proceeding?: string } {
  const quorum = registerQuorum(register, rules);
  const { proceeded } = register;
  return {
    ...(quorum && { quorum }),
    attending: [...attendingAgencies(register)],
    ...(proceeded && { proceeding: proceeded.reason }),
  };
}
