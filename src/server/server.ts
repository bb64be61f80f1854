import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import restify, { type Next, type Request, type RequestHandler, type Response } from 'restify';
import { parseJson } from './read-json.ts';

export interface ServerParts {
  /** Answers what was posted to `/api/messages`. */
  readonly messages: (received: {
    authorization: string;
    body: unknown;
  }) => Promise<{ status: number; body?: unknown }>;
  /** Rejects, or does not come back, while Convenor cannot do its work. */
  readonly ready: () => Promise<void>;
  readonly log: Logger;
  /** How long a client may take; {@link CLIENT_TIMEOUTS} by default. */
  readonly timeouts?: ClientTimeouts;
}

/** Milliseconds until a client must have sent its headers, and its whole request; how often that is looked at. */
export interface ClientTimeouts {
  readonly headers: number;
  readonly request: number;
  readonly checkInterval: number;
}

export interface Server {
  /** Resolves with the address once requests are taken. Port 0 takes a free one. */
  listen(port: number, host: string): Promise<string>;
  /** Says that it is not ready any more and ends connections with their next answer, but answers all that comes. */
  drain(): void;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** What restify itself would log can hold a whole request. Its types still ask for the logger of an earlier restify. */
const SILENT_LOG = pino({ level: 'silent' }) as never;

const MAX_BYTES = 256 * 1024;
const MAX_HEADERS = 100;
/** Beyond these somebody holds connections without asking anything. */
const MAX_CONNECTIONS = 2_000;
const CLIENT_TIMEOUTS: ClientTimeouts = { headers: 10_000, request: 20_000, checkInterval: 2_000 };
/** Longer than App Service keeps an idle connection, four minutes: so none is closed just as a request is put on it. */
const IDLE_TIMEOUT_MS = 250_000;
const READY_TIMEOUT_MS = 2_500;
const INTERNAL_ERROR = { code: 'Failed', message: 'The request could not be processed' };

/** The HTTP front: `/api/messages`, `/health/live` and `/health/ready`; every error as JSON, every request logged by its ids. */
export function createServer({
  messages,
  ready,
  log,
  timeouts: patience = CLIENT_TIMEOUTS,
}: ServerParts): Server {
  const server = restify.createServer({ name: 'Convenor', log: SILENT_LOG });
  let isLeaving = false;
  limitClients(server.server as HttpServer, patience);
  let isClosing = false;

  server.pre((_, res, next) => {
    if (isLeaving) res.setHeader('connection', 'close');
    next();
  });

  server.post(
    '/api/messages',
    refuseCompressed,
    restify.plugins.bodyReader({ maxBodySize: MAX_BYTES }),
    (async (req, res) => {
      const body = readBody(req);
      if (body === undefined)
        return void res.json(400, {
          code: 'NotJson',
          message: 'The body is not JSON that can be read',
        });
      const receipt = await messages({ authorization: readAuthorization(req), body });
      if (receipt.body === undefined) res.send(receipt.status);
      else res.json(receipt.status, receipt.body);
    }) as RequestHandler,
  );

  server.get('/health/live', (async (_, res) => {
    res.json(200, { status: 'live' });
  }) as RequestHandler);

  server.get('/health/ready', (async (_, res) => {
    const isReady =
      !isLeaving &&
      (await Promise.race([
        ready().then(() => true),
        after(READY_TIMEOUT_MS, false, { ref: false }),
      ]).catch(() => false));
    res.json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'unavailable' });
  }) as RequestHandler);

  server.on('restifyError', (_req, _res, error, done) => {
    const { statusCode = 500, body } = error;
    error.toJSON = () =>
      statusCode < 500 ? { code: body?.code, message: body?.message } : INTERNAL_ERROR;
    return done();
  });
  server.on('after', (req: Request, res: Response, route) => {
    const ms = Math.round(Date.now() - req.time());
    log.info(
      { request: req.id(), method: req.method, route: route?.path, status: res.statusCode, ms },
      'request handled',
    );
    if (isClosing) setImmediate(() => server.server.closeIdleConnections());
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.removeListener('error', reject);
          resolve(`http://${host}:${(server.server.address() as AddressInfo).port}`);
        });
      }),
    drain() {
      isLeaving = true;
    },
    close: () =>
      new Promise((resolve) => {
        isLeaving = true;
        isClosing = true;
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

/** A client that sends slowly, without end or from very many connections at once is let go. */
function limitClients(
  server: HttpServer,
  { headers, request, checkInterval }: ClientTimeouts,
): void {
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.keepAliveTimeout = IDLE_TIMEOUT_MS;
  // An option of Node's own server, which reads it when it begins to listen; restify hands no options on.
  Object.assign(server, { connectionsCheckingInterval: checkInterval });
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = MAX_CONNECTIONS;
}

/** The one token that came with a request. Of two, Node would keep the first without a word; whoever sends two has none. */
function readAuthorization(req: Request): string {
  const named = req.rawHeaders.filter(
    (name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization',
  );
  return named.length === 1 ? req.header('authorization', '') : '';
}

/** A small compressed body can unfold to a very large one, and Teams never compresses. */
function refuseCompressed(req: Request, res: Response, next: Next): void {
  const compressed = req.header('content-encoding') !== undefined;
  if (compressed)
    res.json(415, { code: 'UnsupportedMediaType', message: 'Compressed bodies are not accepted' });
  next(compressed ? false : undefined);
}

/**
 * The JSON posted, or `undefined`. Only what says that it is JSON is read: a browser asks before it posts that to another
 * site, so that no page can speak to a Convenor that rehearses on its reader's machine.
 */
function readBody(req: Request): unknown {
  if (req.contentType() !== 'application/json') return undefined;
  try {
    return parseJson(String(req.body ?? ''));
  } catch {
    return undefined;
  }
}
