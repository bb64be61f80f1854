import { expect, test } from 'vitest';
import { runFaults } from '../support/fault-run.ts';

/** Each kind of trouble by itself, and in real time: npm run bench -- notice-faults. */
test('ten thousand notices on the worst of days: none is lost, and what comes twice is listed as in doubt and is no decision prompt', async () => {
  const run = await runFaults({
    notices: 10_000,
    speed: 20,
    senders: 2,
    connector: { refusals: 0.1, doubts: 0.05 },
    soundUntil: { told: 5_000, ends: { times: 4, signal: 'SIGTERM' }, speed: 2 },
    ends: { times: 10, signal: 'SIGKILL' },
  });

  expect(run.whileSound).toEqual({ twice: [], inDoubt: [], sending: [] });
  expect(run).toMatchObject({ lost: [], twice: [], promptsTwice: [], onlyInDoubt: [], open: 0 });
}, 1_500_000);
