/**
 * Ten thousand notices through the whole of it (ledger, queue, processes of senders) to a Teams at which everything goes wrong, on a
 * clock that runs 20 times faster: refusals with senders that are stopped in good order, then lost answers as well, then senders that
 * are killed. Run: npm run bench -- notice-faults (`--notices 1000`, `--speed 1` in real time, `--case killed`)
 */
import { parseArgs } from 'node:util';
import { type FaultRunOptions, runFaults } from '../support/fault-run.ts';

const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '10000' },
    speed: { type: 'string', default: '20' },
    case: { type: 'string' },
  },
});
const common = {
  notices: Number(values.notices),
  speed: Number(values.speed),
  senders: 2,
  patienceMs: 3_600_000,
};
const refusals = 0.1;
const doubts = 0.05;
const cases: Readonly<Record<string, FaultRunOptions>> = {
  stopped: { ...common, connector: { refusals }, ends: { times: 10, signal: 'SIGTERM' } },
  'answers lost': { ...common, connector: { refusals, doubts } },
  killed: { ...common, connector: { refusals, doubts }, ends: { times: 10, signal: 'SIGKILL' } },
};

const rows: Record<string, object> = {};
for (const [name, options] of Object.entries(cases).filter(
  ([each]) => each === (values.case ?? each),
)) {
  const { lost, twice, twiceInDoubt, promptsTwice, onlyInDoubt, states, open, connector } =
    await runFaults(options);
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
