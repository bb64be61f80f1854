import {
  type AzureOpenAIModelOptions,
  OpenAIModel,
  type OpenAIModelOptions,
} from '@microsoft/teams-ai';
import { z } from 'zod';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import type {
  JsonSchema,
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
 * A language model over teams-ai's OpenAIModel. Each prompt is one request, never redirected; only
 * the prompt's two texts and its schema are sent. An endpoint that knows no schema is asked once
 * more without one, and never with one again.
 */
export function createLanguageModel(
  settings: ModelSettings,
  fetcher: typeof fetch = fetch,
): LanguageModel {
  let knowsSchemas = true;

  async function ask(
    prompt: ModelPrompt,
    signal: AbortSignal,
  ): Promise<Outcome<string, ModelFailure | 'no schemas'>> {
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
      toTemplate(prompt, knowsSchemas),
    );
    return guarded.refusal() ?? accept(message?.content ?? '');
  }

  return {
    async complete(prompt, signal) {
      const answer = await ask(prompt, signal);
      if (answer.ok) return answer;
      if (answer.refusal !== 'no schemas') return refuse(answer.refusal);
      knowsSchemas = false;
      return this.complete(prompt, signal);
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
function toTemplate(
  { instructions, message, schema }: ModelPrompt,
  knowsSchemas: boolean,
): CompletePrompt[4] {
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
    // A setting that is left out is the model's own; teams-ai types none of a schema.
    config: {
      schema: 1.1,
      type: 'completion',
      completion: (knowsSchemas ? { response_format: toResponseFormat(schema) } : {}) as never,
    },
  };
}

const toResponseFormat = (schema: JsonSchema) => ({
  type: 'json_schema',
  json_schema: { name: 'question', strict: true, schema },
});

const completionSchema = z.object({
  choices: z.tuple(
    [
      z.object({
        finish_reason: z.string().nullish(),
        message: z
          .object({ content: z.string().nullish(), refusal: z.string().nullish() })
          .nullish(),
      }),
    ],
    z.unknown(),
  ),
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
  let failure: ModelFailure | 'no schemas' | undefined;
  const json = (body: string) =>
    new Response(body, { headers: { 'content-type': 'application/json' } });
  return {
    refusal: () => failure && refuse(failure),
    async fetch(url: string, { method, headers, body }: RequestInit): Promise<Response> {
      try {
        const response = await fetcher(url, { method, headers, body, signal, redirect: 'error' });
        const text = await readBounded(response);
        failure = response.ok
          ? findFault(text)
          : explainStatus(response.status, text, String(body).includes('"response_format"'));
        return json(failure ? EMPTY_COMPLETION : text);
      } catch {
        failure = signal.aborted ? 'too late' : 'unreachable';
        return json(EMPTY_COMPLETION);
      }
    },
  };
}

/** How OpenAI and Azure name their content filters where these refuse the prompt itself. */
const FILTERED = /"code"\s*:\s*"(?:content_filter|content_policy_violation)"|ResponsibleAIPolicy/;
/** Servers word it in many ways; all of them name the setting that they do not know. */
const NO_SCHEMAS = /response[_ ]format|json[_ ]schema|structured output/i;

function explainStatus(
  status: number,
  text: string,
  hasSchema: boolean,
): ModelFailure | 'no schemas' {
  if (status === 400 && FILTERED.test(text)) return 'declined';
  const isRejected = status === 400 || status === 404 || status === 422 || status === 501;
  return hasSchema && isRejected && NO_SCHEMAS.test(text) ? 'no schemas' : `status ${status}`;
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

/** Why a response gives nothing to read, if so. */
function findFault(text: string): ModelFailure | undefined {
  try {
    const [{ finish_reason, message }] = completionSchema.parse(JSON.parse(text)).choices;
    if (finish_reason === 'content_filter' || message?.refusal) return 'declined';
    return typeof message?.content === 'string' ? undefined : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
