import type { AnnotatedMessage, Entity, FilterValue } from '../entities/annotated-message.ts';
import { contains, spanLength } from '../text/span.ts';

/** Sources that go by no group's or review's name. */
const PLAIN_SOURCE =
  /^(inspection|annual report|business plan|national panel|scrutineer|council report|linked boards)$/;

/** Where actions came from. A word that names a group or a review too needs “from” or “by”. */
export function findSource(message: AnnotatedMessage): FilterValue | undefined {
  return message.filterValues
    .filter(({ filter }) => filter === 'source')
    .sort((a, b) => spanLength(b) - spanLength(a))
    .find((source) => isSource(source, message));
}

function isSource(source: FilterValue, { tokens, entities }: AnnotatedMessage): boolean {
  const { start, end, value } = source;
  const names = entities.filter((entity) => contains(entity, source));
  // “Education Scrutiny Board”, “the Scrutiny Forum”
  const isPartOfName = (entity: Entity) =>
    spanLength(entity) > spanLength(source) + (entity.senses[0].kind === 'group' ? 0 : 2);
  if (names.some(isPartOfName)) return false;
  // “out of the QPPA annual briefing”
  const named = entities.find((entity) => entity.end === start)?.start ?? start;
  const [first = '', second = '', third = ''] = [1, 2, 3].map((back) => tokens[named - back]?.word);
  const next = tokens[end]?.word ?? '';
  const divides =
    /^(by|per|each|every|across)$/.test(first) && !/^(raised|set|agreed|made|asked)$/.test(second);
  if (divides && /^(sub-group|board)$/.test(value)) return false;
  if (PLAIN_SOURCE.test(value)) {
    const isOwner =
      /^(for|with|on)$/.test(first === 'the' ? second : first) ||
      /^(own|owns|has|have|got|do|does|need|needs|still|owe|owes)$/.test(next);
    return names.length === 0 || !isOwner;
  }
  const hasNoun = /^(actions?|recommendations?|ones|findings|tasks|work)$/.test(next);
  const comesFrom = [first, second, third].some((word) =>
    /^(from|out|by|after|following|came|raised)$/.test(word),
  );
  return names.length === 0 && (comesFrom || (hasNoun && value !== 'review'));
}
