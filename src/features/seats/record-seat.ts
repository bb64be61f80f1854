import { z } from 'zod';
import { describeWhoMay, formatAdministrators } from '../../answers/access-words.ts';
import { choiceField, dayField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatList } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { seatStore } from '../../contract/seat-store.ts';
import { isPermitted } from '../../domain/access.ts';
import { addDays, type Day, formatDayWithYear, parseDay } from '../../domain/dates.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { omitUndefined } from '../../domain/optional.ts';
import {
  endSeat,
  isHeldOn,
  isSamePosition,
  listFolderHolders,
  SEAT_ROLES,
  type Seat,
  type SeatRole,
  startSeat,
} from '../../domain/seat.ts';
import { openSeat } from './buttons.ts';
import { endForm } from './end-seat.ts';
import { showAround } from './list-seats.ts';
import { describeTerm, holderName, loadSeats, seatNoun, seatTitle } from './queries.ts';
import { notRecorded } from './refusals.ts';
import { undoSeatPress, withUndo } from './undo-seat.ts';

/** So many people stand in the list of a form. */
const MAX_PEOPLE = 100;
/** Seats that one person holds at a time. */
const OF_ONE: readonly SeatRole[] = [
  'chair',
  'vice-chair',
  'lead-partner',
  'delegated-partner',
  'scrutineer',
];

