import type { ChangeEvent, PossibleChange } from './change-event.ts';
import type { Attendance, Meeting } from './meeting.ts';
import type { Outcome } from './outcome.ts';
import type { QuorumRule } from './partnership.ts';
import { assessQuorum, type Quorum } from './quorum.ts';

/**
 * The status of a register: it takes apologies while it is `planned`, all marks while it is `open`,
 * and corrections once it is `closed`.
 */
export type RegisterStatus = 'planned' | 'open' | 'closed';

/** The mark of one person, made by themselves or by somebody else. */
export interface Mark {
  /** Person id; `guest:NAME` for somebody whom the records do not know. */
  readonly person: string;
  /** The agency that they represent; a guest may have none. */
  readonly agency?: string;
  readonly status: 'here' | 'left' | 'apologies';
  /** They deputise for somebody else of the agency. */
  readonly isDeputy?: boolean;
  /** Set where the seat is not theirs by right: it counts once somebody else has confirmed it. */
  readonly claim?: SeatClaim;
  /**
   * A name as it was given: of a guest, or of the deputy whom an agency sends or who answered for
   * it.
   */
  readonly name?: string;
  /** With apologies: the id of the deputy, where it was named by somebody who may name one. */
  readonly deputy?: string;
  /** A short message with the apologies, for the chair and the administrators alone. */
  readonly message?: string;
  /** The id of the person who made the mark, and the ISO instant. */
  readonly by: string;
  readonly at: string;
  /** What it replaced, to which it is set back if it was a mistake. */
  readonly before?: Mark;
}

/** What became of the claim to a seat: open, until the chair or an administrator settles it. */
export interface SeatClaim {
  readonly outcome?: 'confirmed' | 'without-seat';
  readonly by?: string;
  readonly at?: string;
  /** Why the seat is not theirs. */
  readonly reason?: string;
}

/**
 * Somebody whom Teams reported in the meeting. It corroborates and never marks: connected is not
 * representing.
 */
export interface MeetingPresence {
  /** Person id; `unknown:OBJECT` for somebody whom the records do not know. */
  readonly person: string;
  readonly name: string;
  readonly isIn: boolean;
}

/** The register of one meeting: who is expected, and who is there for whom. */
export interface Register {
  readonly meetingId: string;
  readonly group: string;
  readonly status: RegisterStatus;
  /**
   * The agencies whose attendance counts: core members of the group and invited ones, without
   * vacant seats.
   */
  readonly expected: readonly string[];
  /** The expected `when-required` agencies, which were invited. */
  readonly invited: readonly string[];
  /** Agencies with nobody to send: a vacant seat is not an absence. */
  readonly vacant: readonly string[];
  readonly marks: readonly Mark[];
  readonly joined: readonly MeetingPresence[];
  /** Set, with the reason, when the chair went on inquorate. */
  readonly proceeded?: ProceedReason;
  /** The lines of a closed register, one for each agency; empty until then. */
  readonly lines: readonly Attendance[];
}

export interface ProceedReason {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/**
 * One event in the register’s history: `opened`, `marked`, `left`, `invited`, `vacant`, `joined`,
 * `proceeded`, `closed`, `reopened`, `corrected`, `undone`; of claims to a seat `confirmed` and `refused`.
 */
export interface RegisterEvent extends ChangeEvent {
  readonly agency?: string;
  readonly person?: string;
}

/** The register of a meeting before anybody was marked. */
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

/** The status of an agency’s seat: the best mark of any of its people, else a claim to it. */
export type SeatStatus = 'present' | 'deputy' | 'claimed' | 'left' | 'apologies' | 'missing';

export interface Seat {
  readonly agency: string;
  readonly status: SeatStatus;
  /** Everybody who fills it. Several may share one seat: all are shown, the agency counts once. */
  readonly marks: readonly Mark[];
}

/** The claims that nobody has settled yet, of whoever is here or was. */
export const openClaims = ({ marks }: Pick<Register, 'marks'>): Mark[] =>
  marks.filter(({ claim }) => claim && !claim.outcome);

/** Names a claim with its seat, so that nobody confirms another seat than they saw. */
export const claimId = ({ person, agency }: Mark): string => `${agency}:${person}`;

const fillsSeat = ({ claim }: Mark): boolean => !claim || claim.outcome === 'confirmed';

/** The seats of the expected agencies, in their order. */
export function registerSeats({ expected, marks }: Pick<Register, 'expected' | 'marks'>): Seat[] {
  return expected.map((agency) => {
    const own = marks.filter((mark) => mark.agency === agency && fillsSeat(mark));
    const byRank = own.toSorted(
      (a, b) =>
        Number(a.isDeputy ?? false) - Number(b.isDeputy ?? false) || a.at.localeCompare(b.at),
    );
    const isClaimed = openClaims({ marks }).some(
      (mark) => mark.agency === agency && mark.status === 'here',
    );
    return { agency, status: bestStatus(own, isClaimed), marks: byRank };
  });
}

function bestStatus(marks: readonly Mark[], isClaimed: boolean): SeatStatus {
  const here = marks.filter(({ status }) => status === 'here');
  if (here.some(({ isDeputy }) => !isDeputy)) return 'present';
  if (here.length > 0) return 'deputy';
  if (isClaimed) return 'claimed';
  if (marks.some(({ status }) => status === 'left')) return 'left';
  return marks.length > 0 ? 'apologies' : 'missing';
}

/** People who represent no expected agency: shown, never counted. */
export function registerGuests({ expected, marks }: Register): Mark[] {
  const isGuest = ({ agency, claim }: Mark) =>
    claim ? claim.outcome === 'without-seat' : !(agency && expected.includes(agency));
  return marks.filter((mark) => mark.status === 'here' && isGuest(mark));
}

/** People whom Teams reported in the meeting and who are not marked as here. */
export function notOnRegister({ joined, marks }: Register): MeetingPresence[] {
  const here = new Set(marks.filter(({ status }) => status === 'here').map(({ person }) => person));
  return joined.filter(({ person, isIn }) => isIn && !here.has(person));
}

/** The agencies that attend now, or that attended when the register is closed. */
export function attendingAgencies(register: Register): Set<string> {
  const seats =
    register.status === 'closed'
      ? register.lines.map(({ agency, attended }) => ({ agency, status: attended }))
      : registerSeats(register);
  const attended = seats.filter(({ status }) => status === 'present' || status === 'deputy');
  return new Set(attended.map(({ agency }) => agency));
}

/** Whether the meeting may decide by its register; `undefined` for a group without a rule. */
export function registerQuorum(
  register: Register,
  rules: readonly QuorumRule[],
): Quorum | undefined {
  return assessQuorum(register.group, rules, attendingAgencies(register));
}

export type RegisterChange = PossibleChange<Register, RegisterEvent>;

export type RegisterRefusal =
  | 'register-closed'
  | 'register-not-open'
  | 'not-expected'
  | 'reason-missing'
  | 'not-closed'
  | 'seated-elsewhere'
  | 'own-claim'
  | 'claims-open'
  | 'closes-early'
  | 'changed-since'
  | 'not-yours';

/** What a command on a register comes to. */
export type RegisterOutcome<Refusal extends RegisterRefusal = RegisterRefusal> = Outcome<
  RegisterChange,
  Refusal
>;
