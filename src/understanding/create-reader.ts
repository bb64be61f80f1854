import {
  type IntentDefinition,
  type IntentModel,
  trainIntentModel,
} from './classifier/intent-model.ts';
import { annotate } from './entities/annotate.ts';
import { FIELD_WORDS, fieldTerms } from './entities/field-terms.ts';
import type { Lexicon } from './entities/lexicon.ts';
import { interpret } from './interpret.ts';
import type { Reader } from './reading.ts';
import { createTypoCorrector, type TypoCorrector } from './text/correct-typos.ts';
import { SHORTHAND } from './text/shorthand.ts';
import { tokenise } from './text/tokenise.ts';
import { MONTHS, WEEKDAYS } from './text/word-sets.ts';

/** A reader that learns from the intents how people ask; learning takes a second. */
export function createReader(intents: readonly IntentDefinition[]): Reader {
  const model = trainIntentModel(intents);
  const correctors = new WeakMap<Lexicon, TypoCorrector>();

  function correctorFor(lexicon: Lexicon): TypoCorrector {
    const known = correctors.get(lexicon);
    const corrector =
      known ?? createTypoCorrector(wordFrequencies(model, lexicon), fieldTerms.words);
    if (!known) correctors.set(lexicon, corrector);
    return corrector;
  }

  return async (text, lexicon, context) => {
    const tokens = correctorFor(lexicon)(tokenise(text));
    return interpret({ text, message: annotate(tokens, lexicon), lexicon, model, context });
  };
}

/** How often a word of a name counts as used. */
const NAME_FREQUENCY = 100;

/** The words that mean something here, with how often they are used. */
function wordFrequencies({ wordCounts }: IntentModel, { aliases }: Lexicon): Map<string, number> {
  const frequencies = new Map(wordCounts);
  const add = (word: string, count: number) =>
    frequencies.set(word, (frequencies.get(word) ?? 0) + count);
  for (const word of [...FIELD_WORDS, ...WEEKDAYS, ...MONTHS.keys()]) add(word, 3);
  for (const word of SHORTHAND.keys())
    if (word.length > 3 && /n?t$|s$|mrw$/.test(word)) add(word, 20);
  for (const word of aliases.words) add(word, NAME_FREQUENCY);
  return frequencies;
}
