import { isDeepStrictEqual } from 'node:util';
import type { Messages } from '../contract/intent-grammar.ts';
import {
  type IntentDefinition,
  type LabelledMessages,
  labelMessages,
} from './classifier/corpus.ts';
import {
  createIntentModel,
  type IntentModel,
  type TaughtModel,
  teachIntents,
} from './classifier/intent-model.ts';
import { pointAtRows, withRow } from './dialogue/point-at-rows.ts';
import { annotate } from './entities/annotate.ts';
import { FIELD_WORDS, fieldTerms } from './entities/field-terms.ts';
import { findKnownReferences } from './entities/known-references.ts';
import type { Lexicon } from './entities/lexicon.ts';
import { interpret } from './interpret.ts';
import { readParts } from './read-parts.ts';
import type { ReadContext, Reader, Reading } from './reading.ts';
import { findDates } from './slots/dates.ts';
import { createTypoCorrector } from './text/correct-typos.ts';
import { withMarks } from './text/dictation.ts';
import { rememberEach } from './text/remember-each.ts';
import { SHORTHAND } from './text/shorthand.ts';
import { tokenise, toWords } from './text/tokenise.ts';
import { FEASTS, MONTHS, WEEKDAYS } from './text/word-sets.ts';

/** Keeps what was learned from one start to the next; without it, every start learns anew. */
export interface TaughtCache {
  load(): TaughtModel | undefined;
  save(taught: TaughtModel): void;
}

/** A reader that learns from messages how people ask for the intents; learning takes some seconds. */
export function createReader(
  intents: readonly IntentDefinition[],
  messages: readonly Messages[],
  cache?: TaughtCache,
): Reader {
  const corpus = labelMessages(intents, messages);
  const model = createIntentModel(corpus, recall(corpus, cache) ?? learn(corpus, cache));
  const correctorFor = rememberEach((lexicon: Lexicon) =>
    createTypoCorrector(wordFrequencies(model, lexicon), fieldTerms.words),
  );

  const writes = new Set(
    [...model.labels.values()].flatMap(({ intent, grammar }) => (grammar.mutates ? [intent] : [])),
  );
  const mutates = (intent: string) => writes.has(intent);

  return (text, lexicon, { previous: said, ...context }) =>
    readParts(
      withMarks(text),
      said,
      async (part, previous) => {
        const toTokens = (typed: string) => correctorFor(lexicon)(tokenise(typed));
        const read = async (typed: string, tokens = toTokens(typed)): Promise<Reading> => {
          const { today, bankHolidays } = context;
          const message = annotate(tokens, lexicon);
          const known = await findKnownReferences(typed, message, context.searchTitles);
          return interpret({
            text: typed,
            message: known.length > 0 ? annotate(tokens, lexicon, known) : message,
            dates: findDates(tokens, today, bankHolidays),
            pastDates: findDates(tokens, today, bankHolidays, 'past'),
            lexicon,
            model,
            context: { ...context, ...(previous && { previous }) },
          });
        };
        const tokens = toTokens(part);
        const before = previous && model.labels.get(previous.question.intent)?.grammar.slots;
        const canLimit = before?.some((slot) => slot === 'order' || slot === 'rank') ?? false;
        const pointed = pointAtRows(tokens, part, previous, lexicon.directory, canLimit);
        if (!pointed) return read(part, tokens);
        if ('reading' in pointed) return pointed.reading;
        if ('asked' in pointed)
          return surest(
            await Promise.all(
              pointed.asked.map(async ({ text: named, rows }) => withRow(await read(named), rows)),
            ),
          );
        const reading = await read(part, tokens);
        return asksOfLast(part, reading, previous) ? reading : pointed.noRow;
      },
      mutates,
    );
}

/** Of the same message about one row and another, what is understood; both where both are. */
function surest([first, ...others]: readonly Reading[]): Reading {
  const all = [first, ...others].filter((each) => each?.kind === 'question');
  const whole = all.filter(({ unused = [] }) => unused.length === 0);
  const understood = whole.length > 0 ? whole : all;
  const [only, ...more] = understood;
  if (more.length > 0) return { kind: 'choice', readings: understood };
  return only ?? first ?? { kind: 'unknown' };
}

/** “And the last one”, where no list was shown, may be the meeting before the one spoken of. */
const asksOfLast = (text: string, reading: Reading, previous: ReadContext['previous']): boolean =>
  /\blast\b/i.test(text) &&
  previous !== undefined &&
  reading.kind === 'question' &&
  !isDeepStrictEqual(reading.question, previous.question);

/** What is kept, unless it was learned for other labels: a grammar may settle more than it did. */
function recall(
  corpus: readonly LabelledMessages[],
  cache: TaughtCache | undefined,
): TaughtModel | undefined {
  const taught = cache?.load();
  const labels = new Set(corpus.map(({ label }) => label));
  const isSame =
    taught?.labels.length === labels.size && taught.labels.every((label) => labels.has(label));
  return isSame ? taught : undefined;
}

function learn(corpus: readonly LabelledMessages[], cache: TaughtCache | undefined): TaughtModel {
  const taught = teachIntents(corpus);
  cache?.save(taught);
  return taught;
}

/** How often a word of a name counts as used. */
const NAME_FREQUENCY = 100;

/** The words that mean something here, with how often they are used. */
function wordFrequencies(
  { wordCounts }: IntentModel,
  { aliases, directory }: Lexicon,
): Map<string, number> {
  const frequencies = new Map(wordCounts);
  const add = (word: string, count: number) =>
    frequencies.set(word, (frequencies.get(word) ?? 0) + count);
  for (const word of [...FIELD_WORDS, ...WEEKDAYS, ...MONTHS.keys(), ...FEASTS]) add(word, 3);
  for (const word of SHORTHAND.keys())
    if (word.length > 3 && /n?t$|s$|mrw$/.test(word)) add(word, 20);
  for (const word of aliases.words) add(word, NAME_FREQUENCY);
  for (const word of directory.lcsprs.flatMap(({ name }) => toWords(name)))
    add(word, NAME_FREQUENCY);
  return frequencies;
}
