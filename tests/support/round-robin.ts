import { createServer, request } from 'node:http';
import { listenLocally } from './listen-locally.ts';

export interface RoundRobin {
  readonly url: string;
  /** How many requests went to each, in the order of the addresses. */
  readonly counts: readonly number[];
  close(): Promise<void>;
}

/** Hands each request to the next of these servers, as what stands before several instances does: nobody stays with one of them. */
export async function startRoundRobin(urls: readonly string[]): Promise<RoundRobin> {
  const counts = urls.map(() => 0);
  let last = -1;
  const server = createServer((req, res) => {
    last = (last + 1) % urls.length;
    counts[last] = (counts[last] ?? 0) + 1;
    const { method, headers, url = '' } = req;
    const onward = request(new URL(url, urls[last]), { method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    onward.once('error', () => res.writeHead(502).end());
    req.pipe(onward);
  });
  const { url, close } = await listenLocally(server);
  return {
    url,
    counts,
    close,
  };
}
