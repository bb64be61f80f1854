import { ask } from '../../answers/questions.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Person, Role } from '../../domain/partnership.ts';
import { SHOW_OVERDUE } from './suggestions.ts';

/** Those who mean the partnership when they say “we”. */
const FOR_ALL: readonly Role[] = ['administrator', 'chair', 'scrutineer', 'observer'];

const speaksForAll = ({ roles }: Person): boolean => roles.some((role) => FOR_ALL.includes(role));

/**
 * The question with the agency that “my agency” or “we” means. A partner's “we” is their agency,
 * with the whole partnership a press away; a chair's, a scrutineer's or an administrator's is all.
 */
export function withAskerAgency(
  { person }: Pick<Request, 'person'>,
  question: Question,
): { readonly question: Question } | { readonly answer: Answer } {
  const { filters, args } = question;
  if (args.recommendedBy === 'me' && !person.roles.includes('scrutineer'))
    return { answer: { text: NOT_WHO_ASKED, suggestions: [OF_THE_BOARD, MY_OPEN] } };
  if (args.recommendedBy) return { question: withRecommender(person, question) };
  if (!args.agencyOf || filters.agency) return { question };
  const { agencyOf, ...rest } = args;
  if (agencyOf === 'we' && (speaksForAll(person) || !person.agency))
    return { question: { ...question, args: rest } };
  if (person.agency)
    return { question: { ...question, filters: { ...filters, agency: person.agency } } };
  const text = 'You are not listed with an agency, so I can’t tell which one is yours.';
  return { answer: { text, suggestions: [SHOW_OVERDUE] } };
}

const NOT_WHO_ASKED =
  'I don’t keep who asked for an action, only where it came from: the board, a review, an inspection, the scrutineer.';
const OF_THE_BOARD = { title: 'From the board', ...ask('list_actions', { source: 'board' }) };
const MY_OPEN = {
  title: 'My open actions',
  ...ask('list_actions', { status: 'open' }, { assignee: 'me' }),
};

/** The scrutineer's recommendations are those they made, open where no status is said. */
function withRecommender({ roles }: Person, question: Question): Question {
  const { recommendedBy: _, ...args } = question.args;
  if (!roles.includes('scrutineer')) return { ...question, args };
  const { assignee: __, match: ___, topic: ____, ...rest } = args;
  const { status = 'open', ...filters } = question.filters;
  return { ...question, filters: { ...filters, status, source: 'scrutineer' }, args: rest };
}

/** “We” can mean everybody: the same question without the agency. */
export function wholePartnership({ filters, args }: Question): Suggestion[] {
  if (args.agencyOf !== 'we') return [];
  const { agency: _, ...others } = filters;
  const { agencyOf: __, ...rest } = args;
  return [{ title: 'Whole partnership', ...ask('list_actions', others, rest) }];
}
