import { z } from 'zod';
import { choiceField, confirmation, readForm } from '../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { agendaReply } from './agenda-reply.ts';

const dropSchema = z.object({ group: z.string().min(1).max(200), item: z.string().max(200) });

/** Puts an item on the agenda of every meeting of the group. Pressed again, it is the same item. */
export async function addStanding(
  asker: Asker,
  meeting: Meeting,
  { operation, title }: { readonly operation: string; readonly title: string },
  ports: Ports,
): Promise<Answer> {
  const name = groupName(asker.directory, meeting.group);
  if (!title) return { text: 'Nothing was recorded. Please say in a few words what it is about.' };
  await ports.agendas.keepStanding(
    asker.directory.partnership.id,
    { id: operation, group: meeting.group, title },
    asker.person.id,
  );
  return agendaReply(asker, meeting, ports, `“${title}” now stands on every agenda of ${name}.`);
}

/** `/standing QPPA`: what stands on every agenda of a group, and taking one of it off. */
export async function proposeDrop(asker: Asker, text: string, ports: Ports): Promise<Answer> {
  const { directory, home } = asker;
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
      suggestions: [`agenda for ${name}`],
    };
  if (!isPermittedOn(asker.person, 'agendas.decide', { group })) return onlyLeads(name);
  const items = standing.map(({ id, title }) => ({ id, name: title }));
  return confirmation(asker, ports, {
    headline: 'Take a standing item off?',
    sentence: `These come up at every meeting of ${name}.`,
    fields: [choiceField('item', 'Standing item', items, items[0]?.id)],
    confirm: 'Take it off',
    verb: 'agendas.drop',
    data: { group },
  });
}

/** *Take it off*. */
export async function dropStanding(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { group, item } = readForm('agendas.drop', dropSchema, data);
  if (!asker.directory.groups.some(({ id }) => id === group))
    throw new UnreadableInput('agendas.drop');
  const name = groupName(asker.directory, group);
  if (!isPermittedOn(asker.person, 'agendas.decide', { group })) return onlyLeads(name);
  await ports.agendas.dropStanding(asker.directory.partnership.id, group, item, asker.person.id);
  return { text: `Taken off. It stands on no further agenda of ${name}.` };
}

/** To everybody but those who set what stands on every agenda of a group. */
export const onlyLeads = (name: string): Answer => ({
  text: `Nothing was recorded: the chair of ${name} or an administrator sets its standing items.`,
  refused: 'access',
});
