import { describeFirstFew } from '../../answers/first-few-words.ts';
import { ask } from '../../answers/questions.ts';
import {
  formatCount,
  formatList,
  formatNames,
  pluralVerb,
  sentenceCase,
} from '../../answers/words.ts';
import type { Answer, Share } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { takeFirst } from '../../domain/take-first.ts';
import { toActionQuery } from './action-query.ts';
import { countBy, describeDivider, type GroupBy, PLURALS } from './count-by.ts';
import { countNone } from './count-none.ts';
import {
  describeCondition,
  describeKind,
  describeOwnScope,
  describePresence,
  isPast,
} from './describe-query.ts';
import { describeNotCounted } from './describe-timeliness.ts';
import { describeDoubted, findDoubted } from './doubted-evidence.ts';
import { cannotAnswer } from './refusals.ts';
import { SHOW_OVERDUE } from './suggestions.ts';

/** Answers how many actions there are by agency, group, priority or status, the largest first. */
export async function countActions(request: Request, question: Question): Promise<Answer> {
  const query = await toActionQuery(request, question);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { directory, today } = request;
  const by = question.args.groupBy ?? 'agency';
  if (question.args.order === 'none' && by !== 'status')
    return countNone(request, question, query.value, by);
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
  const { limit = 1 } = question.args;
  const named = shares.filter(({ label }) => !label.startsWith('No '));
  const few = limit > 1 ? takeFirst(named, limit, ({ count }) => count) : undefined;
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const scope = describeOwnScope(request, question, query.value);
  const what = [formatCount(total, 'action'), scope].filter(Boolean).join(' ');
  const condition = describeCondition(query.value, question, today);
  const other = by === 'agency' ? 'priority' : 'agency';
  const text = few
    ? describeFirstFew({
        name: `with the ${isLowest ? 'fewest' : 'most'} ${describeWhat(request, question, query.value)}`,
        items: few.items.map(({ label, count }) => ({ ref: label, value: String(count) })),
        all: named.length,
        noun: (count) => formatCount(count, by, PLURALS[by]),
        unknown: 0,
        tied: few.tied,
        limit,
      })
    : total > 0 && question.args.order !== undefined
      ? describeFirst(request, question, query.value, by, shares)
      : describeCounts(
          by,
          { what, condition, isPast: isPast(query.value, question, today) },
          shares,
        );
  const notCounted = query.value.timeliness
    ? await describeNotCounted(request, question, query.value)
    : '';
  const answer: Answer = {
    text: `${text}${notCounted}${describeDoubted(await findDoubted(request, query.value))}`,
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
    sections: [{ heading: `By ${by}`, shares: few?.items ?? shares }],
  };
}

/** `overdue actions with West Midlands Police` */
const describeWhat = (request: Request, question: Question, query: ActionQuery): string =>
  [
    describeKind(query, question, request.today).many,
    describePresence(query),
    describeOwnScope(request, question, query),
  ]
    .filter(Boolean)
    .join(' ');

/** “NHS Black Country Integrated Care Board has the most overdue actions, 5 of 18.” */
function describeFirst(
  request: Request,
  question: Question,
  query: ActionQuery,
  by: GroupBy,
  shares: readonly Share[],
): string {
  const first = sharingFirst(shares);
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const { directory } = request;
  const what = describeWhat(request, question, query);
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
