import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import { addDays, type Day } from './dates.ts';
import type { Directory } from './directory.ts';
import { findBoard } from './find-board.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Person, Role } from './partnership.ts';
import { changeFields } from './record-change.ts';

/**
 * What somebody is, from one day to another. A lead safeguarding partner leads one of the three
 * statutory partners, and a delegated one acts for them (Working Together 2023, chapter 2); neither
 * these nor a vice chair or a contact may do more in Convenor by it.
 */
export const SEAT_ROLES = [
  'chair',
  'vice-chair',
  'member',
  'lead-partner',
  'delegated-partner',
  'partner-lead',
  'deputy',
  'scrutineer',
  'administrator',
  'observer',
  'contact',
] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** Who holds what from when to when; a seat that nobody holds is vacant on those days. */
export interface Seat {
  readonly id: string;
  readonly role: SeatRole;
  /** The group that they chair or sit on. */
  readonly group?: string;
  /** The agency for which they do. */
  readonly agency?: string;
  /** Person id. */
  readonly person?: string;
  /** The name of somebody who does not use Convenor. */
  readonly name?: string;
  /** What they are there: “Head of Safeguarding”. */
  readonly post?: string;
  /** Both days included; unknown, or still to come, where there is none. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only where the partnership imports them: no form asks for them. */
  readonly phone?: string;
  readonly email?: string;
  readonly basis?: string;
}

/** A seat that had somebody, or is known to have nobody. */
export interface Vacancy extends Pick<Seat, 'role' | 'group' | 'agency'> {
  /** The first day without anybody; unknown where the records do not say. */
  readonly since?: Day;
}

/** Whether a record says who holds the seat; one that does not is a vacancy. */
export const hasHolder = ({
  person,
  name,
  post,
}: Pick<Seat, 'person' | 'name' | 'post'>): boolean =>
  person !== undefined || name !== undefined || post !== undefined;

/** Whether somebody holds a seat on a day. */
export const isHeldOn = (seat: Seat, on: Day): boolean =>
  hasHolder(seat) && (!seat.from || seat.from <= on) && (!seat.to || on <= seat.to);

type Position = Pick<Seat, 'role' | 'group' | 'agency'>;

const positionOf = ({ role, group, agency }: Position): string => [role, group, agency].join('|');

/** The role of people.csv that a seat gives, if any. */
function toRole({ role, group }: Seat, directory: Directory): Role | undefined {
  if (role === 'chair')
    return !group || group === findBoard(directory)?.id ? 'chair' : `chair:${group}`;
  const gives: readonly SeatRole[] = [
    'partner-lead',
    'deputy',
    'scrutineer',
    'administrator',
    'observer',
  ];
  return gives.includes(role) ? (role as Role) : undefined;
}

/**
 * A person as they are on a day. What the seats say of a role or a group goes before what
 * people.csv says of it, so that it ends with its last day; whoever has lost all groups is no
 * member any more.
 */
function personOn(person: Person, directory: Directory, seats: readonly Seat[], on: Day): Person {
  const own = seats.filter((seat) => seat.person === person.id);
  if (own.length === 0) return person;
  const ofRoles = own.flatMap((seat) => {
    const role = toRole(seat, directory);
    return role ? [{ role, seat }] : [];
  });
  const ofGroups = own.flatMap((seat) =>
    seat.role === 'member' && seat.group ? [{ group: seat.group, seat }] : [],
  );
  const board = findBoard(directory)?.id;
  const isSame = (role: Role, other: Role) =>
    role === other || [role, other].every((each) => each === 'chair' || each === `chair:${board}`);
  const held = ofRoles.filter(({ seat }) => isHeldOn(seat, on)).map(({ role }) => role);
  const groupsHeld = ofGroups.filter(({ seat }) => isHeldOn(seat, on)).map(({ group }) => group);
  const groups = [
    ...person.groups.filter((id) => !ofGroups.some(({ group }) => group === id)),
    ...groupsHeld,
  ];
  const hasLeft = ofGroups.length > 0 && groups.length === 0;
  const kept = person.roles.filter(
    (role) =>
      !ofRoles.some((each) => isSame(each.role, role)) &&
      !(hasLeft && (role === 'member' || role === 'observer')),
  );
  const roles = [...new Set([...kept, ...held])];
  if (roles.length === 0 && groupsHeld.length > 0) roles.push('member');
  const ended = own.filter(({ to }) => to && to < on).map(({ to }) => to as Day);
  const endedOn = roles.length === 0 ? ended.sort().at(-1) : undefined;
  return { ...person, roles, groups: [...new Set(groups)], ...(endedOn && { endedOn }) };
}

/**
 * The directory as of a day: access ends the day after a role's last one, on cards of before too,
 * and a vacant seat is expected nowhere.
 */
