import { formatList } from '../../answers/words.ts';
import type { Request } from '../../contract/request.ts';
import { seatStore } from '../../contract/seat-store.ts';
import { type Day, daysBetween, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import {
  isHeldOn,
  listVacancies,
  type Seat,
  type SeatRole,
  type Vacancy,
} from '../../domain/seat.ts';

const NOUNS: Readonly<Record<SeatRole, readonly [one: string, many: string]>> = {
  chair: ['chair', 'chairs'],
  'vice-chair': ['vice chair', 'vice chairs'],
  member: ['member', 'members'],
  'lead-partner': ['lead safeguarding partner', 'lead safeguarding partners'],
  'delegated-partner': ['delegated safeguarding partner', 'delegated safeguarding partners'],
  'partner-lead': ['partner lead', 'partner leads'],
  deputy: ['deputy', 'deputies'],
  scrutineer: ['scrutineer', 'scrutineers'],
  administrator: ['administrator', 'administrators'],
  observer: ['observer', 'observers'],
  contact: ['contact', 'contacts'],
};

export const seatNoun = (role: SeatRole, count = 1): string => NOUNS[role][count === 1 ? 0 : 1];

/** All seats that the partnership records, of before and to come too. */
export const loadSeats = ({ store }: Pick<Request, 'store'>): Promise<Seat[]> =>
  store(seatStore).list();

/** The seats that somebody holds today, of one role; of one group or agency where one is named. */
export async function findHeldSeats(
  request: Pick<Request, 'store' | 'today'>,
  role: SeatRole,
  { group, agency }: Pick<Seat, 'group' | 'agency'> = {},
): Promise<Seat[]> {
  const seats = await loadSeats(request);
  return seats.filter(
    (seat) =>
      seat.role === role &&
      isHeldOn(seat, request.today) &&
      (!group || seat.group === group) &&
      (!agency || seat.agency === agency),
  );
}

/** The seats of a group that somebody holds today, and those that nobody holds, longest first. */
export async function findSeatsOf(
  request: Pick<Request, 'store' | 'today' | 'directory'>,
  group: string,
): Promise<{ readonly held: readonly Seat[]; readonly vacancies: readonly Vacancy[] }> {
  const { directory, today } = request;
  const seats = await loadSeats(request);
  const isOfGroup = (each: Pick<Seat, 'group'>) => each.group === group;
  return {
    held: seats.filter((seat) => isOfGroup(seat) && isHeldOn(seat, today)),
    vacancies: listVacancies(directory, seats, today).filter(isOfGroup),
  };
}

/** “Rosalind Ash, Designated Safeguarding Adviser”; the post alone where nobody is named. */
export function holderName(seat: Seat, directory: Directory): string {
  const name = seat.person ? personName(directory, seat.person) : seat.name;
  return [name, seat.post].filter(Boolean).join(', ');
}

/** “Chair of the Board”, “Seat of Public Health on QPPA”, “Contact at Education”. */
export function seatTitle(
  { role, group, agency }: Pick<Seat, 'role' | 'group' | 'agency'>,
  directory: Directory,
): string {
  const of = agency && agencyName(directory, agency);
  const on = group && groupName(directory, group);
  if (role === 'member') return `Seat${of ? ` of ${of}` : ''}${on ? ` on ${on}` : ''}`;
  const noun = seatNoun(role);
  const where = [on && ` of ${on}`, of && `${role === 'contact' ? ' at' : ' for'} ${of}`];
  return `${noun[0]?.toUpperCase()}${noun.slice(1)}${where.filter(Boolean).join('')}`;
}

/** “since Thu 1 April 2021 (42 days)”; “nobody recorded since when”. */
export const describeSince = ({ since }: Vacancy, today: Day): string =>
  since
    ? `since ${formatDayWithYear(since)} (${daysBetween(since, today)} days)`
    : 'since when is not recorded';

/** “from Thu 1 April 2021 until Thu 31 March 2022” */
export const describeTerm = ({ from, to }: Seat): string =>
  [from && `from ${formatDayWithYear(from)}`, to && `until ${formatDayWithYear(to)}`]
    .filter(Boolean)
    .join(' ');

/** “Contacts there: Rosalind Ash, Designated Safeguarding Adviser.” Empty where none is recorded. */
export async function describeContacts(
  request: Pick<Request, 'store' | 'today' | 'directory'>,
  agency: string,
): Promise<string> {
  const contacts = await findHeldSeats(request, 'contact', { agency });
  if (contacts.length === 0) return '';
  const names = contacts.map((seat) =>
    [holderName(seat, request.directory), seat.phone, seat.email].filter(Boolean).join(', '),
  );
  return `Contact${names.length > 1 ? 's' : ''} recorded there: ${formatList(names)}.`;
}
