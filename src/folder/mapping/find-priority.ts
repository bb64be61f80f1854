import type { Priority } from '../../domain/partnership.ts';
import { significantWords } from '../../domain/title-similarity.ts';
import { toComparable } from '../../domain/to-comparable.ts';

const NUMBERED = /^(?:strategic )?priority (\d+)\b ?(.*)$/;

/**
 * The priority that a text names, by id, title, another name, or number; nothing where several may be
 * meant, or where a number and a title do not belong together.
 * @example findPriority('Priority 1: Neglect', priorities) // { id: 'NEG', … }
 */
export function findPriority(
  text: string,
  priorities: readonly Priority[] = [],
): Priority | undefined {
  const wanted = toComparable(text);
  const [, number, rest = ''] = NUMBERED.exec(wanted) ?? [];
  const namesOf = ({ id, title, alsoKnownAs }: Priority) =>
    [id, title, ...alsoKnownAs].map(toComparable);
  const isMeant = (priority: Priority) =>
    namesOf(priority).includes(wanted) ||
    (number !== undefined &&
      priority.number === Number(number) &&
      (rest === '' || sharesWord(rest, priority.title) || namesOf(priority).includes(rest)));
  // A plan of a later year goes before those of earlier ones.
  const meant = priorities.filter(isMeant);
  const latest = meant
    .map(({ year }) => year)
    .sort()
    .at(-1);
  const [found, ...others] = meant.filter(({ year }) => year === latest);
  return others.length === 0 ? found : undefined;
}

function sharesWord(one: string, other: string): boolean {
  const words = significantWords(other);
  return significantWords(one).some((word) => words.includes(word));
}
