import { annotate } from '../entities/annotate.ts';
import { FIELD_WORDS } from '../entities/field-terms.ts';
import { takesFreeText } from '../slots/free-text.ts';
import { createTypoCorrector } from '../text/correct-typos.ts';
import { isEnglish } from '../text/english.ts';
import { stem } from '../text/stem.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import type { AskingWords, Says } from './asking-words.ts';
import type { IntentDefinition, IntentLabel, LabelledMessages } from './corpus.ts';
import { toModelInput } from './features.ts';
import {
  type Classifier,
  createClassifier,
  type Example,
  type TaughtWeights,
  teach,
} from './linear-model.ts';

export { AMBIGUOUS_LABEL, CASE_LABEL } from './corpus.ts';
export type { IntentDefinition, IntentLabel };

/** What the reader knows of asking, whatever the partnership. */
export interface IntentModel {
  readonly classifier: Classifier;
  /** By the classifier's labels; an intent's own name is the label of its plain messages. */
  readonly labels: ReadonlyMap<string, IntentLabel>;
  /** The words of the messages, with how often they are used there. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /** The stems of those that are used often: such a word asks, it is not asked about. */
  readonly cueStems: ReadonlySet<string>;
  readonly knownStems: ReadonlySet<string>;
  /** By intent, the words in which people ask for it. */
  readonly askingWords: ReadonlyMap<string, AskingWords>;
  /** Those in which they ask for what is kept elsewhere. */
  readonly wordsElsewhere: AskingWords | undefined;
}

const MIN_COUNT_OF_CUES = 25;

/** What is learned from messages, as it may be kept: teaching takes some seconds. */
export interface TaughtModel extends TaughtWeights {
  readonly wordCounts: Readonly<Record<string, number>>;
  /** Stems of words that ask, so that they are no part of a title. */
  readonly cues: readonly string[];
  readonly askingWords: Readonly<Record<string, AskingWords>>;
}

/** Learns from messages how people ask for the intents. */
export function teachIntents(corpus: readonly LabelledMessages[]): TaughtModel {
  const wordCounts = new Map<string, number>();
  const askingWords: Record<string, CountedWords> = {};
  const cueCounts = new Map<string, number>();
  const examples: Example[] = [];
  const rightWords = countRightWords(corpus);
  const correct = createTypoCorrector(rightWords, FIELD_WORDS);
  for (const { label, meaning, messages, says } of corpus) {
    const intent = meaning?.intent ?? label;
    const isAboutRecords = meaning !== undefined && !takesFreeText(meaning.grammar);
    const words = askingWords[intent] ?? { headings: [], counts: {} };
    askingWords[intent] = words;
    for (const [place, each] of messages.entries()) {
      if (messages.indexOf(each) < place) continue;
      const message = annotate(correct(tokeniseMessage(each)));
      for (const { word } of message.tokens) {
        if (!/^[a-z]+$/.test(word)) continue;
        if (isEnglish(word) || rightWords.has(word))
          wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
        if (isAboutRecords) cueCounts.set(stem(word), (cueCounts.get(stem(word)) ?? 0) + 1);
      }
      countWords(words, message.stems, says[place] ?? {});
      examples.push({ label, input: toModelInput(message) });
    }
  }
  return {
    ...teach(examples),
    wordCounts: Object.fromEntries(wordCounts),
    cues: [...cueCounts].flatMap(([cue, count]) => (count >= MIN_COUNT_OF_CUES ? [cue] : [])),
    askingWords,
  };
}

interface CountedWords extends AskingWords {
  readonly headings: { readonly says: Says; messages: number }[];
  readonly counts: Record<string, Record<number, number>>;
}

function countWords({ headings, counts }: CountedWords, stems: readonly string[], says: Says) {
  let heading = headings.at(-1);
  if (heading?.says !== says) {
    heading = { says, messages: 0 };
    headings.push(heading);
  }
  heading.messages += 1;
  const last = headings.length - 1;
  for (const each of new Set(stems)) {
    const own = counts[each] ?? {};
    counts[each] = { ...own, [last]: (own[last] ?? 0) + 1 };
  }
}

/** A word that is no English is right when it stands in so many messages … */
const MIN_COUNT_OF_WORDS = 6;
/** … or when nothing that is used so often is near: writers mistype too. */
const MIN_COUNT_OF_MEANT = 20;

/** The words of the messages that are no slips, with how often they are used. */
function countRightWords(corpus: readonly LabelledMessages[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { messages } of corpus)
    for (const { word } of messages.flatMap(tokeniseMessage))
      if (/^[a-z]+$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of FIELD_WORDS) counts.set(word, (counts.get(word) ?? 0) + 3);
  const isRight = (word: string, count: number) =>
    isEnglish(word) || FIELD_WORDS.has(word) || count >= MIN_COUNT_OF_WORDS;
  const right = new Map([...counts].filter(([word, count]) => isRight(word, count)));
  const correct = createTypoCorrector(right, FIELD_WORDS);
  for (const [word, count] of counts) {
    const [meant] = right.has(word) ? [] : correct([{ word, typed: word }]);
    if (meant && (meant.word === word || (counts.get(meant.word) ?? 0) < MIN_COUNT_OF_MEANT))
      right.set(word, count);
  }
  return right;
}

/** What the reader knows of asking, of what was learned. */
export function createIntentModel(
  corpus: readonly LabelledMessages[],
  taught: TaughtModel,
): IntentModel {
  const wordCounts = new Map(Object.entries(taught.wordCounts));
  const elsewhere = corpus.find(({ meaning }) => meaning?.grammar.isKeptElsewhere)?.meaning?.intent;
  return {
    classifier: createClassifier(taught),
    labels: new Map(corpus.flatMap(({ label, meaning }) => (meaning ? [[label, meaning]] : []))),
    wordCounts,
    cueStems: new Set(taught.cues),
    knownStems: new Set([...wordCounts.keys()].map(stem)),
    askingWords: new Map(Object.entries(taught.askingWords)),
    wordsElsewhere: elsewhere === undefined ? undefined : taught.askingWords[elsewhere],
  };
}

/** The words of a message; a placeholder such as `{agency}` is a word of its own. */
function tokeniseMessage(message: string): Token[] {
  return message
    .split(/(\{\w+\})/)
    .flatMap((piece) =>
      /^\{\w+\}$/.test(piece) ? [{ word: piece, typed: piece }] : tokenise(piece),
    );
}
