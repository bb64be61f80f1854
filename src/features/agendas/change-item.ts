import { z } from 'zod';
import { choiceField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import type { Undo } from '../../contract/thread.ts';
import { type AgendaItem, changeItem, positionAt, removeItem } from '../../domain/agenda.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findMeeting } from '../meetings/queries.ts';
import { agendaAnswer, judgeItem } from './agenda-answer.ts';
import { itemIds, mayChangeItem, openItem, removePress } from './buttons.ts';
import { NOT_ADDED } from './propose-item.ts';

interface Found {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  /** The other items that are on the agenda, in their order. */
  readonly others: readonly AgendaItem[];
}

/** The item that a card names, where the asker may change it. */
async function findItem(
  request: Request,
  { meeting: meetingId, item: itemId }: { readonly meeting: string; readonly item: string },
): Promise<Found | { readonly answer: Answer }> {
  const { directory, person, ports } = request;
  const meeting = await findMeeting(request, meetingId);
  const items = meeting ? await ports.agendas.items(directory.partnership.id, meeting.id) : [];
  const item = items.find(({ id }) => id === itemId);
  if (!meeting || !item) throw new UnreadableInput(openItem.id);
  if (!mayChangeItem(person, item, meeting))
    return {
      answer: {
        text: `Nothing was recorded: the chair of ${groupName(directory, meeting.group)} or an administrator changes its agenda.`,
        refused: 'access',
      },
    };
  const others = items.filter(({ id, status }) => id !== itemId && status === 'accepted');
  return { meeting, item, others };
}

/** *Change…*: what the item says, who presents it, for how long, and where it stands. */
export const showItemForm = action({
  ...openItem,
  permission: 'agendas.propose',
  async handle(request: Request, ids): Promise<Answer> {
    const found = await findItem(request, ids);
    if ('answer' in found) return found.answer;
    const { meeting, item, others } = found;
    const heading = 'Change this agenda item?';
    const places = Array.from({ length: others.length + 1 }, (_, at) => ({
      id: String(at),
      name: at === 0 ? 'First' : `After “${others[at - 1]?.title}”`,
    }));
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: formatMeeting(meeting, request.directory),
      form: {
        fields: [
          { id: 'title', label: 'Item', kind: 'text', value: item.title, required: true },
          { id: 'presenter', label: 'Presented by', kind: 'text', value: item.presenter },
          { id: 'minutes', label: 'Minutes', kind: 'text', value: item.minutes?.toString() },
          {
            id: 'paper',
            label: 'Link to a paper',
            kind: 'text',
            value: item.paper,
            hint: 'https://…',
          },
          ...(item.status === 'accepted' && others.length > 0
            ? [choiceField('place', 'Place', places, String(placeOf(item, others)))]
            : []),
        ],
        submit: changeAgendaItem.button('Change item', ids),
        instead: removeAgendaItem.button('Remove', ids),
      },
    };
  },
});

const placeOf = ({ position }: AgendaItem, others: readonly AgendaItem[]): number =>
  others.filter((each) => each.position <= position).length;

/** *Change item*. */
export const changeAgendaItem = action({
  id: 'agendas.change',
  permission: 'agendas.propose',
  input: z.object({
    ...itemIds,
    title: lineField,
    presenter: z.string().trim().max(100).optional(),
    minutes: z.string().trim().max(20).optional(),
    paper: lineField.optional(),
    place: z
      .string()
      .regex(/^\d{0,3}$/)
      .optional(),
  }),
  nameFields: ['presenter'],
  async handle(
    request: Request,
    { title, presenter, minutes, paper, place, ...ids },
  ): Promise<Answer> {
    const { directory, person, ports } = request;
    const found = await findItem(request, ids);
    if ('answer' in found) return found.answer;
    const { meeting, item, others } = found;
    const moved = place && Number(place) !== placeOf(item, others);
    const position = moved ? positionAt(Number(place), others) : item.position;
    const length = minutes ? Number(minutes.replace(/\s*min(ute)?s?\.?$/i, '')) : undefined;
    const changed = changeItem(item, { title, presenter, paper, position, minutes: length });
    if (!changed.ok) return { text: `Nothing was recorded. ${NOT_ADDED[changed.refusal]}` };
    await ports.agendas.save(directory.partnership.id, changed.value, person.id, 'changed');
    return agendaAnswer(request, meeting, `“${changed.value.title}” is changed.`);
  },
});

/** *Remove*: it stays in the records as removed, and *Undo* puts it back. */
export const removeAgendaItem = action({
  ...removePress,
  permission: 'agendas.propose',
  async handle(request: Request, ids): Promise<Answer> {
    const { directory, person, ports } = request;
    const found = await findItem(request, ids);
    if ('answer' in found) return found.answer;
    const { meeting, item } = found;
    const removed = removeItem(item, toActor(request));
    if (item.status !== 'removed')
      await ports.agendas.save(directory.partnership.id, removed, person.id);
    const putBack = judgeItem.press({ ...ids, as: 'accepted' });
    const undo: Undo = { what: `“${item.title}” was taken off the agenda`, press: putBack };
    return agendaAnswer(
      request,
      meeting,
      `“${item.title}” is off the agenda.`,
      item.status === 'accepted' ? undo : undefined,
    );
  },
});
