/**
 * Ten thousand notices through the whole of it (ledger, queue, processes of senders) to a Teams at which everything goes wrong, on a
 * clock that runs 20 times faster: refusals with senders that are stopped in good order, then lost answers as well, then senders that
 * are killed. Run: npm run bench:notice-faults [NOTICES]
 */
import { type FaultRunOptions, runFaults } from '../support/fault-run.ts';

const notices = Number(process.argv[2] ?? 10_000);
const common = { notices, speed: 20, senders: 2, patienceMs: 3_600_000 };
const cases: Readonly<Record<string, FaultRunOptions>> = {
  'refusals, stopped ten times': {
    ...common,
    connector: { refusals: 0.1 },
    ends: { times: 10, signal: 'SIGTERM' },
  },
  'refusals and lost answers': { ...common, connector: { refusals: 0.1, doubts: 0.05 } },
  'the same, killed ten times': {
    ...common,
    connector: { refusals: 0.1, doubts: 0.05 },
    ends: { times: 10, signal: 'SIGKILL' },
  },
};

const rows: Record<string, object> = {};
for (const [name, options] of Object.entries(cases)) {
  const { lost, twice, twiceInDoubt, promptsTwice, onlyInDoubt, states, open, connector } = await runFaults(options);
  rows[name] = {
    lost: lost.length,
    'twice, not in doubt': twice.length,
    'twice, in doubt': twiceInDoubt.length,
    'prompts twice': promptsTwice.length,
    'reminders only in doubt': onlyInDoubt.length,
    open,
    deliveries: JSON.stringify(states),
    answers: JSON.stringify(connector.answers),
    seconds: Math.round(connector.ms / 1000),
  };
}
console.table(rows);
process.exit(0);
