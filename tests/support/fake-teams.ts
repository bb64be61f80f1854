import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { listenLocally } from './listen-locally.ts';

/** A message as it stands in a conversation. */
export interface Message {
  readonly id: string;
  readonly type?: string;
  /** The activity that it answers. */
  readonly replyToId?: string;
  readonly conversationId: string;
  /** Only its recipient sees it. */
  readonly isTargeted?: boolean;
  readonly recipient?: { readonly id: string };
  readonly text?: string;
  readonly summary?: string;
  readonly textFormat?: string;
  readonly attachments?: readonly {
    contentType: string;
    content: AdaptiveCard;
    /** Of a file. */
    name?: string;
    contentUrl?: string;
  }[];
}

export interface AdaptiveCard {
  readonly type: string;
  readonly version?: string;
  readonly [part: string]: unknown;
}

/** One call of the bot, whatever became of it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly status: number | 'reset';
  readonly body?: unknown;
}

/** How the next calls go wrong. */
export interface Trouble {
  /** How many calls; one by default. */
  readonly times?: number;
  readonly status?: number;
  readonly retryAfter?: string;
  /** What the answer says beside its status. */
  readonly says?: unknown;
  readonly delayMs?: number;
  /** The connection breaks before the message is taken. */
  readonly resetBeforeAccept?: boolean;
  /** The message is taken, and the connection breaks before the answer: a lost reply. */
  readonly resetAfterAccept?: boolean;
}

export interface FakeTeams {
  readonly serviceUrl: string;
  readonly calls: readonly Call[];
  /** The messages of a conversation as people see them now. */
  messages(conversationId: string): readonly Message[];
  /** The files that were put where Teams keeps them, by their addresses. */
  readonly uploads: ReadonlyMap<string, Uint8Array>;
  /** Keeps a file that somebody sends; its address can be read for some minutes. */
  keepSent(bytes: Uint8Array): string;
  /** Ends the addresses of all files that were sent so far. */
  endDownloads(): void;
  trouble(trouble: Trouble): void;
  close(): Promise<void>;
}

/** Where files are put that somebody accepted. */
const UPLOADS = '/uploads/';

/** Where files are read that somebody sent: a token in the address allows it, for some minutes. */
const DOWNLOADS = '/_layouts/15/download.aspx';

/** Microsoft's documented limits of a bot's messages. */
const MAX_BYTES = 100 * 1024;
const MAX_ATTACHMENTS = 10;
const RATES = [
  { calls: 7, ms: 1_000 },
  { calls: 8, ms: 2_000 },
  { calls: 60, ms: 30_000 },
  { calls: 1_800, ms: 3_600_000 },
];

