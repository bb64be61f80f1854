import { aboutAction, ask } from '../../answers/questions.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer, Button, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { isOverdue } from '../../domain/action.ts';
import { askWhichSource } from '../sources/queries.ts';
import { toActionQuery } from './action-query.ts';
import { wholePartnership, withAskerAgency } from './asker-agency.ts';
import { openNextPage, openSeveral } from './buttons.ts';
import { countActions } from './count-actions.ts';
import { describeList } from './describe-list.ts';
import { describeCondition } from './describe-query.ts';
import { describeTimeliness } from './describe-timeliness.ts';
import { describeDoubted, findDoubted } from './doubted-evidence.ts';
import { explainNothing } from './explain-nothing.ts';
import { type FoundActions, findActions } from './find-actions.ts';
import { isMyWork, showMyWork } from './my-work.ts';
import {
  describeFirst,
  describeOrder,
  orderActions,
  orderedRow,
  withOrder,
} from './order-actions.ts';
import { askWhether, cannotAnswer } from './refusals.ts';
import { DUE_NEXT_MONTH, MY_ACTIONS, SHOW_OVERDUE } from './suggestions.ts';

/** So many rows at a time, and never more than so many on one card: a phone scrolls, and cards stay under 25 KB. */
const PAGE = 10;
const MAX_ROWS = 30;
const MAX_DOUBTED = 6;

/** Answers which actions there are, by any mix of filters, the most pressing first. */
export async function listActions(request: Request, asked: Question): Promise<Answer> {
  const whose = withAskerAgency(request, asked);
  if ('answer' in whose) return whose.answer;
  const { question } = whose;
  const whichSource = await askWhichSource(request, question);
  if (whichSource) return whichSource;
  if (question.args.unsure) return askWhether(question, question.args.unsure);
  if (question.args.groupBy) return countActions(request, question);
  return isMyWork(question) ? showMyWork(request, question) : listFrom(request, question, 0);
}

/** “what needs verifying”: complete with evidence that no chair or scrutineer has judged yet. */
export function listAwaiting(request: Request, { filters }: Question): Promise<Answer> {
  const args = { hasEvidence: true, isVerified: false };
  const awaiting = { intent: 'list_actions', filters: { ...filters, status: 'complete' }, args };
  return listActions(request, awaiting);
}

/** “show more”, typed: the next page of the list that was being looked at. */
export async function showMore(request: Request): Promise<Answer> {
  const list = request.thread?.list;
  if (!list) {
    return {
      text: 'There is no list here to show more of. Ask for one, such as what is overdue.',
      suggestions: [SHOW_OVERDUE, MY_ACTIONS],
    };
  }
  const more = await listFrom(request, list.question, list.shown);
  return list.shown < list.all ? more : { ...more, text: `That was all of them. ${more.text}` };
}

/** *Show 10 more*, and the whole list behind a part of it. */
export const showNextPage = action({
  ...openNextPage,
  permission: 'actions.read',
  handle: (request: Request, { question, shown }) => listFrom(request, question, shown),
});

/** The list again with its next page. `shown` rows have been seen; they stay on the card as long as there is room. */
async function listFrom(request: Request, question: Question, shown: number): Promise<Answer> {
  const asked = await toActionQuery(request, question);
  if (!asked.ok) return cannotAnswer(asked.refusal, question);
  const { today } = request;
  const query = withOrder(asked.value, question, request);
  const found = await findActions(request, question, query);
  const doubted = await findDoubted(request, query);
  const ordered = orderActions(found.actions, question, request);
  const isFirstFew = question.args.limit !== undefined && found.actions.length > 0;
  const all = ordered.actions.length;
  const end = Math.min(shown + PAGE, all);
  const from = Math.max(0, end - MAX_ROWS);
  const rows = ordered.actions.slice(from, end);
  const whole = query.timeliness
    ? await describeTimeliness(request, question, query, found)
    : describeList(request, question, query, found);
  const answer: Answer = {
    text: isFirstFew
      ? describeFirst(request, question, query, ordered)
      : `${whole}${describeOrder(question, ordered)}${describeDoubted(doubted)}`,
    suggestions: suggestionsAfter(question, ordered, request),
    thread: { question, list: { question, shown: end, all } },
  };
  if (all === 0) return { ...answer, ...(await explainNothing(request, question, query)) };
  const condition = describeCondition(query, question, today);
  const many = found.actions.length;
  const count = `${isFirstFew && many > all ? `${all} of ` : ''}${formatCount(isFirstFew ? many : all, 'action')}`;
  const isShort = rows.length === all;
  const allShown = isFirstFew ? '' : `All ${all} shown`;
  const part = isShort ? allShown : `Showing ${end - rows.length + 1} to ${end} of ${all}`;
  const note = [part, query.asAt && 'as they stand now'].filter(Boolean).join(', ');
  return {
    ...answer,
    heading: sentenceCase(`${count} ${condition}`.trim()),
    sections: [
      {
        rows: rows.map((each) => orderedRow(each, question, request)),
        note: sentenceCase(note),
      },
      {
        heading: 'Doubted evidence',
        rows: doubted.slice(0, MAX_DOUBTED).map((each) => orderedRow(each, question, request)),
      },
      { buttons: listButtons(request, question, { from, end, all }) },
    ],
  };
}

interface Page {
  readonly from: number;
  readonly end: number;
  readonly all: number;
}

/** An administrator changes several at once from their own chat; in a chat of many the button would stand before everybody. */
function listButtons(
  { person, place }: Request,
  question: Question,
  { from, end, all }: Page,
): Button[] {
  const next = Math.min(PAGE, all - end);
  const mayChangeSeveral =
    place.kind === 'personal' && isPermitted(person, 'actions.change-several');
  return [
    ...(next > 0 ? [showNextPage.button(`Show ${next} more`, { question, shown: end })] : []),
    ...(mayChangeSeveral && end - from > 1
      ? [openSeveral.button('Change several…', { question, from, to: end })]
      : []),
  ];
}

function suggestionsAfter(
  { filters, args }: Question,
  { actions }: Pick<FoundActions, 'actions'>,
  { today }: Request,
): Suggestion[] {
  const [first] = actions;
  const isOverdueAmong = actions.some((each) => isOverdue(each, today));
  return [
    ...wholePartnership({ intent: 'list_actions', filters, args }),
    ...(filters.dueRange !== 'overdue' && isOverdueAmong
      ? [
          {
            title: 'Which are overdue',
            ...ask('list_actions', { ...filters, dueRange: 'overdue' }, args),
          },
        ]
      : []),
    ...(!args.assignee && !filters.agency && actions.length > 3
      ? [
          {
            title: 'How many by agency',
            ...ask('list_actions', filters, { ...args, groupBy: 'agency', count: true }),
          },
        ]
      : []),
    first ? suggestionFor(first.ref, args.isVerified === false) : SHOW_OVERDUE,
    filters.dueRange
      ? { title: 'Without a due date', ...ask('list_actions', {}, { hasDue: false }) }
      : DUE_NEXT_MONTH,
  ].slice(0, 3);
}

const suggestionFor = (actionRef: string, awaitsVerification: boolean): Suggestion =>
  awaitsVerification
    ? { title: `Verify ${actionRef}`, ...ask('verify_action', {}, { actionRef }) }
    : { title: `Open ${actionRef}`, ...aboutAction(actionRef) };
