import type { Messages } from '../../contract/intent-grammar.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type IntentDefinition, labelMessages } from '../classifier/corpus.ts';
import { annotate } from '../entities/annotate.ts';
import { type AnnotatedMessage, typedWords } from '../entities/annotated-message.ts';
import type { Lexicon } from '../entities/lexicon.ts';
import type { Candidate, ReadContext, Reader, Reading } from '../reading.ts';
import { tokenise } from '../text/tokenise.ts';
import { agrees, bestReadings, type ComparedIn, offer, withReadArgs } from './agreement.ts';
import { type AnswerFault, type ModelAnswer, parseAnswer } from './answer.ts';
import { createAnswerShape, toModelIntents } from './answer-shape.ts';
import type { LanguageModel, ModelFailure } from './language-model.ts';
import { createNearestMessages } from './nearest-messages.ts';
import { chooseExamples, createPrompt } from './prompt.ts';
import { createNameFilter, type NameFilter } from './redact-names.ts';

/** What may be logged of one request: how it ended, never what was asked or answered. */
export interface ModelReport {
  readonly partnership: string;
  readonly outcome:
    | 'understood'
    | 'did you mean'
    | 'nothing to send'
    | 'cap reached'
    | 'uncounted'
    | ModelFailure
    | AnswerFault;
  readonly ms: number;
  /** Messages read, and those sent to the model, since the start. */
  readonly messagesRead: number;
  readonly messagesSent: number;
}

export interface ModelParts {
  readonly model: LanguageModel;
  readonly intents: readonly (IntentDefinition & { readonly label: string })[];
  readonly messages: readonly Messages[];
  /** Counts a request in a calendar month, `2021-03`; says no when the month may have no more. */
  readonly countUse: (month: string) => Promise<boolean>;
  readonly report: (report: ModelReport) => void;
  /** How long a person waits for the model; six seconds by default. */
  readonly timeoutMs?: number;
}

/** Below this confidence the model is asked too. */
const UNSURE_BELOW = 0.8;
/** Less than what is answered at once: where only the model says so, it is a guess. */
const MODEL_CONFIDENCE = 0.4;
const DEFAULT_TIMEOUT_MS = 6_000;

/**
 * A reader that asks a language model what a message means where the given reader is unsure. Where
 * the model agrees with one of that reader's best readings, that one is the answer; else the person
 * is asked, and so of whatever changes a record. When anything fails, the given reader's reading
 * stands.
 */
export function withLanguageModel(
  read: Reader,
  { model, countUse, report, timeoutMs = DEFAULT_TIMEOUT_MS, ...asked }: ModelParts,
): Reader {
  const intents = toModelIntents(asked.intents, labelMessages(asked.intents, asked.messages));
  const findNearest = createNearestMessages(asked.messages);
  const nameFilters = new WeakMap<Directory, NameFilter>();
  let messagesRead = 0;
  let messagesSent = 0;

  function nameFilterFor(directory: Directory): NameFilter {
    const filter = nameFilters.get(directory) ?? createNameFilter(directory);
    nameFilters.set(directory, filter);
    return filter;
  }

  async function ask(
    text: string,
    lexicon: Lexicon,
    context: ReadContext,
    reading: Reading,
  ): Promise<{ outcome: ModelReport['outcome']; reading?: Reading }> {
    const { directory } = lexicon;
    const redactNames = nameFilterFor(directory);
    const message = annotate(tokenise(text), lexicon);
    const redacted = redactNames(writeReferencesOut(text, message));
    if (redacted.contentWords === 0 && redacted.hasLeftOut) return { outcome: 'nothing to send' };
    const isAllowed = await countUse(context.today.slice(0, 7)).catch(() => undefined);
    if (!isAllowed) return { outcome: isAllowed === undefined ? 'uncounted' : 'cap reached' };
    messagesSent += 1;
    const examples = chooseExamples(findNearest(message), redactNames);
    const shape = createAnswerShape(directory, intents, redacted.people.keys());
    const prompt = createPrompt({ redacted, directory, intents, shape, examples, context });
    const completion = await withTimeout(timeoutMs, (signal) => model.complete(prompt, signal));
    if (!completion.ok) return { outcome: completion.refusal };
    const answer = await parseAnswer(completion.value, {
      ...{ text, message, redacted, lexicon, intents, shape, context },
    });
    if (!answer.ok) return { outcome: answer.refusal };
    const { yearStart } = directory.partnership;
    const before = context.previous?.question.args.actionRef;
    const decided = decide(reading, answer.value, {
      ...{ today: context.today, yearStart, words: redacted.text },
      ...(before && { before }),
    });
    return {
      outcome: decided.kind === 'question' ? 'understood' : 'did you mean',
      reading: decided,
    };
  }

  return async (text, lexicon, context) => {
    const reading = await read(text, lexicon, context);
    messagesRead += 1;
    if (!isUnsure(reading)) return reading;
    const started = performance.now();
    const asked = await ask(text, lexicon, context, reading);
    const ms = Math.round(performance.now() - started);
    const partnership = lexicon.directory.partnership.id;
    report({ partnership, outcome: asked.outcome, ms, messagesRead, messagesSent });
    return asked.reading ?? reading;
  };
}

/**
 * What is not understood, asked back or hardly sure; never what is refused, nor free text for a
 * form, nor a day that does not exist, for which the person is asked.
 */
function isUnsure(reading: Reading): boolean {
  if (reading.kind === 'question')
    return (
      !reading.isFreeText &&
      reading.question.args.unreadDay === undefined &&
      (reading.confidence < UNSURE_BELOW || (reading.unused?.length ?? 0) > 0)
    );
  return reading.kind === 'unknown' || reading.kind === 'choice';
}

/** “sa 31” as `SA-031`: a model has never seen how our references are shortened. */
function writeReferencesOut(text: string, message: AnnotatedMessage): string {
  return [...message.actionRefs, ...message.reviewRefs].reduce(
    (written, { ref, ...span }) => written.replace(typedWords(message, span), () => ref),
    text,
  );
}

/** Answers where the model agrees with the reader and nothing is changed; else asks back. */
function decide(
  reading: Reading,
  { question, intent, shape }: ModelAnswer,
  { words, ...thread }: ComparedIn & { readonly words: string },
): Reading {
  const readings = bestReadings(reading);
  const agreed = readings.find((each) => agrees(each, question, thread));
  if (agreed && reading.kind === 'question') return reading;
  if (agreed && !intent.phrases.mutates) return { kind: 'question', ...agreed, isGuessed: true };
  const candidate: Candidate = agreed ?? {
    question: withReadArgs(question, readings, shape),
    confidence: MODEL_CONFIDENCE,
    parts: [{ words, field: 'question', value: 'language model' }],
  };
  return { kind: 'choice', readings: offer(candidate, readings, thread) };
}

/** The model is told to stop, and is not waited for if it does not. */
async function withTimeout<Value>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Outcome<Value, ModelFailure>>,
): Promise<Outcome<Value, ModelFailure>> {
  const controller = new AbortController();
  const late = Promise.withResolvers<Outcome<Value, ModelFailure>>();
  const timer = setTimeout(() => {
    late.resolve({ ok: false, refusal: 'too late' });
    controller.abort();
  }, ms);
  return Promise.race([work(controller.signal), late.promise]).finally(() => clearTimeout(timer));
}
