import { describeFilter } from '../answers/describe-question.ts';
import { suggestWithout } from '../answers/suggest-without.ts';
import { formatList, sentenceCase } from '../answers/words.ts';
import type { Answer } from '../contract/answer.ts';
import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Filters } from '../contract/question.ts';
import type { Directory } from '../domain/directory.ts';
import type { Candidate } from '../understanding/reading.ts';

const MAX_SUGGESTIONS = 3;

/** How the value of a filter follows in “… , as before”. */
const BEFORE: Readonly<Partial<Record<keyof Filters, string>>> = {
  agency: 'for ',
  group: 'at ',
  priority: 'on ',
  reviewRef: 'in ',
};

/** Nobody overlooks a reference or a year in an answer: where it stands there, that is enough. */
const SAYS_ITSELF: ReadonlySet<string> = new Set(['reviewRef', 'year']);

/** What an answer was made from; `readAs` puts a reading that was guessed into words. */
type Remarked = Pick<Candidate, 'question' | 'unused' | 'inherited' | 'left'> & {
  readonly readAs?: string;
};

/**
 * An answer that says what it took for granted: how a guess was read, words of the message that it did not use, and filters that come from
 * the question before, with a button that asks the same without them.
 */
export function withRemarks(
  answer: Answer,
  { question, unused = [], inherited = [], left, readAs }: Remarked,
  directory: Directory,
  requires?: IntentGrammar['requires'],
): Answer {
  const kept = inherited
    .filter((filter) => question.filters[filter] !== undefined)
    .toSorted((a, b) => Number(a in BEFORE) - Number(b in BEFORE));
  const named = kept.flatMap((filter) => {
    const words = describeFilter(filter, question.filters[filter], directory) ?? '';
    const isSaid = SAYS_ITSELF.has(filter) && answer.text.includes(words);
    return isSaid ? [] : [`${BEFORE[filter] ?? ''}${words}`];
  });
  const remarks = [
    ...(readAs ? [`I read this as “${readAs}”`] : []),
    ...(named.length > 0 ? [`${sentenceCase(formatList(named))}, as before`] : []),
    ...(unused.length > 0
      ? [`I did not use ${formatList(unused.map((words) => `“${words}”`))}`]
      : []),
  ];
  if (left) remarks.push(`That is the last one shown; the list has ${left} more`);
  if (remarks.length === 0) return answer;
  const wider = kept.flatMap(
    (filter) => suggestWithout(question, filter, directory, requires) ?? [],
  );
  return { ...addRemarks(answer, remarks), ...addSuggestions(answer, wider) };
}

/** On the card below its sentence, in the plain text and the notification behind it. */
function addRemarks(answer: Answer, remarks: readonly string[]): Answer {
  const { text, heading, sections = [], card } = answer;
  const said = remarks.map((remark) => `${remark}.`).join(' ');
  const isOpenEnded = text.endsWith(':');
  return {
    ...answer,
    text: isOpenEnded ? `${said} ${text}` : `${text} ${said}`,
    ...(heading && { sections: [{ note: remarks.join('. ') }, ...sections] }),
    ...(card && { card: { ...card, plain: `${card.plain}\n${said}` } }),
  };
}

function addSuggestions(
  { suggestions = [] }: Answer,
  wider: NonNullable<Answer['suggestions']>,
): Pick<Answer, 'suggestions'> {
  return wider.length > 0
    ? { suggestions: [...wider, ...suggestions].slice(0, MAX_SUGGESTIONS) }
    : {};
}
