import type { Intent } from '../contract/feature.ts';
import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Args, Filters } from '../contract/question.ts';
import { AMBIGUOUS, OUT_OF_SCOPE } from './beyond-phrases.ts';
import { type Classifier, type Example, teach } from './classify.ts';
import { expand } from './expand-phrases.ts';
import { hear } from './hear.ts';
import { normalise, type Token } from './normalise.ts';
import { stem } from './stem.ts';
import { unitsOf } from './units.ts';

/** What the reader knows of asking, whatever the partnership. */
export interface Understanding {
  readonly classifier: Classifier;
  /** How each intent is spoken; by its name. */
  readonly spoken: ReadonlyMap<string, IntentGrammar>;
  /** The arguments that a label settles beside its intent. */
  readonly settled: ReadonlyMap<
    string,
    { readonly intent: string; readonly args: Args; readonly filters?: Filters }
  >;
  /** Words of the phrases, with how often they stand there. */
  readonly words: ReadonlyMap<string, number>;
  /** The stems of those that stand in many phrases: such a word asks, it is not asked about. */
  readonly cues: ReadonlySet<string>;
  /** The stems of all words of the phrases. */
  readonly stems: ReadonlySet<string>;
}

/** Beside the intents: what could be several things, and what is none of the partnership's business. */
export const AMBIGUOUS_LABEL = 'ambiguous';
export const OUT_OF_SCOPE_LABEL = 'out_of_scope';

const MOST_OF_A_TEMPLATE = 24;
/** A word in so many phrases asks for something. */
const OFTEN = 25;

export function createUnderstanding(
  intents: readonly Pick<Intent, 'name' | 'phrases'>[],
): Understanding {
  const spoken = new Map<string, IntentGrammar>(
    intents.map(({ name, phrases }) => [name, phrases]),
  );
  const settled = new Map<string, { intent: string; args: Args; filters?: Filters }>();
  const words = new Map<string, number>();
  const examples: Example[] = [];
  const addAll = (label: string, templates: readonly string[]) => {
    for (const phrase of new Set(
      templates.flatMap((template) => expand(template, MOST_OF_A_TEMPLATE)),
    )) {
      const heard = hear(tokensOf(phrase), undefined, { actionRefs: [], reviewRefs: [] });
      for (const { word } of heard.tokens)
        if (/^[a-z]+$/.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
      examples.push({ label, units: unitsOf(heard) });
    }
  };
  for (const { name, phrases } of intents) {
    settled.set(name, { intent: name, args: {} });
    addAll(name, phrases.utterances);
    for (const variant of phrases.variants ?? []) {
      const label = `${name}/${Object.values(variant.args).join('/')}`;
      settled.set(label, {
        intent: name,
        args: variant.args,
        ...(variant.filters ? { filters: variant.filters } : {}),
      });
      addAll(label, variant.utterances);
    }
  }
  addAll(AMBIGUOUS_LABEL, AMBIGUOUS);
  addAll(OUT_OF_SCOPE_LABEL, OUT_OF_SCOPE);
  const cues = new Set(
    [...words].filter(([, times]) => times >= OFTEN).map(([word]) => stem(word)),
  );
  return {
    classifier: teach(examples),
    spoken,
    settled,
    words,
    cues,
    stems: new Set([...words.keys()].map(stem)),
  };
}

/** The words of a phrase; a slot such as `{agency}` is a word of its own. */
export function tokensOf(phrase: string): Token[] {
  return phrase.split(/(\{\w+\})/).flatMap((piece) => {
    if (!/^\{\w+\}$/.test(piece)) return normalise(piece);
    return [{ word: piece, typed: piece, start: 0, end: 0 }];
  });
}
