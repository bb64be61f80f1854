import { z } from 'zod';
import { choiceField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { StandingItem } from '../../domain/agenda.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { agendaAnswer } from './agenda-answer.ts';
import { nextAgenda } from './buttons.ts';

/** Puts an item on the agenda of every meeting of the group. Pressed again, it is the same item. */
export async function addStanding(
  request: Request,
  meeting: Meeting,
  { id, title }: Pick<StandingItem, 'id' | 'title'>,
): Promise<Answer> {
  const { directory, person, ports } = request;
  const { group } = meeting;
  if (!title) return { text: 'Nothing was recorded. Please say in a few words what it is about.' };
  await ports.agendas.keepStanding(directory.partnership.id, { id, group, title }, person.id);
  const name = groupName(directory, group);
  return agendaAnswer(request, meeting, `“${title}” now stands on every agenda of ${name}.`);
}

/** `/standing QPPA`: what stands on every agenda of a group, and taking one of it off. */
export async function proposeDrop(request: Request, text: string): Promise<Answer> {
  const { directory, person, home, ports } = request;
  const named = directory.groups.find(({ id, name }) =>
    [id, name].some((each) => each.toLowerCase() === text.toLowerCase()),
  );
  const group = named?.id ?? home;
  if (!group) return { text: 'Of which group? Say its short name, such as /standing QPPA.' };
  const name = groupName(directory, group);
  const standing = await ports.agendas.standing(directory.partnership.id, group);
  if (standing.length === 0)
    return {
      text: `${name} has no standing items of its own.`,
      suggestions: [nextAgenda(group)],
    };
  if (!isPermittedOn(person, 'agendas.decide', { group })) return onlyLeads(name);
  const items = standing.map(({ id, title }) => ({ id, name: title }));
  const heading = 'Take a standing item off?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `These come up at every meeting of ${name}.`,
    form: {
      fields: [choiceField('item', 'Standing item', items, items[0]?.id)],
      submit: dropStanding.button('Take it off', { group }),
    },
  };
}

/** *Take it off*. */
export const dropStanding = action({
  id: 'agendas.drop',
  permission: 'agendas.decide',
  input: z.object({ group: z.string().min(1).max(200), item: z.string().max(200) }),
  async handle({ directory, person, ports }: Request, { group, item }): Promise<Answer> {
    if (!directory.groups.some(({ id }) => id === group)) throw new UnreadableInput('agendas.drop');
    const name = groupName(directory, group);
    if (!isPermittedOn(person, 'agendas.decide', { group })) return onlyLeads(name);
    await ports.agendas.dropStanding(directory.partnership.id, group, item, person.id);
    return { text: `Taken off. It stands on no further agenda of ${name}.`, endsForm: true };
  },
});

/** To everybody but those who set what stands on every agenda of a group. */
export const onlyLeads = (name: string): Answer => ({
  text: `Nothing was recorded: the chair of ${name} or an administrator sets its standing items.`,
  refused: 'access',
});