interface SeatDraft {
  readonly role?: SeatRole | undefined;
  readonly group?: string | undefined;
  readonly agency?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** “Jo Smith chairs QPPA from 1 April”, “the lay member leaves the board on 31 March”: a form; nothing is recorded yet. */
export async function proposeSeat(request: Request, { filters, args }: Question): Promise<Answer> {
  if (!isPermitted(request.person, 'seats.record')) return mayNot(request);
  const { group, agency } = filters;
  const person = typeof args.person === 'string' ? args.person : undefined;
  const day = parseDay(args.on ?? args.movedFrom);
  const role = toSeatRole(args.role) ?? (group ? 'member' : undefined);
  if (args.mode !== 'end') return seatForm(request, { role, group, agency, person, from: day });
  const held = (await loadSeats(request)).filter(
    (seat) =>
      isHeldOn(seat, request.today) &&
      (!role || seat.role === role) &&
      (!group || seat.group === group) &&
      (!person || seat.person === person) &&
      (!agency || seat.agency === agency),
  );
  const [only, ...others] = held;
  return only && others.length === 0
    ? endForm(request, only, day)
    : seatForm(request, { role, group, agency, person, to: day ?? request.today });
}

const ROLE_WORDS: readonly [RegExp, SeatRole][] = [
  [/vice|deputy chair/i, 'vice-chair'],
  [/chair/i, 'chair'],
  [/delegated|dsp/i, 'delegated-partner'],
  [/lead safeguarding|lsp/i, 'lead-partner'],
  [/contact/i, 'contact'],
  [/scrutin/i, 'scrutineer'],
  [/administrator|admin/i, 'administrator'],
  [/lead/i, 'partner-lead'],
  [/observ/i, 'observer'],
  [/deput/i, 'deputy'],
  [/seat|member|sits?/i, 'member'],
];

const toSeatRole = (words: unknown): SeatRole | undefined =>
  typeof words === 'string' ? ROLE_WORDS.find(([pattern]) => pattern.test(words))?.[1] : undefined;

/** *Record a seat…* and *Fill…*. */
export const openSeatForm = action({
  ...openSeat,
  permission: 'seats.record',
  async handle(request: Request, draft): Promise<Answer> {
    requireListed(request, openSeat.id, draft);
    return seatForm(request, draft);
  },
});

const seatFields = z.object({
  role: z.enum(SEAT_ROLES),
  group: idField.optional(),
  agency: idField.optional(),
  person: idField.optional(),
  name: lineField.optional(),
  post: lineField.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  before: z.enum(['ends', 'stays']).default('ends'),
});

/** *Record seat*. */
export const recordSeat = action({
  id: 'seats.record',
  permission: 'seats.record',
  input: seatFields,
  nameFields: ['name'],
  handle: (request: Request, fields): Promise<Answer> => saveSeat(request, 'seats.record', fields),
});

/** *Record as vacant*: there is a seat, and nobody holds it. */
export const recordVacancy = action({
  id: 'seats.vacate',
  permission: 'seats.record',
  input: seatFields,
  nameFields: ['name'],
  handle: (request: Request, fields): Promise<Answer> =>
    saveSeat(request, 'seats.vacate', fields, true),
});

const FIRST_ID = 'S-001';

async function saveSeat(
  request: Request,
  press: string,
  { before, ...fields }: z.output<typeof seatFields>,
  isVacant = false,
): Promise<Answer> {
  requireListed(request, press, fields);
  const { directory, ports, store } = request;
  const change = requireOperation(request, press);
  const actor = toActor(request);
  const seats = await loadSeats(request);
  const id = nextReference(
    seats.map((seat) => seat.id),
    FIRST_ID,
  );
  const decided = startSeat({ ...(fields as Omit<Seat, 'id'>), id, isVacant }, actor);
  if (!decided.ok) return notRecorded(decided.refusal);
  const wanted = decided.value.record;
  const added = await store(seatStore).add(wanted, decided.value.event);
  if (!added.ok) return notRecorded(added.refusal);
  const seat = added.value;
  const last = seat.from && addDays(seat.from, -1);
  const others =
    last && (isVacant || (before === 'ends' && OF_ONE.includes(seat.role)))
      ? seats.filter(
          (each) => each.id !== seat.id && isSamePosition(each, seat) && isHeldOn(each, last),
        )
      : [];
  const ended: Seat[] = [];
  for (const other of others) {
    const done = await store(seatStore).change(other.id, (each) =>
      endSeat(each, { to: last as Day, directory, seats }, actor),
    );
    if (done.ok) ended.push(done.value);
  }
  let latest = seat.id;
  if (last && before === 'ends' && OF_ONE.includes(seat.role) && !isVacant)
    for (const { id: person } of listFolderHolders(seat, directory, [...seats, seat])) {
      latest = nextReference([latest], FIRST_ID);
      const { role, group, agency } = seat;
      const until = omitUndefined({ role, group, agency, person, to: last });
      const own = { ...until, id: latest } as Seat;
      const event = { type: 'added', by: actor.by, at: actor.at, operation: `${change}:${person}` };
      const done = await store(seatStore).add(own, event);
      if (done.ok) ended.push(done.value);
    }
  await ports.directories.refresh(directory.partnership.id, 'recorded a seat');
  const who = isVacant ? 'is vacant' : holderName(seat, directory);
  const news = [
    `Recorded: ${seatTitle(seat, directory)}${isVacant ? ' is vacant' : `: ${who}`} ${describeTerm(seat)}`.trimEnd(),
    ended.length > 0 &&
      ` ${formatList(ended.map((each) => `${holderName(each, directory)} holds it until ${formatDayWithYear(each.to as Day)}`))}`,
  ]
    .filter(Boolean)
    .join('.');
  const shown = await showAround(request, seat, `${news}.`);
  return withUndo(shown, {
    what: `${seat.id} was recorded`,
    press: undoSeatPress.press({ seat: seat.id, change, ended: ended.map((each) => each.id) }),
  });
}

/**
 * Looks whether the partnership knows what a card names.
 * @throws UnreadableInput when it does not: the card is old, forged or another partnership’s
 */
function requireListed({ directory }: Request, press: string, draft: SeatDraft): void {
  const isKnown = (named: string | undefined, among: readonly { readonly id: string }[]) =>
    !named || among.some((each) => each.id === named);
  if (
    !isKnown(draft.agency, directory.agencies) ||
    !isKnown(draft.group, directory.groups) ||
    !isKnown(draft.person, directory.people)
  )
    throw new UnreadableInput(press);
}

function seatForm(request: Request, { role, group, agency, person, from, to }: SeatDraft): Answer {
  const { directory, today } = request;
  const people = directory.people
    .filter((each) => !each.erasedOn)
    .sort((a, b) => Number(b.id === person) - Number(a.id === person))
    .slice(0, MAX_PEOPLE)
    .map(({ id, displayName }) => ({ id, name: displayName }));
  const roles = SEAT_ROLES.map((id) => ({ id, name: seatNoun(id) }));
  const heading = to ? 'Record until when somebody holds a seat?' : 'Record who holds a seat?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'What somebody may do here begins with the first day and ends at midnight after the last one. A vice chair, a contact and a safeguarding partner may do no more by it.',
    form: {
      fields: [
        { ...choiceField('role', 'Role', roles, role ?? 'member'), required: true },
        choiceField('group', 'Group', directory.groups, group, 'None'),
        choiceField('agency', 'Agency', directory.agencies, agency, 'None'),
        choiceField('person', 'Person', people, person, 'Not listed'),
        { id: 'name', label: 'Name (if not listed)', kind: 'text' },
        { id: 'post', label: 'Post', kind: 'text', hint: 'Head of Safeguarding' },
        { id: 'from', label: 'From', kind: 'day', value: from ?? (to ? '' : today) },
        { id: 'to', label: 'Last day (leave blank if no end)', kind: 'day', value: to ?? '' },
        choiceField(
          'before',
          'Whoever holds it until now',
          [
            { id: 'ends', name: 'ends the day before' },
            { id: 'stays', name: 'stays beside them' },
          ],
          'ends',
        ),
      ],
      submit: recordSeat.button('Record seat', {}),
      instead: recordVacancy.button('Record as vacant', {}),
    },
  };
}

const mayNot = ({ directory }: Request): Answer => ({
  text: `Nothing was recorded: who holds a seat is for ${describeWhoMay('seats.record')}. Please ask ${formatAdministrators(directory)}.`,
  refused: 'access',
});
