import type { Calendar, ModelUse } from '../contract/ports.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type AnswerFault, checkAnswer } from './model-answer.ts';
import { type ModelIntent, type ModelPrompt, promptFor } from './model-prompt.ts';
import type { Candidate, Hearing, Reader, Reading } from './reader.ts';
import { withoutNames } from './without-names.ts';

/** Why a language model gave nothing to read. */
export type ModelTrouble = 'unreachable' | 'too late' | 'unreadable' | `status ${number}`;

/** A language model, wherever it runs. */
export interface LanguageModel {
  /** What it says to a prompt. Stops as soon as the signal says so; never throws. */
  complete(prompt: ModelPrompt, signal: AbortSignal): Promise<Outcome<string, ModelTrouble>>;
}

/** What may be said of one asking: how it ended and how often it happens, never what was asked or said. */
export interface ModelReport {
  readonly partnership: string;
  readonly outcome:
    | 'understood'
    | 'did you mean'
    | 'nothing to send'
    | 'cap reached'
    | 'uncounted'
    | ModelTrouble
    | AnswerFault;
  readonly ms: number;
  /** Messages read, and those sent to the model, since the start. */
  readonly heard: number;
  readonly sent: number;
}

export interface ModelParts {
  readonly model: LanguageModel;
  readonly intents: readonly ModelIntent[];
  readonly use: ModelUse;
  /** So many askings in a calendar month, and no more. */
  readonly monthlyCap: number;
  readonly calendar: Pick<Calendar, 'today'>;
  readonly report: (report: ModelReport) => void;
  /** How long a person waits for the model: six seconds. */
  readonly patienceMs?: number;
}

/** A question read with less confidence than this is put to the model too; about half of such readings are wrong. */
export const UNSURE_BELOW = 0.6;
/** How sure the model is taken to be: it is a guess, whatever it says. */
const MODEL_CONFIDENCE = 0.5;
const PATIENCE_MS = 6_000;

/**
 * A reader that asks a language model what a message means where the given reader is unsure; never about what that one
 * refuses, and never between readings that the person can choose from. Whatever goes wrong, the given reader's reading stands.
 */
export function withModel(reader: Reader, parts: ModelParts): Reader {
  const { report, patienceMs = PATIENCE_MS } = parts;
  let heard = 0;
  let sent = 0;

  async function ask(
    hearing: Hearing,
  ): Promise<{ outcome: ModelReport['outcome']; reading?: Reading }> {
    const { directory } = hearing.asker;
    const nameless = withoutNames(hearing.text, directory);
    if (nameless.telling === 0) return { outcome: 'nothing to send' };
    const today = parts.calendar.today(directory.partnership.timeZone);
    const allowed = await parts.use.use(today.slice(0, 7), parts.monthlyCap).catch(() => undefined);
    if (!allowed) return { outcome: allowed === undefined ? 'uncounted' : 'cap reached' };
    sent += 1;
    const prompt = promptFor(nameless, hearing, parts.intents, today);
    const said = await inTime(patienceMs, (signal) => parts.model.complete(prompt, signal));
    if (!said.ok) return { outcome: said.refusal };
    const answer = checkAnswer(said.value, { nameless, hearing, intents: parts.intents, today });
    if (!answer.ok) return { outcome: answer.refusal };
    const { question, intent } = answer.value;
    const because = [{ words: nameless.text, gave: 'question', value: 'language model' }];
    const candidate: Candidate = { question, confidence: MODEL_CONFIDENCE, because };
    return intent.phrases.mutates
      ? { outcome: 'did you mean', reading: { kind: 'choice', readings: [candidate] } }
      : { outcome: 'understood', reading: { kind: 'question', ...candidate } };
  }

  return {
    async read(hearing) {
      const reading = await reader.read(hearing);
      heard += 1;
      if (!isUnsure(reading)) return reading;
      const started = performance.now();
      const asked = await ask(hearing);
      const ms = Math.round(performance.now() - started);
      report({
        partnership: hearing.asker.directory.partnership.id,
        outcome: asked.outcome,
        ms,
        heard,
        sent,
      });
      return asked.reading ?? reading;
    },
  };
}

function isUnsure(reading: Reading): boolean {
  return (
    reading.kind === 'unknown' || (reading.kind === 'question' && reading.confidence < UNSURE_BELOW)
  );
}

/** The model is told to stop, and is not waited for if it does not. */
async function inTime<Value>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Outcome<Value, ModelTrouble>>,
): Promise<Outcome<Value, ModelTrouble>> {
  const stop = new AbortController();
  const late = Promise.withResolvers<Outcome<Value, ModelTrouble>>();
  const timer = setTimeout(() => {
    late.resolve({ ok: false, refusal: 'too late' });
    stop.abort();
  }, ms);
  return Promise.race([work(stop.signal), late.promise]).finally(() => clearTimeout(timer));
}
