import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import restify, { type Next, type Request, type RequestHandler, type Response } from 'restify';
import { startEventLoopMonitor } from './event-loop-delay.ts';
import { type LinkedFilePages, servePages } from './file-pages.ts';
import { isFromHere } from './loopback.ts';
import { parseJson } from './parse-json.ts';

export interface ServerParts {
  /** Handles a request to `/api/messages`. */
  readonly messages: (received: {
    authorization: string;
    body: unknown;
  }) => Promise<{ status: number; body?: unknown }>;
  /** Rejects, or never resolves, while Convenor cannot do its work. */
  readonly ready: () => Promise<void>;
  /** Files behind links; without it there are none. */
  readonly files?: LinkedFilePages;
  readonly log: Logger;
  /** A rehearsal checks no tokens: only this machine may speak to it, and no page of elsewhere. */
  readonly loopbackOnly?: boolean;
  /** {@link CLIENT_TIMEOUTS} by default. */
  readonly timeouts?: ClientTimeouts;
}

/**
 * Milliseconds until a client must have sent its headers and its whole request, and between two
 * checks of that.
 */
export interface ClientTimeouts {
  readonly headers: number;
  readonly request: number;
  readonly checkInterval: number;
}

export interface Server {
  /** Resolves with the address once requests are accepted. Port 0 picks a free one. */
  listen(port: number, host: string): Promise<string>;
  /**
   * Reports that it is not ready and closes connections after their next response, but still
   * answers all requests.
   */
  drain(): void;
  /** Accepts no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/**
 * What restify itself would log can hold a whole request. Its types still ask for the logger of an
 * earlier restify.
 */
const SILENT_LOG = pino({ level: 'silent' }) as never;

const MAX_BYTES = 256 * 1024;
const MAX_HEADERS = 100;
/** More connections than this are held by a client that asks nothing. */
const MAX_CONNECTIONS = 2_000;
const CLIENT_TIMEOUTS: ClientTimeouts = { headers: 10_000, request: 20_000, checkInterval: 2_000 };
/**
 * Longer than App Service keeps an idle connection, four minutes: so none is closed just as a
 * request is put on it.
 */
const IDLE_TIMEOUT_MS = 250_000;
const READY_TIMEOUT_MS = 2_500;
const INTERNAL_ERROR = { code: 'Failed', message: 'The request could not be processed' };

/**
 * Serves `/api/messages`, `/health/live` and `/health/ready`: every error as JSON, every request
 * logged by its ids.
 */
export function createServer({
  messages,
  ready,
  files,
  log,
  loopbackOnly = false,
  timeouts: patience = CLIENT_TIMEOUTS,
}: ServerParts): Server {
  const server = restify.createServer({ name: 'Convenor', log: SILENT_LOG });
  let isLeaving = false;
  limitClients(server.server as HttpServer, patience);
  let isClosing = false;
  const eventLoop = startEventLoopMonitor((delay) => log.info(delay, 'event loop delay measured'));

  server.pre((_, res, next) => {
    if (isLeaving) res.setHeader('connection', 'close');
    next();
  });
  if (loopbackOnly)
    server.pre((req, res, next) => {
      if (isFromHere(req)) return next();
      res.json(403, { code: 'Elsewhere', message: 'A rehearsal answers on its own machine alone' });
      next(false);
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

  if (files) servePages(server, files);

  server.get('/health/live', (async (_, res) => {
    res.json(200, { status: 'live', eventLoopDelayMs: eventLoop.read() });
  }) as RequestHandler);

  server.get('/health/ready', (async (_, res) => {
    const isReady =
      !isLeaving &&
      (await Promise.race([
        ready().then(() => true),
        after(READY_TIMEOUT_MS, false, { ref: false }),
      ]).catch(() => false));
    res.json(isReady ? 200 : 503, {
      status: isReady ? 'ready' : 'unavailable',
      eventLoopDelayMs: eventLoop.read(),
    });
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
        eventLoop.stop();
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

/** Disconnects clients that send slowly, without end or over very many connections. */
function limitClients(
  server: HttpServer,
  { headers, request, checkInterval }: ClientTimeouts,
): void {
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.keepAliveTimeout = IDLE_TIMEOUT_MS;
  // An option of Node's server, read when it begins to listen; restify passes no options on.
  Object.assign(server, { connectionsCheckingInterval: checkInterval });
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = MAX_CONNECTIONS;
}

/**
 * The token of a request. Node would silently keep the first of two; a request with two counts as
 * one without.
 */
function readAuthorization(req: Request): string {
  const named = req.rawHeaders.filter(
    (name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization',
  );
  return named.length === 1 ? req.header('authorization', '') : '';
}

/** A small compressed body can expand to a very large one, and Teams never compresses. */
function refuseCompressed(req: Request, res: Response, next: Next): void {
  const compressed = req.header('content-encoding') !== undefined;
  if (compressed)
    res.json(415, { code: 'UnsupportedMediaType', message: 'Compressed bodies are not accepted' });
  next(compressed ? false : undefined);
}

/**
 * The JSON of a request, or `undefined`. Only a body declared as JSON is read: a browser asks
 * before it posts that to another site, so no web page can speak to a Convenor that rehearses on
 * its reader's machine.
 */
function readBody(req: Request): unknown {
  if (req.contentType() !== 'application/json') return undefined;
  try {
    return parseJson(String(req.body ?? ''));
  } catch {
    return undefined;
  }
}
