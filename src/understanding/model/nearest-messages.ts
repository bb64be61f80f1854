import type { Messages } from '../../contract/intent-grammar.ts';
import { AMBIGUOUS_LABEL, CASE_LABEL, parseHeading } from '../classifier/corpus.ts';
import { toModelInput } from '../classifier/features.ts';
import notOurs from '../classifier/not-ours.json' with { type: 'json' };
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { stem } from '../text/stem.ts';
import { tokenise } from '../text/tokenise.ts';

/** A message that people write, with what it means. */
export interface ExampleMessage {
  /** With slots in place of names: `what has {agency} got on`. */
  readonly text: string;
  readonly intent: string;
  /** What its heading says beyond its slots: `{ status: 'not started' }`. */
  readonly says: Readonly<Record<string, string>>;
}

/** The messages of the corpus that have most words in common with one, the nearest first. */
export type FindNearest = (message: AnnotatedMessage) => readonly ExampleMessage[];

/** So many are looked at before the others are given up. */
const MAX_NEAREST = 60;

/**
 * Finds the nearest messages by the words in common, of which rare ones count for more; names are
 * compared as what they name.
 */
export function createNearestMessages(messages: readonly Messages[]): FindNearest {
  return (message) => {
    const corpus = corpora.get(messages) ?? learn(messages);
    corpora.set(messages, corpus);
    const { examples, weights, others } = corpus;
    const own = new Set(toModelInput(message).words);
    const weightOf = (words: Iterable<string>) =>
      [...words].reduce((sum, word) => sum + (weights.get(word) ?? others), 0);
    const ownWeight = weightOf(own);
    return examples
      .flatMap(({ example, words, weight }) => {
        const common = weightOf(words.intersection(own));
        return common > 0 ? [{ example, overlap: common / (ownWeight + weight - common) }] : [];
      })
      .sort((one, other) => other.overlap - one.overlap)
      .slice(0, MAX_NEAREST)
      .map(({ example }) => example);
  };
}

/** Learned at the first question, for it takes a third of a second. */
const corpora = new WeakMap<readonly Messages[], ReturnType<typeof learn>>();

function learn(messages: readonly Messages[]) {
  const examples = [...messages, notOurs]
    .flatMap((each) => Object.entries<readonly string[]>(each))
    .filter(([heading]) => heading !== AMBIGUOUS_LABEL && heading !== CASE_LABEL)
    .flatMap(([heading, texts]) => {
      const meaning = parseHeading(heading);
      return texts.map((text) => ({ example: { text, ...meaning }, words: wordsIn(text) }));
    });
  const counts = new Map<string, number>();
  for (const { words } of examples)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map(
    [...counts].map(([word, count]) => [word, Math.log(examples.length / count)]),
  );
  const weigh = (words: ReadonlySet<string>) =>
    [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  return {
    examples: examples.map((each) => ({ ...each, weight: weigh(each.words) })),
    weights,
    others: Math.log(examples.length),
  };
}

const SLOT = /(\{\w+\})/;

/** Stems and slots, as the classifier sees them. */
function wordsIn(text: string): Set<string> {
  return new Set(
    text
      .split(SLOT)
      .flatMap((piece) =>
        SLOT.test(piece) ? [piece] : tokenise(piece).map(({ word }) => stem(word)),
      )
      .filter((word) => /[\p{L}{]/u.test(word) && !/^(the|an?)$/.test(word)),
  );
}
