import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import type { PlanState } from '../../domain/forward-plan.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { type AskedPeriod, readComingPeriod } from '../meetings/queries.ts';
import { toPlanRow } from './describe-item.ts';
import { type KnownPlanItem, listPlan } from './queries.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;

/** “what is on the forward plan for the board”, “what has to come before March”, “which papers are late”. */
export async function showPlan(request: Request, question: Question): Promise<Answer> {
  const { directory } = request;
  const { filters, args } = question;
  const period = planPeriod(request, question);
  const agency = filters.agency ?? (args.agencyOf === 'asker' ? request.person.agency : undefined);
  const all = (await listPlan(request)).filter(({ item }) => !item.withdrawnOn);
  const inScope = all.filter(
    ({ item }) =>
      (!filters.group || item.group === filters.group) &&
      (!agency || item.ownerAgency === agency) &&
      (!args.duties || item.duty !== undefined),
  );
  const wanted = wantedStates(question);
  const isPlain = wanted === undefined;
  const found = inScope.filter(
    (known) =>
      (isPlain
        ? known.state !== 'received' || period !== undefined
        : wanted.states.includes(known.state)) &&
      (!period || isIn(known, period)),
  );
  const scope = [
    filters.group && `for ${groupName(directory, filters.group)}`,
    agency && `from ${agencyName(directory, agency)}`,
    period?.words,
  ]
    .filter(Boolean)
    .join(' ');
  const of = scope ? ` ${scope}` : '';
  const suggestions = [
    { title: 'Papers that are late', ...ask('list_forward_plan', filters, { late: 'late' }) },
    { title: 'What did not come', ...ask('list_forward_plan', filters, { missed: 'missed' }) },
  ].filter(({ title }) => isPlain || !title.toLowerCase().includes(wanted.noun));
  const noun = `${args.duties ? 'duty' : 'item'}`;
  const count = formatCount(found.length, noun, args.duties ? 'duties' : 'items');
  const what = isPlain ? '' : ` ${wanted.words}`;
  if (found.length === 0)
    return {
      text:
        all.length === 0
          ? 'Nothing is on the forward plan yet.'
          : `No ${noun}${of} on the forward plan ${isPlain ? 'is still to come' : wanted.none}.`,
      suggestions,
      thread: { question },
    };
  const states = (['missed', 'late'] as const).flatMap((state) => {
    const many = found.filter((each) => each.state === state).length;
    return isPlain && many > 0
      ? [state === 'missed' ? `${many} did not come` : `the paper of ${many} is late`]
      : [];
  });
  return {
    text: `${count}${of} ${pluralVerb(found.length, 'is', 'are')} on the forward plan${what}${states.length > 0 ? `; ${formatList(states)}` : ''}.`,
    heading: sentenceCase(`forward plan${of}`),
    sections: [
      {
        rows: found.slice(0, MAX_ROWS).map((each) => toPlanRow(each, directory, request)),
        note: found.length > MAX_ROWS ? `The first ${MAX_ROWS} of ${found.length} shown` : '',
      },
    ],
    suggestions,
    thread: { question },
  };
}

interface Wanted {
  readonly states: readonly PlanState[];
  readonly words: string;
  readonly none: string;
  readonly noun: string;
}

function wantedStates({ args }: Question): Wanted | undefined {
  if (args.missed)
    return { states: ['missed'], words: 'and did not come', none: 'failed to come', noun: 'come' };
  if (args.late)
    return {
      states: ['late', 'missed'],
      words: 'with a paper that is late',
      none: 'has a paper that is late',
      noun: 'late',
    };
  if (args.received)
    return {
      states: ['received'],
      words: 'with its paper received',
      none: 'has been received',
      noun: 'received',
    };
  return undefined;
}

/** The coming days, or the year, that are asked about; none where all that is planned is. */
function planPeriod(request: Request, question: Question): AskedPeriod | undefined {
  const { filters, args } = question;
  const { today, directory } = request;
  if (args.range) return readComingPeriod(request, question);
  if (!filters.year) return undefined;
  const year = resolveYear(filters.year, today, directory.partnership.yearStart);
  return year
    ? {
        ...yearSpan(year, directory.partnership.yearStart),
        words: `in ${year}`,
        name: year,
        isYear: true,
      }
    : undefined;
}

/** Of a period to come, what should have come before it and did not is still to come. */
function isIn({ item, meeting, state }: KnownPlanItem, { from, to }: AskedPeriod): boolean {
  const on = meeting?.startsAt.slice(0, 10) ?? item.month ?? item.dueOn;
  if (on === undefined) return false;
  const isOpen = state === 'missed' || state === 'late';
  return on <= to && (on >= from.slice(0, on.length) || isOpen);
}
