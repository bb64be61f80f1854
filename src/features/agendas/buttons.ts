import { z } from 'zod';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';
import type { Button, Suggestion } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { AgendaItem } from '../../domain/agenda.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Person } from '../../domain/partnership.ts';

/** The agenda of a group's next meeting; without a group, of the meeting that is spoken of. */
export const nextAgenda = (group?: string): Suggestion => ({
  title: group ? 'Next agenda' : 'Agenda',
  ...ask('agenda', { ...(group && { group }), meeting: 'next' }),
});

/** The ids by which a card names an item. */
export const itemIds = { meeting: z.string().min(1).max(200), item: z.string().min(1).max(200) };

/** *Change…* of an item: the form by which it is reworded, moved, or removed. */
export const openItem = declarePress({ id: 'agendas.item', input: z.object(itemIds) });

export const openItemButton = ({ meetingId: meeting, id: item, title }: AgendaItem): Button =>
  openItem.button('Change…', { meeting, item }, { aloud: `Change: ${title}`, inNewMessage: true });

/** Those who lead the meeting; of what is only proposed, whoever proposed it. */
export const mayChangeItem = (
  person: Person,
  { status, proposedBy }: AgendaItem,
  { group }: Pick<Meeting, 'group'>,
): boolean =>
  (status === 'proposed' && proposedBy === person.id) ||
  isPermittedOn(person, 'agendas.decide', { group });

/** *Remove* of an item. */
export const removePress = declarePress({ id: 'agendas.remove', input: z.object(itemIds) });

/** Takes back what was just added. */
export const undoAdding = (ids: z.input<typeof removePress.input>, title: string): Undo => ({
  what: `“${title}” was added to the agenda`,
  press: removePress.press(ids),
});
