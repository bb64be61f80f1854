import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Share } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, actionState } from '../../domain/action.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { agencyName, type Directory, findPriority, groupName } from '../../domain/directory.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { toActionQuery } from './action-query.ts';
import { describeCondition, describeScope } from './describe-query.ts';
import { findActions } from './find-actions.ts';
import { cannotAnswer } from './refusals.ts';
import { SHOW_OVERDUE } from './suggestions.ts';

type GroupBy = 'agency' | 'group' | 'priority' | 'status';

/** Answers how many actions there are by agency, group, priority or status, the largest first. */
export async function countActions(request: Request, question: Question): Promise<Answer> {
  const query = await toActionQuery(request, question);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { directory, today } = request;
  const by = question.args.groupBy ?? 'agency';
  const year = yearContaining(today, directory.partnership.yearStart);
  const shares = [...(await countBy(by, request, question, query.value))]
    .map(([value, count]) => ({
      label: describeDivider(by, value, directory, year),
      count,
      colour: 'categoricalBlue',
    }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const what = [formatCount(total, 'action'), describeScope(query.value, directory, today)]
    .filter(Boolean)
    .join(' ');
  const condition = describeCondition(query.value, question, today);
  const other = by === 'agency' ? 'priority' : 'agency';
  const answer: Answer = {
    text: describeCounts(by, what, condition, shares, total),
    suggestions: [
      SHOW_OVERDUE,
      { title: 'Without an owner', ...ask('list_actions', {}, { hasOwner: false }) },
      {
        title: `How many by ${other}`,
        ...ask('list_actions', question.filters, { ...question.args, groupBy: other }),
      },
    ],
    thread: { question },
  };
  if (total === 0) return answer;
  return {
    ...answer,
    heading: sentenceCase([what, condition].filter(Boolean).join(' ')),
    sections: [{ heading: `By ${by}`, shares }],
  };
}

/** Counted from the tallies where they know the answer; only a filter that they do not keep reads actions. */
async function countBy(
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

function describeDivider(by: GroupBy, value: string, directory: Directory, year: string): string {
  if (by === 'status') return sentenceCase(value);
  if (value === 'none') return by === 'priority' ? 'No priority recorded' : `No ${by} recorded`;
  if (by === 'agency') return agencyName(directory, value);
  if (by === 'group') return groupName(directory, value);
  return findPriority(directory, value, year)?.title ?? value;
}

function describeCounts(
  by: GroupBy,
  what: string,
  condition: string,
  shares: readonly Share[],
  total: number,
): string {
  if (total === 0)
    return sentenceCase(
      `${what} ${condition ? `is ${condition}` : 'is recorded'}.`.replace(
        /^no actions/,
        'no action',
      ),
    );
  const [largest] = shares.filter(({ label }) => !label.startsWith('No '));
  const most = largest ? `; ${largest.label} has the most, ${largest.count}` : '';
  const owners =
    by === 'agency'
      ? 'agencies'
      : by === 'priority'
        ? 'priorities'
        : by === 'status'
          ? 'states'
          : 'groups';
  const named = shares.filter(({ label }) => !label.startsWith('No ')).length;
  const without = shares.find(({ label }) => label.startsWith('No '));
  const whole = [
    `${formatCount(named, owners.replace(/ies$/, 'y').replace(/s$/, ''), owners)}`,
    without && `${without.count} with no ${by} recorded`,
  ];
  return sentenceCase(
    `${what} ${pluralVerb(total, 'is', 'are')} ${condition || 'recorded'}, across ${formatList(whole.filter((part) => part !== undefined))}${most}.`,
  );
}
