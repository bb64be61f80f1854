import { describeThing } from '../answers/describe-question.ts';
import { ask } from '../answers/questions.ts';
import { formatList } from '../answers/words.ts';
import type { Suggestion } from '../contract/answer.ts';
import type { Filters, Question } from '../contract/question.ts';
import type { Directory } from '../domain/directory.ts';
import type { Candidate } from '../understanding/reading.ts';

/** What was understood of a message that as a whole was not. */
export interface KnownPart {
  readonly text: string;
  /** With what the message itself names, and nothing that was taken for granted. */
  readonly question: Question;
}

/** What a message names, though not what is asked of it: “I know SA-019, but not what to do with it.” */
export function describeKnownPart(
  { question, parts }: Candidate,
  directory: Directory,
): KnownPart | undefined {
  const said = new Set(parts.map(({ field }) => field));
  const filters = Object.fromEntries(
    Object.entries(question.filters).filter(([name]) => said.has(`filters.${name}`)),
  ) as Filters;
  const { actionRef } = question.args;
  const args = actionRef && said.has('args.actionRef') ? { actionRef } : {};
  const named: Question = { intent: question.intent, filters, args };
  const thing = describeThing(named, { directory });
  if (thing) {
    const what = args.actionRef ? 'what to do with it' : 'what you want to know about it';
    return { text: `I know ${thing}, but not ${what}.`, question: named };
  }
  const words = parts.flatMap(({ words, field }) =>
    words && field.startsWith('filters.') ? [`“${words}”`] : [],
  );
  if (words.length === 0) return undefined;
  return {
    text: `I understood ${formatList(words)}, but not what you want to know.`,
    question: named,
  };
}

/** What is likeliest to be asked about what a question names. */
export function suggestAbout({ filters, args }: Question): (Suggestion & { question: Question })[] {
  const { agency, group, priority, reviewRef, ...rest } = filters;
  if (args.actionRef) return [{ title: 'Show the action', ...ask('action_detail', {}, args) }];
  if (reviewRef)
    return [
      { title: 'Show the review', ...ask('rapid_review_detail', { reviewRef }) },
      { title: 'Its deadline', ...ask('rapid_review_deadline', { reviewRef }) },
    ];
  if (agency)
    return [
      { title: 'Open actions', ...ask('list_actions', { agency, status: 'open' }) },
      { title: 'Attendance this year', ...ask('attendance_agency', { agency, year: 'current' }) },
    ];
  if (group)
    return [
      { title: 'Next meeting', ...ask('next_meeting', { group }) },
      { title: 'Open actions', ...ask('list_actions', { group, status: 'open' }) },
    ];
  if (priority)
    return [
      { title: 'How far it has got', ...ask('priority_progress', { priority }) },
      { title: 'Open actions', ...ask('list_actions', { priority, status: 'open' }) },
    ];
  return [{ title: 'Actions', ...ask('list_actions', rest) }];
}
