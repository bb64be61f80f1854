import { ask } from '../../answers/questions.ts';
import { formatCount, formatNames, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { toActionQuery } from './action-query.ts';
import { countBy, describeDivider, type GroupBy, PLURALS } from './count-by.ts';
import { describeKind, describePresence, describeScope } from './describe-query.ts';
import { cannotAnswer } from './refusals.ts';
import { SHOW_OVERDUE } from './suggestions.ts';

/** So many names stand in a sentence; the card has all of them. */
const MAX_NAMES = 8;

/** Answers who has nothing of what is asked about: “which agencies have nothing overdue”. */
export async function countNone(
  request: Request,
  question: Question,
  query: ActionQuery,
  by: Exclude<GroupBy, 'status'>,
): Promise<Answer> {
  const { directory, today } = request;
  const { status: _, dueRange: __, ...filters } = question.filters;
  const all = ask('list_actions', filters, { groupBy: by }).question;
  const wider = await toActionQuery(request, all);
  if (!wider.ok) return cannotAnswer(wider.refusal, question);
  const [asked, every] = await Promise.all([
    countBy(by, request, question, query),
    countBy(by, request, all, wider.value),
  ]);
  const year = yearContaining(today, directory.partnership.yearStart);
  const ids = {
    agency: directory.agencies,
    group: directory.groups,
    priority: directory.priorities.filter((priority) => priority.year === year),
  }[by].map(({ id }) => id);
  const holders = ids.map((id) => ({
    name: describeDivider(by, id, directory, year),
    all: every.get(id) ?? 0,
    asked: asked.get(id) ?? 0,
  }));
  const kind = describeKind(query, question, today).many;
  const scope = describeScope(wider.value, directory, today);
  const what = [kind, describePresence(query)].filter(Boolean).join(' ');
  return {
    ...describeNone(holders, { one: by, many: PLURALS[by], what, scope }),
    suggestions: [
      {
        title: `How many by ${by}`,
        ...ask('list_actions', question.filters, { groupBy: by, count: true }),
      },
      SHOW_OVERDUE,
    ],
    thread: { question },
  };
}

/** Who could have actions, and how many they have: of all, and of those that were asked for. */
interface Holder {
  readonly name: string;
  readonly all: number;
  readonly asked: number;
}

/** How those who could have actions are called, what they are asked to have none of, and within what. */
interface NoneWording {
  readonly one: string;
  readonly many: string;
  /** `overdue actions` */
  readonly what: string;
  /** `on Tackling Child Neglect` */
  readonly scope: string;
}

/**
 * “2 of the 7 agencies with actions have no overdue actions: Council and Trust. 12 more have no
 * actions at all.”
 */
function describeNone(
  holders: readonly Holder[],
  { one, many, what, scope }: NoneWording,
): Pick<Answer, 'text' | 'heading' | 'sections'> {
  const idle = holders.filter(({ all }) => all === 0).map(({ name }) => name);
  const busy = holders.filter(({ all }) => all > 0);
  const isOfAll = busy.every(({ all, asked }) => all === asked);
  const among = isOfAll ? holders : busy;
  const clear = among.filter(({ asked }) => asked === 0).map(({ name }) => name);
  const which = isOfAll ? many : `${many} with actions${scope && ` ${scope}`}`;
  const whole = `${what} ${scope}`.trim();
  const wanted = isOfAll ? whole : what;
  const none = `no actions ${scope || 'at all'}`;
  const more =
    idle.length > 0 && !isOfAll
      ? ` ${idle.length} more ${pluralVerb(idle.length, 'has', 'have')} ${none}.`
      : '';
  const text =
    clear.length === 0
      ? `All ${among.length} ${which} have ${wanted}.`
      : `${clear.length} of the ${among.length} ${which} ${pluralVerb(clear.length, 'has', 'have')} no ${wanted}${nameFew(clear)}.`;
  return {
    text: `${text}${more}`,
    heading: `${sentenceCase(formatCount(clear.length, one, many))} with no ${whole}`,
    sections: [
      { items: clear },
      ...(isOfAll ? [] : [{ heading: sentenceCase(none), items: idle }]),
    ],
  };
}

const nameFew = (names: readonly string[]): string =>
  names.length > MAX_NAMES ? '' : `: ${formatNames(names)}`;
