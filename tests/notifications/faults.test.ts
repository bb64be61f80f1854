import { expect, test } from 'vitest';
import { runFaults } from '../support/fault-run.ts';

/** Fewer than the ten thousand of `npm run bench:notice-faults`: what takes time here is two cores, not the limits of Teams. */
const NOTICES = 250;
const common = { notices: NOTICES, speed: 20, senders: 2 };
const refusals = 0.1;

test('senders that are stopped and started again lose nothing and say nothing twice, whatever Teams refuses', async () => {
  const run = await runFaults({ ...common, connector: { refusals }, ends: { times: 4, signal: 'SIGTERM' } });

  expect(run).toMatchObject({ lost: [], twice: [], twiceInDoubt: [], promptsTwice: [], open: 0 });
  expect(run.states['in doubt']).toBeUndefined();
}, 300_000);

test('senders that are killed ten times lose nothing; what comes twice is listed as in doubt, and is no decision prompt', async () => {
  const run = await runFaults({
    ...common,
    connector: { refusals, doubts: 0.05 },
    ends: { times: 10, signal: 'SIGKILL' },
  });

  expect(run).toMatchObject({ lost: [], twice: [], promptsTwice: [], onlyInDoubt: [], open: 0 });
}, 300_000);
