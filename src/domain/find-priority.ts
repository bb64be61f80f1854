import type { Directory } from './directory.ts';
import type { Priority } from './partnership.ts';

/** A priority as a year's plan has it, or as the latest plan has it where that year lacks it. */
export function findPriority(
  { priorities }: Directory,
  id: string,
  year: string,
): Priority | undefined {
  const editions = priorities
    .filter((priority) => priority.id === id)
    .sort((a, b) => b.year.localeCompare(a.year));
  return editions.find((priority) => priority.year === year) ?? editions[0];
}
