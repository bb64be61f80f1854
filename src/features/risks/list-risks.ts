import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import type { Day } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { type DaySpan, type DueRange, resolveDueRange } from '../../domain/due-range.ts';
import { isPastReview, type Risk, riskLevel, worstFirst } from '../../domain/risk.ts';
import { reviewRiskButton } from './buttons.ts';
import { toRiskRow } from './describe-risk.ts';
import { listMovedRisks } from './list-moved-risks.ts';
import { describeFirstRisks, describeRiskOrder, orderRisks } from './order-risks.ts';
import { mayNotRead, mayReview } from './refusals.ts';
import { selectRisks } from './select-risks.ts';
import { showRisk } from './show-risk.ts';
import { riskStore } from './store.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;
/** *Review…* stands under the worst of those that the asker may review. */
const MAX_WITH_BUTTON = 5;

/** “what is on the risk register”: the open risks by score, the worst first, with those past their review day. */
export async function listRisks(request: Request, question: Question): Promise<Answer> {
  const { directory, today, person } = request;
  const { filters } = question;
  if (!isPermitted(person, 'risks.read')) return mayNotRead();
  if (question.args.risk) return showRisk(request, question);
  if (question.args.moved) return listMovedRisks(request, question);
  const { limit } = question.args;
  const found = await findListedRisks(request, question);
  if ('text' in found) return found;
  const { range, selection, fitting, ordered } = found;
  const { colour, note } = selection;
  const { risks } = ordered;
  const scope = [
    filters.group && `of ${groupName(directory, filters.group)}`,
    filters.agency && `of ${agencyName(directory, filters.agency)}`,
    ...selection.scope,
    range === 'overdue' && 'past the review day',
    filters.dueRange && range !== 'overdue' && 'to be reviewed then',
  ]
    .filter(Boolean)
    .join(' ');
  const suggestions: Suggestion[] = [
    { title: 'Due for review', ...ask('list_risks', { ...filters, dueRange: 'overdue' }) },
    { title: 'Add a risk', ...ask('add_risk', filters.group ? { group: filters.group } : {}) },
  ];
  const noun = (count: number) => join(formatCount(count, join(`${colour} risk`)), scope);
  const text = limit
    ? describeFirstRisks(ordered, limit, noun, today)
    : join(describeRegister(risks, { colour, scope }, today, range), describeRiskOrder(ordered));
  if (limit && risks.length === 0 && fitting.length > 0)
    return { text, suggestions, thread: { question } };
  if (fitting.length === 0)
    return {
      text: join(`No open ${colour} risk ${scope} is on the register.`, note),
      suggestions,
      thread: { question },
    };
  const rows = risks.slice(0, MAX_ROWS).map((risk, at) => ({
    ...toRiskRow(risk, directory, request),
    buttons:
      at < MAX_WITH_BUTTON && mayReview(request, risk)
        ? [{ ...reviewRiskButton(risk.id), inNewMessage: true }]
        : [],
  }));
  return {
    text: join(text, note),
    heading: join(
      sentenceCase(
        limit && risks.length > 1
          ? `the ${risks.length} ${ordered.order.name} ${colour} risks`
          : formatCount(risks.length, join(`open ${colour} risk`)),
      ),
      scope,
    ),
    sections: [
      {
        rows,
        note: risks.length > MAX_ROWS ? `The first ${MAX_ROWS} of ${risks.length} shown` : '',
      },
    ],
    suggestions,
    thread: { question },
  };
}

interface ListedRisks {
  readonly range: DueRange | undefined;
  readonly selection: Awaited<ReturnType<typeof selectRisks>>;
  readonly fitting: readonly Risk[];
  readonly ordered: Awaited<ReturnType<typeof orderRisks>>;
  readonly risks: readonly Risk[];
}

/** The risks that a question asks for, in their order; or what is said of days that are not clear. */
export async function findListedRisks(
  request: Request,
  question: Question,
): Promise<ListedRisks | Answer> {
  const { today, store } = request;
  const { filters } = question;
  const { order, due } = question.args;
  const range =
    filters.dueRange ?? (order === 'soonest' ? `from:${today}` : due ? 'overdue' : undefined);
  const span = range ? resolveDueRange(range, today) : {};
  if (!span)
    return { text: 'I could not tell which days you mean. You can say this month or overdue.' };
  const all = worstFirst(await store(riskStore).list());
  const selection = await selectRisks(request, question.args);
  const fitting = all.filter(
    (risk) =>
      selection.fits(risk) &&
      (!filters.group || risk.ownerGroup === filters.group) &&
      (!filters.agency || risk.ownerAgency === filters.agency) &&
      isDueIn(risk, span),
  );
  const ordered = await orderRisks(request, question.args, fitting);
  return { range, selection, fitting, ordered, risks: ordered.risks };
}

/** Words with one space between them. */
const join = (...words: string[]): string => words.join(' ').replace(/\s+/g, ' ').trim();

function isDueIn({ nextReviewOn }: Risk, { from, to }: DaySpan): boolean {
  if (!from && !to) return true;
  return Boolean(nextReviewOn && (!from || nextReviewOn >= from) && (!to || nextReviewOn <= to));
}

/** “18 risks are on the register, 9 of them red; 11 are past their review day.” */
function describeRegister(
  risks: readonly Risk[],
  { colour, scope }: { readonly colour: string; readonly scope: string },
  today: Day,
  range: DueRange | undefined,
): string {
  const red = risks.filter((risk) => riskLevel(risk) === 'red').length;
  const past = risks.filter((risk) => isPastReview(risk, today)).length;
  const open = join(formatCount(risks.length, join(`${colour} risk`)), scope);
  const ofThemRed = colour ? '' : `, ${red || 'none'} of them red`;
  const pastReview = `; ${past || 'none'} ${pluralVerb(past || 1, 'is', 'are')} past ${pluralVerb(past || 1, 'its', 'their')} review day`;
  return sentenceCase(
    `${open} ${pluralVerb(risks.length, 'is', 'are')} on the register${ofThemRed}${range === 'overdue' ? '' : pastReview}.`,
  );
}
