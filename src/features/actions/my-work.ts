import { formatDueDay, toActionRow } from '../../answers/action-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount } from '../../answers/words.ts';
import type { Answer, AnswerRow, Button, Section, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Action, isOverdue } from '../../domain/action.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { canChange } from './action-access.ts';
import { toActionQuery } from './action-query.ts';
import { openActionButtons, openNextPage } from './buttons.ts';
import { describeList } from './describe-list.ts';
import { findActions } from './find-actions.ts';
import { cannotAnswer } from './refusals.ts';

/** So many rows of each part; buttons stand under the first of all, for a phone scrolls. */
const MAX_ROWS = 6;
const MAX_WITH_BUTTONS = 6;

/** “what have i got”: nothing but what is open and the asker's own. */
export function isMyWork({ filters, args }: Question): boolean {
  const { assignee, ...others } = args;
  const asked = Object.values(others).filter((value) => value !== undefined);
  return (
    assignee === 'me' &&
    asked.length === 0 &&
    Object.keys(filters).every((filter) => filter === 'status') &&
    filters.status === 'open'
  );
}

/** The asker's work: what is in their own name, then what is with their agency, each with what can be done. */
export async function showMyWork(request: Request, question: Question): Promise<Answer> {
  const query = await toActionQuery(request, question);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { person, today } = request;
  const found = await findActions(request, question, query.value);
  const all = found.actions.length;
  const own = found.actions.filter(({ owner }) => owner.person === person.id);
  const others = found.actions.filter(({ owner }) => owner.person !== person.id);
  const parts = toSections(request, own, others);
  const shown = parts.reduce((sum, { rows = [] }) => sum + rows.length, 0);
  const overdue = found.actions.filter((each) => isOverdue(each, today)).length;
  const answer: Answer = {
    text: describeList(request, question, query.value, found),
    suggestions: suggestionsAfter(question),
    thread: { question, list: { question, shown: 0, all } },
  };
  if (all === 0) return answer;
  return {
    ...answer,
    heading: `Your work: ${formatCount(all, 'open action')}`,
    sentence: `${overdue || 'None'} of them ${overdue > 1 ? 'are' : 'is'} overdue.`,
    sections: [
      ...parts,
      {
        buttons:
          shown < all ? [openNextPage.button(`Show all ${all}`, { question, shown: 0 })] : [],
      },
    ],
  };
}

const suggestionsAfter = ({ filters, args }: Question): Suggestion[] => [
  { title: 'Which are overdue', ...ask('list_actions', { ...filters, dueRange: 'overdue' }, args) },
  {
    title: 'Due this month',
    ...ask('list_actions', { ...filters, dueRange: 'this-month' }, args),
  },
  { title: 'My next meeting', ...ask('next_meeting') },
];

function toSections(
  request: Request,
  own: readonly Action[],
  others: readonly Action[],
): Section[] {
  const { person, directory, place } = request;
  const agency = person.agency ? agencyName(directory, person.agency) : 'your agency';
  let buttons = place.kind === 'personal' ? MAX_WITH_BUTTONS : 0;
  const toRow = (each: Action): AnswerRow => {
    const mayPress = buttons > 0 && canChange(person, each);
    if (mayPress) buttons -= 1;
    return { ...workRow(each, request), buttons: mayPress ? buttonsBelow(each.ref) : [] };
  };
  return [
    { heading: own.length > 0 ? 'In your own name' : '', rows: own.slice(0, MAX_ROWS).map(toRow) },
    {
      heading: others.length > 0 ? `With ${agency}` : '',
      rows: others.slice(0, MAX_ROWS).map(toRow),
    },
  ];
}

const buttonsBelow = (ref: string): Button[] =>
  openActionButtons(ref).map((button) => ({ ...button, inNewMessage: true }));

/** Whose it is stands above; only a colleague is named. */
function workRow(each: Action, request: Request): AnswerRow {
  const { person, directory, today } = request;
  const owner = each.owner.person;
  const colleague = owner && owner !== person.id ? `${personName(directory, owner)} · ` : '';
  return {
    ...toActionRow(each, directory, request),
    line: `${colleague}${formatDueDay(each, today)}`,
  };
}
