import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import type { Args, Filters } from '../../contract/question.ts';
import { annotate } from '../entities/annotate.ts';
import { stem } from '../text/stem.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import { AMBIGUOUS, OUT_OF_SCOPE } from './extra-utterances.ts';
import { toModelInput } from './features.ts';
import { type Classifier, type Example, trainClassifier } from './linear-model.ts';

/** Something that can be asked, and how people say it. */
export interface IntentDefinition {
  readonly name: string;
  readonly phrases: IntentGrammar;
}

/** What a label of the classifier stands for: an intent, with what its variant settles. */
export interface IntentLabel {
  readonly intent: string;
  readonly grammar: IntentGrammar;
  readonly args: Args;
  readonly filters: Filters;
}

/** What the reader knows of asking, whatever the partnership. */
export interface IntentModel {
  readonly classifier: Classifier;
  /** By the classifier's labels; an intent's own name is the label of its plain utterances. */
  readonly labels: ReadonlyMap<string, IntentLabel>;
  /** The words of the utterances, with how often they are used there. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /** The stems of those that are used often: such a word asks, it is not asked about. */
  readonly cueStems: ReadonlySet<string>;
  readonly knownStems: ReadonlySet<string>;
}

/** Labels that are no intents: what could mean several things, and what is not our business. */
export const AMBIGUOUS_LABEL = 'ambiguous';
export const OUT_OF_SCOPE_LABEL = 'out_of_scope';

const MAX_EXPANSIONS = 24;
const MIN_COUNT_OF_CUES = 25;

export function trainIntentModel(intents: readonly IntentDefinition[]): IntentModel {
  const labels = new Map<string, IntentLabel>();
  const wordCounts = new Map<string, number>();
  const examples: Example[] = [];
  const addExamples = (label: string, templates: readonly string[]) => {
    for (const utterance of new Set(templates.flatMap(expandTemplate))) {
      const message = annotate(tokeniseUtterance(utterance));
      for (const { word } of message.tokens)
        if (/^[a-z]+$/.test(word)) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
      examples.push({ label, input: toModelInput(message) });
    }
  };
  for (const { name: intent, phrases: grammar } of intents) {
    labels.set(intent, { intent, grammar, args: {}, filters: {} });
    addExamples(intent, grammar.utterances);
    for (const { args, filters = {}, utterances } of grammar.variants ?? []) {
      const label = `${intent}/${Object.values(args).join('/')}`;
      labels.set(label, { intent, grammar, args, filters });
      addExamples(label, utterances);
    }
  }
  addExamples(AMBIGUOUS_LABEL, AMBIGUOUS);
  addExamples(OUT_OF_SCOPE_LABEL, OUT_OF_SCOPE);
  const cues = [...wordCounts].filter(([, count]) => count >= MIN_COUNT_OF_CUES);
  return {
    classifier: trainClassifier(examples),
    labels,
    wordCounts,
    cueStems: new Set(cues.map(([word]) => stem(word))),
    knownStems: new Set([...wordCounts.keys()].map(stem)),
  };
}

/** The words of an utterance; a placeholder such as `{agency}` is a word of its own. */
function tokeniseUtterance(utterance: string): Token[] {
  return utterance
    .split(/(\{\w+\})/)
    .flatMap((piece) =>
      /^\{\w+\}$/.test(piece) ? [{ word: piece, typed: piece }] : tokenise(piece),
    );
}

/**
 * The utterances of a template: at most {@link MAX_EXPANSIONS}, or as many as use every alternative
 * once; the same ones every time.
 * @example expandTemplate('[show|list] {agency} actions') // ['show {agency} actions', 'list {agency} actions']
 */
function expandTemplate(template: string): string[] {
  const choices = template
    .split(/\[([^\]]*)\]/)
    .map((piece, index) => (index % 2 ? piece.split('|') : [piece]));
  const all = choices.reduce((product, { length }) => product * length, 1);
  const max = Math.max(MAX_EXPANSIONS, ...choices.map(({ length }) => length));
  return Array.from({ length: Math.min(all, max) }, (_, index) =>
    pickUtterance(choices, index, all <= max),
  );
}

/** Primes by which the choices of a template turn at different speeds. */
const SPEEDS = [1, 7, 11, 13, 17, 19, 23, 29];

/** Utterance number `index`: of all when they are few, else each choice turns at its own speed. */
function pickUtterance(
  choices: readonly (readonly string[])[],
  index: number,
  isInFull: boolean,
): string {
  let remainder = index;
  const words = choices.map((alternatives, place) => {
    const { length } = alternatives;
    const speed = SPEEDS[place % SPEEDS.length] ?? 1;
    const turn = isInFull ? remainder : index * speed + Math.floor(index / length);
    remainder = Math.floor(remainder / length);
    return alternatives[turn % length] ?? '';
  });
  return words.join('').replace(/ +/g, ' ').trim();
}
