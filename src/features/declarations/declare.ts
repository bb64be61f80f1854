import { z } from 'zod';
import { choiceField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { parseDay, toDay } from '../../domain/dates.ts';
import {
  DECLARED_PARTS,
  type DeclarationRefusal,
  declareInterest,
  withdrawDeclaration,
} from '../../domain/declaration.ts';
import { groupName, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findAgendaLine, loadAgenda } from '../agendas/queries.ts';
import { findMeeting, findMeetingOn, resolveMeeting } from '../meetings/queries.ts';
import { meetingId, openDeclaring, undoDeclarationPress, withdrawPress } from './buttons.ts';
import { showDeclarationsOf } from './list-declarations.ts';
import { declarationStore } from './store.ts';

const WHY_NOT: Readonly<
  Record<DeclarationRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'nature-missing': 'Please say in a few words what the interest is.',
  personal:
    'That looks like somebody’s personal details. Please leave out names of children, dates of birth and addresses.',
  'withdrawn-already': 'It is withdrawn already.',
  'not-yours-to-declare':
    'Everybody declares their own interests; what was said at a meeting is recorded by its chair or an administrator.',
  'not-found': 'It is not in the records any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please look again.',
  exists: 'It is recorded already.',
};

const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
  ...(refusal === 'personal' && { refused: 'privacy' as const }),
  ...(refusal === 'not-yours-to-declare' && { refused: 'access' as const }),
});

/** “I declare an interest in item 3, I am a governor there”: a form; nothing is recorded yet. */
export async function proposeDeclaration(
  request: Request,
  { filters, args }: Question,
): Promise<Answer> {
  const on = parseDay(args.on);
  const { group } = filters;
  const meeting =
    (group && on ? await findMeetingOn(request, group, on) : undefined) ??
    (await resolveMeeting(request, { ...filters, meeting: filters.meeting ?? 'this' }));
  if (!meeting)
    return { text: 'At which meeting? Say, for instance: I declare an interest at the board.' };
  const number = Number(args.item);
  return declaringForm(request, meeting, {
    number: Number.isInteger(number) ? number : undefined,
    nature: typeof args.nature === 'string' ? args.nature : '',
    about: typeof args.about === 'string' ? args.about : '',
    person: typeof args.person === 'string' ? args.person : undefined,
  });
}

/** *Declare an interest*, on the agenda. */
export const openDeclaringForm = action({
  ...openDeclaring,
  permission: 'own',
  async handle(request: Request, { meeting: id, number }): Promise<Answer> {
    const meeting = await findMeeting(request, id);
    if (!meeting) throw new UnreadableInput(openDeclaring.id);
    return declaringForm(request, meeting, { number });
  },
});

interface Begun {
  readonly number?: number | undefined;
  readonly nature?: string;
  readonly about?: string;
  readonly person?: string | undefined;
}

const mayRecordFor = ({ person }: Request, { group }: Pick<Meeting, 'group'>): boolean =>
  isPermittedOn(person, 'registers.record', { group });

async function declaringForm(
  request: Request,
  meeting: Meeting,
  { number, nature = '', about = '', person }: Begun,
): Promise<Answer> {
  const { directory } = request;
  const { lines } = await loadAgenda(request, meeting);
  const items = lines.map((line) => ({
    id: String(line.number),
    name: `${line.number}. ${line.title}`,
  }));
  const isKnown = items.some(({ id }) => id === String(number));
  const people = directory.people.map(({ id, displayName }) => ({ id, name: displayName }));
  const heading = 'Declare an interest?';
  const unknown =
    number !== undefined && !isKnown ? `There is no item ${number} on the agenda. ` : '';
  return {
    text: pleaseCheck(`${unknown}${heading}`),
    heading,
    sentence: `${unknown}${formatMeeting(meeting, directory)}. It binds you and not your agency: whoever else speaks for it counts. You are not counted in the quorum of that item, and cannot judge what it is about.`,
    form: {
      fields: [
        ...(mayRecordFor(request, meeting)
          ? [choiceField('person', 'Person', people, person ?? request.person.id)]
          : []),
        ...(items.length > 0
          ? [choiceField('item', 'Item', items, isKnown ? String(number) : '', 'The whole meeting')]
          : []),
        {
          id: 'nature',
          label: 'What the interest is',
          kind: 'text',
          value: nature,
          required: true,
        },
        choiceField(
          'part',
          'For that item',
          [
            { id: 'left', name: 'leaves the room' },
            { id: 'took part', name: 'takes part' },
          ],
          'left',
        ),
        {
          id: 'about',
          label: 'Action or review it is about',
          kind: 'text',
          value: about,
          hint: 'SA-019 or RR-2021-02; leave blank if none',
        },
      ],
      submit: recordDeclaration.button('Declare it', { meeting: meeting.id }),
    },
  };
}

