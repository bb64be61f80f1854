import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenLocally } from './listen-locally.ts';

/** How the server behaves from now on. */
export type Behaviour =
  /**
   * It answers with these words, or with this object as JSON; where it knows no schemas, only to a
   * request without one.
   */
  | {
      readonly says: string | object | null;
      readonly knowsSchemas?: false;
      readonly finishReason?: string;
      readonly refusal?: string;
    }
  | {
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Something that is no completion. */
  | { readonly garbage: string | Buffer }
  /** It takes the request and never answers. */
  | 'silent'
  /** It begins an answer that never ends. */
  | 'endless'
  /** It breaks the connection. */
  | 'hangs up';

export interface AskedOfModel {
  readonly path: string;
  readonly authorization?: string;
  readonly apiKey?: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: {
      readonly type: string;
      readonly json_schema: { readonly strict: boolean; readonly schema: unknown };
    };
  };
}

export interface FakeOpenAI {
  /** What a compatible server's address ends with: `/v1`. */
  readonly endpoint: string;
  readonly origin: string;
  readonly asked: readonly AskedOfModel[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Plays a server that speaks like OpenAI's chat completions, on loopback. Until told otherwise it knows of no question that fits. */
export async function startFakeOpenAI(): Promise<FakeOpenAI> {
  const asked: AskedOfModel[] = [];
  let behaviour: Behaviour = { says: { intent: 'none' } };
  const server = createServer((req, res) => void take(req, res));
  const { url: origin, close } = await listenLocally(server);

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const { authorization, 'api-key': apiKey } = req.headers;
    const body = JSON.parse(Buffer.concat(chunks).toString());
    asked.push({ path: req.url ?? '', authorization, apiKey: apiKey as string | undefined, body });
    answer(res, body.response_format ? withSchema(behaviour) : behaviour);
  }

  return {
    origin,
    endpoint: `${origin}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    close,
  };
}

/** What a server that knows no schemas says to one. */
function withSchema(behaviour: Behaviour): Behaviour {
  const isUnknown =
    typeof behaviour === 'object' && 'says' in behaviour && !(behaviour.knowsSchemas ?? true);
  const message = "Invalid parameter: 'response_format' of type 'json_schema' is not supported";
  return isUnknown ? { status: 400, body: JSON.stringify({ error: { message } }) } : behaviour;
}

function answer(res: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'silent') return;
  if (behaviour === 'hangs up') return void res.destroy();
  if (behaviour !== 'endless' && 'status' in behaviour) {
    res.writeHead(behaviour.status, behaviour.headers);
    return void res.end(behaviour.body);
  }
  res.writeHead(200, { 'content-type': 'application/json' });
  if (behaviour === 'endless') return void res.write('{"choices":');
  res.end('garbage' in behaviour ? behaviour.garbage : completion(behaviour));
}

function completion({
  says,
  finishReason = 'stop',
  refusal,
}: Extract<Behaviour, { says: unknown }>): string {
  const content = says === null || typeof says === 'string' ? says : JSON.stringify(says);
  const message = { role: 'assistant', content, ...(refusal && { refusal }) };
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'fake',
    choices: [{ index: 0, message, finish_reason: finishReason }],
  });
}
