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
import {
  describeCondition,
  describeKind,
  describePresence,
  describeScope,
  isPast,
} from './describe-query.ts';
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
  const isLowest = question.args.order === 'lowest';
  const year = yearContaining(today, directory.partnership.yearStart);
  const shares = [...(await countBy(by, request, question, query.value))]
    .map(([value, count]) => ({
      label: describeDivider(by, value, directory, year),
      count,
      colour: 'categoricalBlue',
    }))
    .sort(
      (a, b) =>
        (isLowest ? a.count - b.count : b.count - a.count) || a.label.localeCompare(b.label),
    );
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const what = [formatCount(total, 'action'), describeScope(query.value, directory, today)]
    .filter(Boolean)
    .join(' ');
  const condition = describeCondition(query.value, question, today);
  const other = by === 'agency' ? 'priority' : 'agency';
  const answer: Answer = {
    text:
      total > 0 && question.args.order !== undefined
        ? describeFirst(request, question, query.value, by, shares)
        : describeCounts(
            by,
            { what, condition, isPast: isPast(query.value, question, today) },
            shares,
          ),
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

/** “NHS Black Country Integrated Care Board has the most overdue actions, 5 of 18.” */
function describeFirst(
  { directory, today }: Request,
  question: Question,
  query: ActionQuery,
  by: GroupBy,
  shares: readonly Share[],
): string {
  const first = sharingFirst(shares);
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const kind = describeKind(query, question, today).many;
  const what = [kind, describePresence(query), describeScope(query, directory, today)]
    .filter(Boolean)
    .join(' ');
  const none = shares.find(({ label }) => label.startsWith('No '));
  if (!first) return `None of the ${total} ${what} has a recorded ${by}.`;
  const isLowest = question.args.order === 'lowest';
  const all = by === 'agency' ? directory.agencies : by === 'group' ? directory.groups : [];
  const without = all.length - shares.filter((share) => share !== none).length;
  const whole = first.isTie ? `${first.count} (${total} in all)` : `${first.count} of ${total}`;
  const leads = `${first.names} ${first.has} the ${isLowest ? 'fewest' : 'most'} ${what}, ${whole}.`;
  return [
    isLowest && without > 0
      ? `Of the ${PLURALS[by]} with any, ${leads} ${without} ${pluralVerb(without, 'other has', 'others have')} none.`
      : sentenceCase(leads),
    none && `${none.count} ${pluralVerb(none.count, 'has', 'have')} no ${by} recorded.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who comes first: of several with the same number, all of them. */
function sharingFirst(shares: readonly Share[]):
  | {
      readonly names: string;
      readonly has: string;
      readonly count: string;
      readonly isTie: boolean;
    }
  | undefined {
  const named = shares.filter(({ label }) => !label.startsWith('No '));
  const [first] = named;
  if (!first) return undefined;
  const tied = named.filter(({ count }) => count === first.count).map(({ label }) => label);
  const isTie = tied.length > 1;
  return {
    names: formatNames(tied),
    has: pluralVerb(tied.length, 'has', 'have'),
    isTie,
    count: isTie ? `${first.count} each` : String(first.count),
  };
}

/** Names with commas in them never stand in a list of commas. */
const formatNames = (names: readonly string[]): string =>
  names.some((name) => name.includes(',')) ? names.join('; ') : formatList(names);

const PLURALS: Readonly<Record<GroupBy, string>> = {
  agency: 'agencies',
  group: 'groups',
  priority: 'priorities',
  status: 'states',
};

function describeCounts(
  by: GroupBy,
  {
    what,
    condition,
    isPast,
  }: { readonly what: string; readonly condition: string; readonly isPast: boolean },
  shares: readonly Share[],
): string {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const verb = isPast ? pluralVerb(total || 1, 'was', 'were') : pluralVerb(total || 1, 'is', 'are');
  if (total === 0)
    return sentenceCase(
      `${what} ${condition ? `${verb} ${condition}` : 'is recorded'}.`.replace(
        /^no actions/,
        'no action',
      ),
    );
  const first = sharingFirst(shares);
  const most = first ? `; ${first.names} ${first.has} the most, ${first.count}` : '';
  const named = shares.filter(({ label }) => !label.startsWith('No ')).length;
  const without = shares.find(({ label }) => label.startsWith('No '));
  const whole = [
    formatCount(named, by === 'status' ? 'state' : by, PLURALS[by]),
    without && `${without.count} with no ${by} recorded`,
  ];
  return sentenceCase(
    `${what} ${verb} ${condition || 'recorded'}, across ${formatList(whole.filter((part) => part !== undefined))}${most}.`,
  );
}
