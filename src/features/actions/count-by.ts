import { sentenceCase } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, actionState } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findPriority } from '../../domain/find-priority.ts';
import { findActions } from './find-actions.ts';

export type GroupBy = 'agency' | 'group' | 'priority' | 'status';

export const PLURALS: Readonly<Record<GroupBy, string>> = {
  agency: 'agencies',
  group: 'groups',
  priority: 'priorities',
  status: 'states',
};

/** Counted from the tallies where they know the answer; only a filter that they do not keep reads actions. */
export async function countBy(
  by: GroupBy,
  request: Request,
  question: Question,
  query: ActionQuery,
): Promise<Map<string, number>> {
  const { directory, today, ports } = request;
  const others = Object.entries(query).some(
    ([part, value]) => part !== 'status' && value !== undefined,
  );
  const isSimple =
    !others &&
    !question.args.assignee &&
    (query.status === undefined || query.status === 'not complete');
  if (by !== 'status' && isSimple) {
    const tallies = (await ports.actions.tallies(directory.partnership.id)).getAll(by);
    const counts = [...tallies].map(
      ([value, { open, closed }]) => [value, query.status ? open : open + closed] as const,
    );
    return new Map(counts.filter(([, count]) => count > 0));
  }
  const { actions } = await findActions(request, question, query);
  const counts = new Map<string, number>();
  for (const action of actions) {
    const value = findDivider(by, action, actionState(action, today) === 'unevidenced') ?? 'none';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function findDivider(
  by: GroupBy,
  { owner, priority, status }: Action,
  unevidenced: boolean,
): string | undefined {
  if (by === 'agency') return owner.agency;
  if (by === 'group') return owner.group;
  if (by === 'priority') return priority;
  return unevidenced ? 'complete, impact not yet evidenced' : status;
}

export function describeDivider(
  by: GroupBy,
  value: string,
  directory: Directory,
  year: string,
): string {
  if (by === 'status') return sentenceCase(value);
  if (value === 'none') return by === 'priority' ? 'No priority recorded' : `No ${by} recorded`;
  if (by === 'agency') return agencyName(directory, value);
  if (by === 'group') return groupName(directory, value);
  return findPriority(directory, value, year)?.title ?? value;
}
