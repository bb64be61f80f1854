import type { Directory } from '../../domain/directory.ts';
import { stem } from '../text/stem.ts';
import { toWords } from '../text/tokenise.ts';
import type { Alias, AnnotatedMessage, Entity } from './annotated-message.ts';
import { GROUP_NOUNS } from './glossary.ts';

/**
 * The same message with a name taken for what else it may be: “tackling neglect” is a group, and the
 * priority that it leads. A word of both names must stand in the message.
 */
export function withOtherSenses(
  message: AnnotatedMessage,
  directory: Pick<Directory, 'priorities' | 'groups'>,
): AnnotatedMessage[] {
  return message.entities.flatMap((entity, at) => {
    const stems = new Set(message.stems.slice(entity.start, entity.end));
    const last = message.tokens[entity.end - 1]?.word ?? '';
    const other = otherSense(entity, stems, directory, GROUP_NOUNS.has(last));
    if (!other) return [];
    const senses: Entity['senses'] = [other, ...entity.senses.filter((sense) => sense !== other)];
    return [{ ...message, entities: message.entities.with(at, { ...entity, senses }) }];
  });
}

/** The same message with a shared name taken for each of the others that bear it. */
export function withSharedNames(message: AnnotatedMessage): AnnotatedMessage[] {
  return message.entities.flatMap((entity, at) =>
    (entity.shared ?? []).map((other) => ({
      ...message,
      entities: message.entities.with(at, {
        ...entity,
        senses: [other, ...entity.senses.filter((sense) => sense !== other)],
      }),
    })),
  );
}

function otherSense(
  { senses: [first, ...others] }: Entity,
  stems: ReadonlySet<string>,
  { priorities, groups }: Pick<Directory, 'priorities' | 'groups'>,
  endsWithNoun: boolean,
): Alias | undefined {
  const sharesWord = (name: string) => toWords(name).some((word) => stems.has(stem(word)));
  const { strength } = first;
  // “The neglect group” is a group, whatever priority it leads.
  if (first.kind === 'group' && endsWithNoun) return undefined;
  if (first.kind === 'group') {
    const led = priorities
      .filter(({ leadGroup, title }) => leadGroup === first.id && sharesWord(title))
      .sort((one, other) => other.year.localeCompare(one.year))[0];
    return (
      others.find(({ kind }) => kind === 'priority') ??
      (led && { kind: 'priority', id: led.id, strength })
    );
  }
  if (first.kind !== 'priority') return undefined;
  const lead = priorities.find(({ id, leadGroup }) => id === first.id && leadGroup)?.leadGroup;
  const group = groups.find(({ id, name }) => id === lead && sharesWord(name));
  return (
    others.find(({ kind }) => kind === 'group') ??
    (group && { kind: 'group', id: group.id, strength })
  );
}
