import type { Question } from '../../contract/question.ts';

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
export function isAskedWith({ headings, counts }: AskingWords, stem: string, question: Question) {
  const standsIn = counts[stem] ?? {};
  let [all, fitting, messages] = [0, 0, 0];
  for (const [at, heading] of headings.entries()) {
    const count = standsIn[at] ?? 0;
    all += count;
    if (!fits(heading.says, question, headings)) continue;
    fitting += count;
    messages += heading.messages;
  }
  return (
    fitting > 0 &&
    (fitting >= all * MIN_SHARE_OF_WORD || fitting >= messages * MIN_SHARE_OF_MESSAGES)
  );
}

/** Whether a question says all that a heading says; “by-date” stands for any day. */
function fits(
  heading: Says,
  { filters, args }: Question,
  headings: AskingWords['headings'],
): boolean {
  const asked: Readonly<Record<string, unknown>> = { ...filters, ...args };
  return Object.entries(heading).every(([key, value]) => {
    const given = asked[ARGUMENTS[key] ?? key];
    if (given === undefined) return false;
    return String(given) === value || headings.every(({ says }) => says[key] !== String(given));
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