/** Plays the Bot Connector on loopback: keeps conversations, refuses what Teams refuses, and fails when told to. */
export async function startFakeTeams({
  rateLimits = false,
  now = Date.now,
  port = 0,
} = {}): Promise<FakeTeams> {
  const conversations = new Map<string, Message[]>();
  const calls: Call[] = [];
  const troubles: Trouble[] = [];
  const uploads = new Map<string, Uint8Array>();
  const downloads = new Map<string, Uint8Array>();
  const sentAt = new Map<string, number[]>();
  let lastId = 0;

  const server = createServer((req, res) => void take(req, res));
  const { url, close } = await listenLocally(server, port);

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = decodeURIComponent(req.url ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const isUpload = path.startsWith(UPLOADS);
    const body = raw.length && !isUpload ? JSON.parse(raw.toString()) : undefined;
    const trouble = troubles.shift();
    await after(trouble?.delayMs ?? 0);
    if (trouble?.resetBeforeAccept) {
      calls.push({ method: req.method ?? '', path, status: 'reset', body });
      return void req.socket.destroy();
    }
    const outcome = trouble?.status
      ? { status: trouble.status }
      : isUpload
        ? keepFile(req, raw)
        : path.startsWith(DOWNLOADS)
          ? openDownload(req)
          : handle(req.method ?? '', path, body, raw.length);
    calls.push({
      method: req.method ?? '',
      path,
      status: trouble?.resetAfterAccept ? 'reset' : outcome.status,
      body,
    });
    if (trouble?.resetAfterAccept) return void req.socket.destroy();
    const download = 'bytes' in outcome ? outcome.bytes : undefined;
    if (download) {
      res.writeHead(200, { 'content-type': 'application/octet-stream' });
      return void res.end(download);
    }
    const wait = trouble?.retryAfter ?? (outcome.status === 429 ? '1' : undefined);
    res.writeHead(outcome.status, {
      'content-type': 'application/json',
      ...(wait && { 'retry-after': wait }),
    });
    res.end(JSON.stringify(trouble?.says ?? ('id' in outcome ? { id: outcome.id } : {})));
  }

  function openDownload({ method, url = '' }: IncomingMessage) {
    const bytes = downloads.get(url);
    if (method !== 'GET') return { status: 405 };
    return bytes ? { status: 200, bytes } : { status: 401 };
  }

  /** An upload session takes the whole of a file by PUT, in one range. */
  function keepFile({ method, url = '', headers }: IncomingMessage, raw: Buffer) {
    if (method !== 'PUT') return { status: 405 };
    if (headers['content-range'] !== `bytes 0-${raw.length - 1}/${raw.length}`)
      return { status: 400 };
    uploads.set(url, new Uint8Array(raw));
    return { status: 201 };
  }

  function handle(
    method: string,
    path: string,
    body: Message | undefined,
    bytes: number,
  ): { status: number; id?: string } {
    const [, conversationId, activityId, targeted] =
      /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?(\?isTargetedActivity=true)?$/.exec(
        path,
      ) ?? [];
    if (!conversationId) return { status: 404 };
    if (bytes > MAX_BYTES) return { status: 413 };
    if (body && !isAllowed(body, conversationId)) return { status: 400 };
    if (rateLimits && isTooOften(conversationId)) return { status: 429 };
    const messages = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, messages);
    const at = messages.findIndex(({ id }) => id === activityId);
    if (method === 'POST' && body) {
      const id = `reply-${++lastId}`;
      // That Convenor is typing, which it says where an answer takes a second, is no message.
      if (body.type !== 'typing')
        messages.push({ ...body, id, conversationId, ...(targeted && { isTargeted: true }) });
      return { status: 201, id };
    }
    if (at < 0 || !activityId) return { status: 404 };
    if (method === 'PUT' && body && countParts(body) > 1) return { status: 400 };
    if (method === 'PUT' && body) messages[at] = { ...body, id: activityId, conversationId };
    else if (method === 'DELETE') messages.splice(at, 1);
    else return { status: 405 };
    return { status: 200, id: activityId };
  }

  function isTooOften(conversationId: string): boolean {
    const at = now();
    const sent = sentAt.get(conversationId) ?? [];
    const tooOften = RATES.some(
      ({ calls: most, ms }) => sent.filter((each) => each > at - ms).length >= most,
    );
    if (!tooOften) sentAt.set(conversationId, [...sent, at]);
    return tooOften;
  }

  return {
    serviceUrl: url,
    calls,
    uploads,
    keepSent(bytes) {
      const path = `${DOWNLOADS}?UniqueId=${downloads.size + 1}&tempauth=v1.${randomUUID()}`;
      downloads.set(path, bytes);
      return `${url}${path}`;
    },
    endDownloads: () => downloads.clear(),
    messages: (conversationId) => conversations.get(conversationId) ?? [],
    trouble: ({ times = 1, ...trouble }) => troubles.push(...Array<Trouble>(times).fill(trouble)),
    close,
  };
}

function isAllowed({ attachments = [] }: Message, conversationId: string): boolean {
  return (
    attachments.length <= MAX_ATTACHMENTS &&
    attachments.every(
      (attachment) =>
        isFileCard(attachment, conversationId) ||
        (attachment.content?.type === 'AdaptiveCard' && Number(attachment.content.version) <= 1.5),
    )
  );
}

/** Teams asks for consent to files in personal chats alone. */
function isFileCard(
  { contentType, content, name, contentUrl }: NonNullable<Message['attachments']>[number],
  conversationId: string,
): boolean {
  if (!conversationId.startsWith('a:') || !name) return false;
  if (contentType === 'application/vnd.microsoft.teams.card.file.info')
    return Boolean(contentUrl && content.uniqueId && content.fileType);
  return (
    contentType === 'application/vnd.microsoft.teams.card.file.consent' &&
    Number(content.sizeInBytes) > 0 &&
    [content.description, content.acceptContext, content.declineContext].every(Boolean)
  );
}

/** Text and every attachment are kept as messages of their own; an update cannot put several in the place of one. */
function countParts({ text, attachments = [] }: Message): number {
  return (text ? 1 : 0) + attachments.length;
}
