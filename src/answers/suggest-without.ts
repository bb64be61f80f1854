import type { Suggestion } from '../contract/answer.ts';
import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Filters, Question } from '../contract/question.ts';
import type { Directory } from '../domain/directory.ts';
import { describeFilter, MAX_LABEL_CHARACTERS } from './describe-question.ts';
import { ask } from './questions.ts';

const EVERY: Readonly<Record<keyof Filters, string>> = {
  agency: 'All agencies',
  group: 'All groups',
  priority: 'All priorities',
  status: 'Whatever the status',
  dueRange: 'Whenever due',
  source: 'From any source',
  reviewRef: 'All reviews',
  meeting: 'All meetings',
  year: 'All years',
};
const SAID_AS_THEY_ARE: readonly (keyof Filters)[] = ['agency', 'group', 'priority', 'reviewRef'];

/**
 * The same question without one of its filters; `undefined` where nothing can be asked without it.
 * @example suggestWithout(question, 'priority', directory)?.title // 'Not only neglect'
 */
export function suggestWithout(
  { intent, filters, args }: Question,
  filter: keyof Filters,
  directory: Directory,
  requires?: IntentGrammar['requires'],
): Suggestion | undefined {
  const { [filter]: value, ...others } = filters;
  if (!value || filter === REQUIRED_FILTERS[requires ?? 'action']) return undefined;
  const said = SAID_AS_THEY_ARE.includes(filter) && describeFilter(filter, value, directory);
  const title = said ? `Not only ${said}` : EVERY[filter];
  return {
    title: title.length <= MAX_LABEL_CHARACTERS ? title : EVERY[filter],
    ...ask(intent, others, args),
  };
}

const REQUIRED_FILTERS: Readonly<
  Partial<Record<NonNullable<IntentGrammar['requires']>, keyof Filters>>
> = { agency: 'agency', priority: 'priority', review: 'reviewRef' };
