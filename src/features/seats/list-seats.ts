import { ask } from '../../answers/questions.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Button } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { hasHolder, isHeldOn, listVacancies, type Seat, type SeatRole } from '../../domain/seat.ts';
import { endButton, openSeat, vacantSeats } from './buttons.ts';
import {
  describeSince,
  describeTerm,
  holderName,
  loadSeats,
  seatNoun,
  seatTitle,
} from './queries.ts';

/** So many seats stand on one card. */
const MAX_ROWS = 30;
/** So many names stand in a sentence. */
const MAX_NAMES = 4;
const ASKED: readonly SeatRole[] = ['lead-partner', 'delegated-partner', 'contact', 'vice-chair'];

/** Answers which seats are vacant and since when, who holds those of one kind, or all of a group or an agency. */
export async function listSeats(request: Request, question: Question): Promise<Answer> {
  const { filters, args } = question;
  const seats = await loadSeats(request);
  const isMeant = ({ group, agency }: Pick<Seat, 'group' | 'agency'>) =>
    (!filters.group || group === filters.group) && (!filters.agency || agency === filters.agency);
  const meant = seats.filter(isMeant);
  const rest = { suggestions: [vacantSeats], thread: { question } };
  if (args.seat === 'vacant')
    return { ...showVacant(request, question, seats, isMeant), ...rest, suggestions: [] };
  const role = ASKED.find((each) => each === args.seat);
  const { today } = request;
  const held = meant.filter((seat) => isHeldOn(seat, today) && (!role || seat.role === role));
  // Whoever has been named for a day to come stands beside whoever holds it until then.
  const toCome = meant.filter(({ from, ...seat }) => from && from > today && hasHolder(seat));
  return {
    ...(role
      ? showRole(request, question, role, held)
      : showAll(request, question, [...held, ...toCome])),
    ...rest,
  };
}

/** “of the Board”, “for Education” */
function scopeOf({ directory }: Request, { filters: { group, agency } }: Question): string {
  return [
    group && ` of ${groupName(directory, group)}`,
    agency && ` for ${shortAgency(directory, agency)}`,
  ]
    .filter(Boolean)
    .join('');
}

function showVacant(
  request: Request,
  question: Question,
  seats: readonly Seat[],
  isMeant: (seat: Pick<Seat, 'group' | 'agency'>) => boolean,
): Answer {
  const { directory, today } = request;
  const vacant = listVacancies(directory, seats, today).filter(isMeant);
  const scope = scopeOf(request, question);
  const buttons = newSeatButtons(request, question);
  if (vacant.length === 0)
    return {
      text:
        seats.length > 0
          ? `No seat${scope} is recorded as vacant.`
          : 'No seat is recorded as vacant: the partnership keeps no first and last days of seats here yet.',
      buttons,
    };
  const [longest] = vacant;
  const first = longest && `${seatTitle(longest, directory)} ${describeSince(longest, today)}`;
  return {
    text: `${formatCount(vacant.length, 'seat')}${scope} ${pluralVerb(vacant.length, 'is', 'are')} vacant${vacant.length > 1 ? ', the longest: ' : ': '}${first}.`,
    about: 'seats',
    heading: `${formatCount(vacant.length, 'vacant seat')}${scope}`,
    sections: [
      {
        rows: vacant.slice(0, MAX_ROWS).map((vacancy): AnswerRow => {
          const { role, group, agency } = vacancy;
          const fill = openSeat.button(
            'Fill…',
            { role, group, agency },
            {
              aloud: `Fill: ${seatTitle(vacancy, directory)}`,
            },
          );
          return {
            title: seatTitle(vacancy, directory),
            line: describeSince(vacancy, today),
            buttons: mayRecord(request) ? [fill] : [],
          };
        }),
        note: leftOut(vacant.length),
      },
    ],
    buttons,
  };
}

