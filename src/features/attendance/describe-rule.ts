import { formatList } from '../../answers/words.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { QuorumRule } from '../../domain/partnership.ts';

/** What a group needs: `all of the council, the police and health`, `at least 4 agencies`. */
export function describeRule(
  group: string,
  rules: readonly QuorumRule[],
  directory: Directory,
): string | undefined {
  const name = (agency: string) => agencyName(directory, agency);
  const parts = rules
    .filter((rule) => rule.group === group)
    .flatMap(({ allOf, atLeast, of }) => [
      ...(allOf?.length ? [`all of ${formatList(allOf.map(name))}`] : []),
      ...(atLeast
        ? [`at least ${atLeast} ${of ? `of ${formatList(of.map(name))}` : 'agencies'}`]
        : []),
    ]);
  return parts.length > 0 ? formatList(parts) : undefined;
}
