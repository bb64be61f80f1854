import type { Directory } from './directory.ts';
import type { Group } from './partnership.ts';

/** The group that reports to no other: what people mean by “the board”. */
export function findBoard({ groups }: Directory): Group | undefined {
  return (
    groups.find((group) => group.kind === 'board' && !group.reportsTo) ??
    groups.find((group) => !group.reportsTo)
  );
}