export function directoryOn(directory: Directory, seats: readonly Seat[], on: Day): Directory {
  if (seats.length === 0) return directory;
  const people = directory.people.map((person) => personOn(person, directory, seats, on));
  const now = { ...directory, people };
  const vacant = listVacancies(now, seats, on);
  return {
    ...now,
    memberships: directory.memberships.map((membership) => {
      const vacancy = vacant.find(
        ({ role, group, agency }) =>
          role === 'member' && group === membership.group && agency === membership.agency,
      );
      return vacancy ? { ...membership, isVacant: true } : membership;
    }),
  };
}

/**
 * The seats that nobody holds on a day, longest first. A seat that ended with nobody in it is no
 * longer there, and none of a group that has ended is; one that people.csv has somebody for is not
 * vacant.
 */
export function listVacancies(directory: Directory, seats: readonly Seat[], on: Day): Vacancy[] {
  const ended = directory.groups.filter(({ endsOn }) => endsOn && endsOn < on).map(({ id }) => id);
  const begun = seats.filter(
    ({ from, group }) => (!from || from <= on) && !(group && ended.includes(group)),
  );
  return [...Map.groupBy(begun, positionOf).values()]
    .flatMap((all): Vacancy[] => {
      const [seat] = all as [Seat, ...Seat[]];
      if (seats.some((each) => positionOf(each) === positionOf(seat) && isHeldOn(each, on)))
        return [];
      if (listFolderHolders(seat, directory, seats).length > 0) return [];
      const lastDay = latest(all.filter(hasHolder).map(({ to }) => to));
      const vacant = all.filter((each) => !hasHolder(each));
      const closedOn = latest(vacant.map(({ to }) => to));
      if (closedOn && closedOn < on && !(lastDay && lastDay > closedOn)) return [];
      const since = lastDay ? addDays(lastDay, 1) : latest(vacant.map(({ from }) => from));
      const { role, group, agency } = seat;
      return [omitUndefined({ role, group, agency, since })];
    })
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
}

/** Whoever has what a seat gives by people.csv, of whom no row of seats.csv says so. */
export function listFolderHolders(
  seat: Seat,
  directory: Directory,
  seats: readonly Seat[],
): readonly Person[] {
  const { role, group, agency } = seat;
  const wanted = toRole(seat, directory);
  return directory.people.filter(
    (person) =>
      (!agency || person.agency === agency) &&
      (role === 'member'
        ? group !== undefined && person.groups.includes(group)
        : wanted !== undefined && person.roles.includes(wanted)) &&
      !seats.some((each) => each.person === person.id && isSamePosition(each, seat)),
  );
}

export const isSamePosition = (one: Position, other: Position): boolean =>
  positionOf(one) === positionOf(other);

const latest = (days: readonly (Day | undefined)[]): Day | undefined =>
  days
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);

export type SeatRefusal =
  | 'holder-missing'
  | 'group-missing'
  | 'agency-missing'
  | 'days-disagree'
  | 'own-seat'
  | 'ended-already'
  | 'last-administrator';

type SeatOutcome = Outcome<Change<Seat>, SeatRefusal>;

const OF_GROUP: readonly SeatRole[] = ['vice-chair', 'member'];
const OF_AGENCY: readonly SeatRole[] = ['lead-partner', 'delegated-partner', 'partner-lead'];

/**
 * Records who holds a seat from a day on, or that nobody does. Nobody gives a role to themselves.
 */
export function startSeat(
  { isVacant, ...wanted }: Seat & { readonly isVacant?: boolean },
  actor: Actor,
): SeatOutcome {
  const seat = omitUndefined({
    ...wanted,
    name: wanted.person ? undefined : trimToUndefined(wanted.name),
    post: trimToUndefined(wanted.post),
  }) as Seat;
  if (!isVacant && !hasHolder(seat)) return refuse('holder-missing');
  if (OF_GROUP.includes(seat.role) && !seat.group) return refuse('group-missing');
  if (OF_AGENCY.includes(seat.role) && !seat.agency) return refuse('agency-missing');
  if (seat.from && seat.to && seat.to < seat.from) return refuse('days-disagree');
  if (seat.person === actor.by) return refuse('own-seat');
  const { person: _, name: __, post: ___, ...nobody } = seat;
  return acceptChange<Seat, { type: string }>(isVacant ? nobody : seat, { type: 'added' }, actor);
}

/** Ends a seat with its last day. The partnership always has an administrator. */
export function endSeat(
  seat: Seat,
  { to, directory, seats }: EndOfSeat,
  actor: Actor,
): SeatOutcome {
  if (seat.from && to < seat.from) return refuse('days-disagree');
  if (seat.to && seat.to < actor.today) return refuse('ended-already');
  const ended = seats.map((each) => (each.id === seat.id ? { ...each, to } : each));
  const after = directoryOn(directory, ended, addDays(to, 1));
  if (seat.role === 'administrator' && !after.people.some(isAdministrator))
    return refuse('last-administrator');
  return changeFields(seat, { to }, { type: 'ended' }, actor);
}

interface EndOfSeat {
  readonly to: Day;
  readonly directory: Directory;
  /** All seats of the partnership. */
  readonly seats: readonly Seat[];
}

const isAdministrator = ({ roles }: Person): boolean => roles.includes('administrator');
