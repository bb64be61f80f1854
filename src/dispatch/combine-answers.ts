import { hasContent, withoutEmptyParts } from '../answers/to-view.ts';
import { formatCount, sentenceCase } from '../answers/words.ts';
import type { Answer, Section } from '../contract/answer.ts';

/** An answer with what its question is about, for an answer that has no heading of its own. */
export interface LabelledAnswer {
  readonly answer: Answer;
  readonly label: string;
}

/** As many buttons and suggestions as one card has. */
const MAX_BUTTONS = 3;

/**
 * Several answers as one, each under its own heading; `undefined` where one of them is a form or a card of its own kind,
 * which cannot stand beside another.
 */
export function combineAnswers(labelled: readonly LabelledAnswer[]): Answer | undefined {
  const answers = labelled.map(({ answer }) => answer);
  const [first] = answers;
  if (!first || answers.length === 1) return first;
  if (answers.some(({ card, form, live }) => card || form || live)) return undefined;
  const refused = answers.find((answer) => answer.refused)?.refused;
  const list = answers.findLast(({ thread }) => thread?.list)?.thread?.list;
  const thread = answers.findLast((answer) => answer.thread)?.thread;
  return {
    text: answers.map(({ text }) => text).join(' '),
    heading: sentenceCase(formatCount(answers.length, 'answer')),
    sections: labelled.flatMap(toSections),
    buttons: answers.flatMap(({ buttons = [] }) => buttons).slice(0, MAX_BUTTONS),
    suggestions: inTurn(answers.map(({ suggestions = [] }) => suggestions)).slice(0, MAX_BUTTONS),
    ...(thread && { thread: { ...thread, ...(list && { list }) } }),
    ...(refused && { refused }),
  };
}

/** An answer as parts of a larger one: its heading and sentence first, then its own sections. */
function toSections({ answer, label }: LabelledAnswer): Section[] {
  const { text, news, heading, sentence, state, sections = [] } = answer;
  const opening = [news, heading ? sentence : text, state && `${state.words}.`];
  return [
    { heading: heading ?? label, text: opening.filter(Boolean).join(' ') || text },
    ...sections.map(withoutEmptyParts).filter(hasContent),
  ];
}

/** The first of each, then the second of each: no question loses all of its suggestions. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}
