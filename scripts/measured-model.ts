import { readFile, writeFile } from 'node:fs/promises';
import { refuse } from '../src/domain/outcome.ts';
import { intents, messages } from '../src/features/index.ts';
import { createLanguageModel } from '../src/teams/language-model.ts';
import type { LanguageModel, ModelPrompt } from '../src/understanding/model/language-model.ts';
import {
  type ModelReport,
  withLanguageModel,
} from '../src/understanding/model/with-language-model.ts';
import type { Reader } from '../src/understanding/reading.ts';

/** What a model said to each message that was sent, as it was sent. */
export type RecordedReplies = Readonly<Record<string, unknown>>;

/** A reader that a model helps, and what became of the messages that were sent to it. */
export interface MeasuredReader {
  readonly read: Reader;
  /** How many of the messages were sent, how that ended, and how long the longest prompt was. */
  summarise(): string;
  /** Keeps what an endpoint said, to be read again without it. */
  save(file: string): Promise<void>;
}

/** The reader with a model: `recorded` replies of a file, or whatever answers at an endpoint. */
export async function createMeasuredReader(
  read: Reader,
  { model: where, replies: file }: { readonly model: string; readonly replies: string },
  env: NodeJS.ProcessEnv,
): Promise<MeasuredReader> {
  const recorded: Record<string, unknown> =
    where === 'recorded' ? JSON.parse(await readFile(file, 'utf8')) : {};
  const model = where === 'recorded' ? replayModel(recorded) : endpointModel(where, env);
  const reports: ModelReport[] = [];
  let longest = 0;
  const measured: LanguageModel = {
    async complete(prompt, signal) {
      longest = Math.max(longest, prompt.instructions.length + prompt.message.length);
      const completion = await model.complete(prompt, signal);
      if (completion.ok) recorded[prompt.message] = parseReply(completion.value);
      return completion;
    },
  };
  let messagesRead = 0;
  const counted: Reader = (...asked) => {
    messagesRead += 1;
    return read(...asked);
  };
  return {
    read: withLanguageModel(counted, {
      ...{ model: measured, intents, messages },
      countUse: async () => true,
      report: (report) => reports.push(report),
    }),
    summarise() {
      const { messagesSent = 0 } = reports.at(-1) ?? {};
      const counts = Object.entries(Object.groupBy(reports, ({ outcome }) => outcome));
      const outcomes = counts.map(([outcome, all = []]) => `${outcome} ${all.length}`);
      return [
        `sent to the model ${messagesSent} of ${messagesRead} read: ${outcomes.join(', ')}`,
        `longest prompt    ${longest} characters`,
      ].join('\n');
    },
    save: (to) => writeFile(to, `${JSON.stringify(recorded, undefined, 2)}\n`),
  };
}

/** Says what was recorded; to a message that was not, that nobody is there. */
function replayModel(replies: RecordedReplies): LanguageModel {
  return {
    async complete({ message }: ModelPrompt) {
      const reply = replies[message];
      return reply === undefined
        ? refuse('unreachable')
        : { ok: true, value: typeof reply === 'string' ? reply : JSON.stringify(reply) };
    },
  };
}

/** The key and the model's name are those of the bot's settings. */
function endpointModel(
  endpoint: string,
  { MODEL_KEY: key, MODEL_NAME: name = '' }: NodeJS.ProcessEnv,
): LanguageModel {
  const kind = /\.azure\.com\b/.test(endpoint) ? 'azure' : 'openai';
  return createLanguageModel({ kind, endpoint, name, ...(key && { key }) });
}

/** A reply is kept as JSON where it is, so that people can read it. */
function parseReply(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
