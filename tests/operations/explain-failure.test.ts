import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { explainFailure } from '../../src/cli/run-command.ts';
import { createTable } from '../../src/storage/tables/table.ts';

const failureOf = (url: string) =>
  createTable(
    {
      connectionString: `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=${url};`,
    },
    'Records',
    [
      {
        name: 'impatient',
        sendRequest(request, next) {
          request.timeout = 50;
          return next(request);
        },
      },
    ],
  )
    .point('dale', 'row')
    .then(String, (error: unknown) => error);

it('says that storage did not answer, what stays and what to do, in the place of “aborted”', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((done) => {
    silent.listen(0, '127.0.0.1', done);
  });
  try {
    const { port } = silent.address() as AddressInfo;
    const failure = await failureOf(`http://127.0.0.1:${port}/a`);
    expect(explainFailure(failure)).toBe(
      'The storage did not answer (AbortError), so this stopped before its end. What was written by then stays. Try again when the machine and the storage have less to do.',
    );
    expect(explainFailure(failure, 'Import it again.')).toMatch(
      /before its end\. Import it again\.$/,
    );
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
  expect(explainFailure(await failureOf('http://127.0.0.1:1/a'))).toMatch(
    /^The storage did not answer \(ECONNREFUSED\), so/,
  );
});

it('leaves every other failure in its own words', () => {
  expect(explainFailure(new Error('There is no partnership fen'))).toBe(
    'There is no partnership fen',
  );
});
