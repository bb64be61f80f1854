import type { Request, RequestHandler, Response, Server } from 'restify';

/** The files behind links: the server does not know whose they are, nor what is in them. */
export interface LinkedFilePages {
  /** What the file is; `undefined` where a link has ended, or never was. */
  find(partnership: string, token: string): Promise<string | undefined>;
  /** The file, once. */
  take(
    partnership: string,
    token: string,
  ): Promise<{ fileName: string; contentType: string; bytes: Uint8Array } | undefined>;
}

const PATH = '/files/:partnership/:token';
const TOKEN = /^[\w-]{43}$/;
const PARTNERSHIP = /^[\w.-]{1,100}$/;

/** The button of the page hands over the file, and not the link, which previews of links open too. */
export function servePages(server: Server, { find, take }: LinkedFilePages): void {
  server.get(PATH, (async (req, res) => {
    const { partnership, token } = readPath(req);
    const what = token && (await find(partnership, token));
    if (!what) return sendPage(res, 404, EXPIRED);
    sendPage(
      res,
      200,
      `<h1>Convenor</h1><p>Here is ${escapeHtml(what)}. The button works once.</p><form method="post"><button>Download</button></form>`,
    );
  }) as RequestHandler);

  server.post(PATH, (async (req, res) => {
    const { partnership, token } = readPath(req);
    const file = token && (await take(partnership, token));
    if (!file) return sendPage(res, 404, EXPIRED);
    res.writeHead(200, {
      ...HEADERS,
      'content-type': file.contentType,
      'content-length': String(file.bytes.length),
      'content-disposition': `attachment; filename="${file.fileName}"`,
    });
    res.end(Buffer.from(file.bytes));
  }) as RequestHandler);
}

const EXPIRED =
  '<h1>Convenor</h1><p>This link has ended. It works once, within ten minutes. Ask Convenor for the file again.</p>';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

function readPath({ params }: Request): { partnership: string; token?: string } {
  const { partnership, token } = params as Readonly<Record<string, string>>;
  if (!partnership || !token || !TOKEN.test(token) || !PARTNERSHIP.test(partnership))
    return { partnership: '' };
  return { partnership, token };
}

function sendPage(res: Response, status: number, body: string): void {
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Convenor</title></head><body><main>${body}</main></body></html>`;
  res.writeHead(status, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' });
  res.end(page);
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
