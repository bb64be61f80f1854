import {
  type AzureOpenAIModelOptions,
  OpenAIModel,
  type OpenAIModelOptions,
} from '@microsoft/teams-ai';
import { z } from 'zod';
import { accept, refuse } from '../domain/outcome.ts';
import type {
  LanguageModel,
  ModelFailure,
  ModelPrompt,
} from '../understanding/model/language-model.ts';

/** Which model is called, and where. */
export interface ModelSettings {
  /** `openai` for OpenAI and any compatible server, `azure` for a deployment in Azure OpenAI. */
  readonly kind: 'openai' | 'azure';
  /** `https://api.openai.com/v1` when left out; required for `azure`. */
  readonly endpoint?: string;
  /** A secret, used in the request's header only. Some self-hosted servers need none. */
  readonly key?: string;
  /** The name of the model; in Azure, of its deployment. */
  readonly name: string;
}

const OPENAI_ENDPOINT = 'https://api.openai.com/v1';
const AZURE_API_VERSION = '2024-10-21';
/** An answer is a few hundred characters. */
const MAX_BYTES = 64 * 1024;

/**
 * A language model over teams-ai's OpenAIModel. Each prompt is one request, never repeated and
 * never redirected; only the prompt's two texts are sent.
 */
export function createLanguageModel(
  settings: ModelSettings,
  fetcher: typeof fetch = fetch,
): LanguageModel {
  return {
    async complete(prompt, signal) {
      const guarded = createGuardedFetch(fetcher, signal);
      const model = new OpenAIModel({
        ...toModelOptions(settings),
        // openai's type is that of node-fetch; it uses whatever fetch it is given.
        clientOptions: { maxRetries: 0, fetch: guarded.fetch as never },
      });
      const { message } = await model.completePrompt(
        UNUSED,
        NO_MEMORY,
        UNUSED,
        UNUSED,
        toTemplate(prompt),
      );
      return guarded.refusal() ?? accept(message?.content ?? '');
    },
  };
}

function toModelOptions({
  kind,
  endpoint,
  key,
  name,
}: ModelSettings): OpenAIModelOptions | AzureOpenAIModelOptions {
  const common = { useSystemMessages: true, logRequests: false };
  return kind === 'azure'
    ? {
        ...common,
        azureApiKey: key,
        azureEndpoint: endpoint ?? '',
        azureDefaultDeployment: name,
        azureApiVersion: AZURE_API_VERSION,
      }
    : {
        ...common,
        apiKey: key ?? 'none',
        endpoint: endpoint ?? OPENAI_ENDPOINT,
        defaultModel: name,
      };
}

/** The turn, the functions and the tokenizer are there for templates that expand; ours does not. */
const UNUSED = undefined as never;

type CompletePrompt = Parameters<OpenAIModel['completePrompt']>;

const NO_MEMORY: CompletePrompt[1] = {
  getValue: () => undefined as never,
  hasValue: () => false,
  setValue() {},
  deleteValue() {},
};

/** The SDK's prompts are templates; ours is not, so that nothing in a message is expanded. */
function toTemplate({ instructions, message }: ModelPrompt): CompletePrompt[4] {
  const output = [
    { role: 'system' as const, content: instructions },
    { role: 'user' as const, content: message },
  ];
  return {
    name: 'question',
    prompt: {
      required: true,
      tokens: -1,
      renderAsMessages: async () => ({ output, length: 0, tooLong: false }),
      renderAsText: async () => ({ output: message, length: 0, tooLong: false }),
    },
    // A setting that is left out is the model's own.
    config: { schema: 1.1, type: 'completion', completion: {} as never },
  };
}

const completionSchema = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
});

/** What the SDK gets instead of a failure, which it would print with the server's response. */
const EMPTY_COMPLETION = JSON.stringify({
  choices: [{ message: { role: 'assistant', content: '' } }],
});

/**
 * The fetch of one request: aborted by the signal, bounded in what it reads; failures are kept from
 * the SDK.
 */
function createGuardedFetch(fetcher: typeof fetch, signal: AbortSignal) {
  let failure: ModelFailure | undefined;
  const json = (body: string) =>
    new Response(body, { headers: { 'content-type': 'application/json' } });
  return {
    refusal: () => failure && refuse(failure),
    async fetch(url: string, { method, headers, body }: RequestInit): Promise<Response> {
      try {
        const response = await fetcher(url, { method, headers, body, signal, redirect: 'error' });
        const text = await readBounded(response);
        if (!response.ok) failure = `status ${response.status}`;
        else if (!isCompletion(text)) failure = 'unreadable';
        return json(failure ? EMPTY_COMPLETION : text);
      } catch {
        failure = signal.aborted ? 'too late' : 'unreachable';
        return json(EMPTY_COMPLETION);
      }
    },
  };
}

async function readBounded({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) break;
  }
  return text;
}

function isCompletion(text: string): boolean {
  try {
    return completionSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
