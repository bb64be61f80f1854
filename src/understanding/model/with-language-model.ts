import type { Outcome } from '../../domain/outcome.ts';
import type { Lexicon } from '../entities/lexicon.ts';
import type { Candidate, ReadContext, Reader, Reading } from '../reading.ts';
import { type AnswerFault, parseAnswer } from './answer.ts';
import type { LanguageModel, ModelFailure } from './language-model.ts';
import { createPrompt, type ModelIntent } from './prompt.ts';
import { redactNames } from './redact-names.ts';

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
  readonly intents: readonly ModelIntent[];
  /** Counts a request in a calendar month, `2021-03`; says no when the month may have no more. */
  readonly countUse: (month: string) => Promise<boolean>;
  readonly report: (report: ModelReport) => void;
  /** How long a person waits for the model; six seconds by default. */
  readonly timeoutMs?: number;
}

/** Below this confidence the model is asked too; about half of such readings are wrong. */
const UNSURE_BELOW = 0.6;
/** How sure the model is taken to be: it is a guess, whatever it says. */
const MODEL_CONFIDENCE = 0.5;
const DEFAULT_TIMEOUT_MS = 6_000;

/**
 * A reader that asks a language model what a message means where the given reader is unsure; never
 * about what that one refuses, nor where the person can choose. When anything fails, the given
 * reader's reading stands.
 */
export function withLanguageModel(
  read: Reader,
  { model, intents, countUse, report, timeoutMs = DEFAULT_TIMEOUT_MS }: ModelParts,
): Reader {
  let messagesRead = 0;
  let messagesSent = 0;

  async function ask(
    text: string,
    lexicon: Lexicon,
    context: ReadContext,
  ): Promise<{ outcome: ModelReport['outcome']; reading?: Reading }> {
    const redacted = redactNames(text, lexicon.directory);
    if (redacted.contentWords === 0) return { outcome: 'nothing to send' };
    const isAllowed = await countUse(context.today.slice(0, 7)).catch(() => undefined);
    if (!isAllowed) return { outcome: isAllowed === undefined ? 'uncounted' : 'cap reached' };
    messagesSent += 1;
    const prompt = createPrompt(redacted, lexicon.directory, intents, context);
    const completion = await withTimeout(timeoutMs, (signal) => model.complete(prompt, signal));
    if (!completion.ok) return { outcome: completion.refusal };
    const { directory } = lexicon;
    const { today } = context;
    const answer = parseAnswer(completion.value, { text, redacted, directory, intents, today });
    if (!answer.ok) return { outcome: answer.refusal };
    const { question, intent } = answer.value;
    const parts = [{ words: redacted.text, field: 'question', value: 'language model' }];
    const candidate: Candidate = { question, confidence: MODEL_CONFIDENCE, parts };
    return intent.phrases.mutates
      ? { outcome: 'did you mean', reading: { kind: 'choice', readings: [candidate] } }
      : { outcome: 'understood', reading: { kind: 'question', ...candidate } };
  }

  return async (text, lexicon, context) => {
    const reading = await read(text, lexicon, context);
    messagesRead += 1;
    const isUnsure = reading.kind === 'question' && reading.confidence < UNSURE_BELOW;
    if (reading.kind !== 'unknown' && !isUnsure) return reading;
    const started = performance.now();
    const asked = await ask(text, lexicon, context);
    const ms = Math.round(performance.now() - started);
    const partnership = lexicon.directory.partnership.id;
    report({ partnership, outcome: asked.outcome, ms, messagesRead, messagesSent });
    return asked.reading ?? reading;
  };
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
