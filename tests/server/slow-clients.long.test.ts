import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createServer } from '../../src/server/server.ts';
import { silentLog } from '../support/silent-log.ts';

test('a client that sends its headers or its body a letter at a time is let go, while others are answered', async () => {
  const timeouts = { headers: 2_000, request: 4_000, checkInterval: 100 };
  const server = createServer({
    messages: async () => ({ status: 200 }),
    ready: async () => {},
    log: silentLog,
    timeouts,
  });
  const url = await server.listen(0, '127.0.0.1');
  const port = Number(new URL(url).port);
  const slowly = (begun: string) =>
    new Promise<string>((resolve) => {
      let answered = '';
      let letters: NodeJS.Timeout;
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(begun);
        letters = setInterval(() => socket.write('x'), 20);
      });
      socket.on('data', (data) => {
        answered += data;
      });
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(letters);
        resolve(answered);
      });
    });
  const post = 'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

  const slow = [...Array(20)].flatMap(() => [
    slowly(`${post}x-slow: `),
    slowly(`${post}content-length: 100000\r\n\r\n`),
  ]);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);

  for (const answered of await Promise.all(slow)) expect(answered).toMatch(/^HTTP\/1.1 408 /);
  await server.close();
});