function showRole(
  request: Request,
  question: Question,
  role: SeatRole,
  held: readonly Seat[],
): Answer {
  const { directory } = request;
  const { statutoryPartners } = directory.partnership;
  const isOfPartners = role === 'lead-partner' || role === 'delegated-partner';
  const lacking =
    isOfPartners && !question.filters.agency
      ? statutoryPartners
          .filter(({ voice }) => voice === 'decides')
          .filter(({ agency }) => !held.some((seat) => seat.agency === agency))
          .map(({ agency }) => shortAgency(directory, agency))
      : [];
  const scope = scopeOf(request, question);
  const noun = seatNoun(role, held.length || 1);
  const none =
    lacking.length > 0 && held.length > 0 ? ` None is recorded for ${formatList(lacking)}.` : '';
  const names = held.map((seat) =>
    question.filters.agency ? holderName(seat, directory) : describeHolder(seat, request),
  );
  return {
    text:
      held.length > 0
        ? `${formatList(names)} ${pluralVerb(held.length, 'is', 'are')} recorded as ${noun}${scope}.${none}`
        : [`No ${seatNoun(role)} is recorded${scope}.`, describeOthers(request, question)]
            .filter(Boolean)
            .join(' '),
    ...listed(
      request,
      held,
      sentenceCase(`${formatCount(held.length, seatNoun(role), seatNoun(role, 2))}${scope}`),
    ),
    buttons: newSeatButtons(request, question, role),
  };
}

/** Who else is recorded for the agency, where there is nobody in the seat that was asked for. */
function describeOthers({ directory }: Request, { filters }: Question): string {
  const others = directory.people.filter(
    ({ agency }) => agency !== undefined && agency === filters.agency,
  );
  const names = others.slice(0, MAX_NAMES).map(({ displayName }) => displayName);
  const left = others.length - names.length;
  return others.length > 0
    ? `Recorded there: ${formatList([...names, ...(left > 0 ? [`${left} more`] : [])])}.`
    : '';
}

function showAll(request: Request, question: Question, held: readonly Seat[]): Answer {
  const scope = scopeOf(request, question);
  return {
    text:
      held.length > 0
        ? `${formatCount(held.length, 'seat')}${scope} ${pluralVerb(held.length, 'has', 'have')} somebody recorded with a role and days.`
        : `No seat${scope} is recorded with its days.`,
    ...listed(request, held, `${formatCount(held.length, 'seat')}${scope}`),
    buttons: newSeatButtons(request, question),
  };
}

/** “Chief Executive (Sandwell Council)” */
function describeHolder(seat: Seat, { directory }: Request): string {
  const where = seat.agency
    ? shortAgency(directory, seat.agency)
    : seat.group && groupName(directory, seat.group);
  return `${holderName(seat, directory)}${where ? ` (${where})` : ''}`;
}

function listed(request: Request, held: readonly Seat[], heading: string): Partial<Answer> {
  if (held.length === 0) return {};
  const { directory } = request;
  return {
    about: 'seats',
    heading,
    sections: [
      {
        rows: held.slice(0, MAX_ROWS).map((seat) => ({
          ref: seat.id,
          title: holderName(seat, directory),
          line: [seatTitle(seat, directory), describeTerm(seat), seat.phone, seat.email]
            .filter(Boolean)
            .join(' · '),
          buttons: mayRecord(request) ? [endButton(seat)] : [],
        })),
        note: leftOut(held.length),
      },
    ],
  };
}

const leftOut = (count: number): string =>
  count > MAX_ROWS ? `The first ${MAX_ROWS} of ${count} shown` : '';

const mayRecord = ({ person }: Request): boolean => isPermitted(person, 'seats.record');

const newSeatButtons = (request: Request, { filters }: Question, role?: SeatRole): Button[] =>
  mayRecord(request)
    ? [
        openSeat.button('Record a seat…', {
          role,
          group: filters.group,
          agency: filters.agency,
        }),
      ]
    : [];

/** What stands after a change: the seats of the same group or agency. */
export async function showAround(
  request: Request,
  { group, agency, role }: Seat,
  news: string,
): Promise<Answer> {
  const filters = group ? { group } : agency ? { agency } : {};
  const { question } = ask('list_seats', filters, group || agency ? {} : { seat: role });
  const list = await listSeats(request, question);
  return {
    ...list,
    text: news,
    ...(list.heading && { news }),
    ...(!list.heading && { endsForm: true }),
  };
}

const shortAgency = (directory: Directory, id: string): string =>
  shortName(agencyName(directory, id), directory.agencies);
