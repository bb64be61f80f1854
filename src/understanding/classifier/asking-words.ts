import type { Question } from '../../contract/question.ts';
import { rememberEach } from '../text/remember-each.ts';

/** What the messages of a heading say beyond their slots: `{ status: 'open' }`. */
export type Says = Readonly<Record<string, string>>;

/** The words in which people ask for an intent, and what else they say with them. */
export interface AskingWords {
  readonly headings: readonly { readonly says: Says; readonly messages: number }[];
  /** By stem, in how many messages of each heading it stands. */
  readonly counts: Readonly<Record<string, Readonly<Record<number, number>>>>;
}

/** From this part of a word's messages on, it says no more than the question does. */
const MIN_SHARE_OF_WORD = 0.15;
/** So it does where it is common among messages that ask what the question asks. */
const MIN_SHARE_OF_MESSAGES = 0.05;

/** Headings call these otherwise than questions do. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  completed: 'completedRange',
  raised: 'raisedRange',
};

/**
 * Whether people use a word to ask what a question asks, and no more: “undone” stands where the
 * open ones are wanted, so it is not used up by a question about all of them.
 */
export function isAskedWith(words: AskingWords, stem: string, question: Question): boolean {
  const standsIn = words.counts[stem] ?? {};
  const all = Object.values(standsIn).reduce((sum, count) => sum + count, 0);
  if (all === 0) return false;
  const { headings, messages } = findFitting(words, question);
  const fitting = headings.reduce((sum, at) => sum + (standsIn[at] ?? 0), 0);
  return (
    fitting > 0 &&
    (fitting >= all * MIN_SHARE_OF_WORD || fitting >= messages * MIN_SHARE_OF_MESSAGES)
  );
}

interface Fitting {
  readonly of: AskingWords;
  readonly headings: readonly number[];
  readonly messages: number;
}
/** Each word of a message asks it of the same question. */
const fittingHeadings = new WeakMap<Question, Fitting>();

/** The headings that say no more than a question says. */
function findFitting(words: AskingWords, question: Question): Fitting {
  const known = fittingHeadings.get(question);
  if (known?.of === words) return known;
  const { headings } = words;
  const asked: Readonly<Record<string, unknown>> = { ...question.filters, ...question.args };
  const values = valuesByKey(headings);
  const fitting = headings.flatMap(({ says }, at) => (fits(says, asked, values) ? [at] : []));
  const messages = fitting.reduce((sum, at) => sum + (headings[at]?.messages ?? 0), 0);
  const found = { of: words, headings: fitting, messages };
  fittingHeadings.set(question, found);
  return found;
}

type Values = ReadonlyMap<string, ReadonlySet<string>>;

/** By what headings say, all that any of them says of it. */
const valuesByKey = rememberEach((headings: AskingWords['headings']): Values => {
  const values = new Map<string, Set<string>>();
  for (const [key, value] of headings.flatMap(({ says }) => Object.entries(says)))
    values.set(key, (values.get(key) ?? new Set()).add(value));
  return values;
});

/** Whether a question says all that a heading says; “by-date” stands for any day. */
function fits(heading: Says, asked: Readonly<Record<string, unknown>>, values: Values): boolean {
  return Object.entries(heading).every(([key, value]) => {
    const given = asked[ARGUMENTS[key] ?? key];
    if (given === undefined) return false;
    return String(given) === value || !values.get(key)?.has(String(given));
  });
}

/** So many times as often a word stands in messages of the other intent as in those of this one. */
const FAR_MORE = 4;

/** “Training” asks for what is kept elsewhere far more often than for actions. */
export function isRatherAskedOf(
  other: AskingWords | undefined,
  { counts }: AskingWords,
  stem: string,
): boolean {
  const sum = (all: AskingWords['counts'][string] = {}): number =>
    Object.values(all).reduce((total, count) => total + count, 0);
  return sum(other?.counts[stem]) > sum(counts[stem]) * FAR_MORE;
}