/** *Declare it*: for oneself; for others, by whoever keeps the register of the meeting. */
export const recordDeclaration = action({
  id: 'declarations.record',
  permission: 'own',
  input: z.object({
    meeting: meetingId,
    person: idField.optional(),
    item: z.string().trim().max(60).optional(),
    nature: lineField,
    part: z.enum(DECLARED_PARTS).default('left'),
    about: z.string().trim().max(40).optional(),
  }),
  async handle(request: Request, { meeting: id, item, nature, part, about, ...form }) {
    const { directory, store } = request;
    const operation = requireOperation(request, 'declarations.record');
    const meeting = await findMeeting(request, id);
    const person = form.person ?? request.person.id;
    if (!meeting || !directory.people.some((each) => each.id === person))
      throw new UnreadableInput('declarations.record');
    if (person !== request.person.id && !mayRecordFor(request, meeting))
      return notRecorded('not-yours-to-declare');
    const line = item ? await findAgendaLine(request, meeting, Number(item)) : undefined;
    if (item && !line)
      return {
        text: 'Nothing was recorded: the agenda has no such item now. Declare it again for another, or for the whole meeting.',
      };
    const { group, startsAt } = meeting;
    const wanted = {
      id: operation,
      meetingId: id,
      group,
      on: toDay(startsAt),
      ...(line && { item: line.title }),
      ...(about && { about }),
      person,
      nature,
      part,
    };
    const decided = declareInterest(wanted, toActor(request));
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await store(declarationStore).add(decided.value.record, decided.value.event);
    if (!added.ok) return notRecorded(added.refusal);
    const who =
      person === request.person.id ? 'you declared' : `${personName(directory, person)} declared`;
    const where = line ? `item ${line.number}, “${line.title}”` : 'the whole meeting';
    const press = undoDeclarationPress.press({
      meeting: id,
      declaration: added.value.id,
      change: operation,
    });
    return showDeclarationsOf(request, meeting, {
      news: `Recorded: ${who} an interest in ${where}. Not counted in its quorum.`,
      undo: { what: 'an interest was declared', press },
    });
  },
});

/** *Undo*: a declaration that was just recorded goes; one that was withdrawn binds again. */
export const undoDeclaration = action({
  ...undoDeclarationPress,
  permission: 'own',
  async handle(request: Request, { meeting: id, declaration, change }): Promise<Answer> {
    const meeting = await findMeeting(request, id);
    const known = meeting && (await request.store(declarationStore).get([id, declaration]));
    if (!meeting || !known) throw new UnreadableInput(undoDeclarationPress.id);
    const undone = await undoRecord(request, declarationStore, [id, declaration], change);
    if (!undone.ok) return notUndone(undone.refusal);
    return showDeclarationsOf(request, meeting, { news: UNDONE });
  },
});

/** *Withdraw*: recorded by mistake; it stays in the records and binds nobody. */
export const withdrawInterest = action({
  ...withdrawPress,
  permission: 'own',
  async handle(request: Request, { meeting: id, declaration: which }): Promise<Answer> {
    const { store, person, directory } = request;
    const operation = requireOperation(request, 'declarations.withdraw');
    const meeting = await findMeeting(request, id);
    const known = meeting && (await store(declarationStore).get([id, which]));
    if (!meeting || !known) throw new UnreadableInput('declarations.withdraw');
    if (known.person !== person.id && !mayRecordFor(request, meeting))
      return {
        text: `Nothing was recorded: that is for whoever declared it, the chair of ${groupName(directory, meeting.group)} and administrators.`,
        refused: 'access',
      };
    const actor = toActor(request);
    const changed = await store(declarationStore).change([id, which], (each) =>
      withdrawDeclaration(each, actor),
    );
    if (!changed.ok) return notRecorded(changed.refusal);
    const press = undoDeclarationPress.press({
      meeting: id,
      declaration: which,
      change: operation,
    });
    return showDeclarationsOf(request, meeting, {
      news: 'Recorded: it is withdrawn, and binds nobody.',
      undo: { what: 'a declaration was withdrawn', press },
    });
  },
});
