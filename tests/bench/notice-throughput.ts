/**
 * Ten thousand notices to ten thousand people whom Convenor knows, in real time, through the whole of it (ledger, queue, two processes of
 * senders) to a Teams that enforces every documented limit; then with the limit halved midway. Run: npm run bench -- notices [CASE]
 */
import { type FaultRunOptions, runFaults } from '../support/fault-run.ts';

const NOTICES = Number(process.env.NOTICES ?? 10_000);
const PER_SECOND = 50;
const HALVED = 25;
const common = { notices: NOTICES, speed: 1, senders: 2, isAllOpen: true, patienceMs: 1_200_000 };
const cases: Readonly<Record<string, FaultRunOptions>> = {
  steady: common,
  halved: { ...common, connector: { later: { taken: NOTICES / 2, perSecond: HALVED } } },
};

const rows: Record<string, object> = {};
for (const name of process.argv[2] ? [process.argv[2]] : Object.keys(cases)) {
  const { lost, twice, twiceInDoubt, states, connector } = await runFaults(cases[name] ?? common);
  const { ms, changedAt, answers } = connector;
  const taken = answers['201'] ?? 0;
  const leastMs = changedAt
    ? changedAt + ((taken - NOTICES / 2) / HALVED) * 1000
    : ((taken - PER_SECOND) / PER_SECOND) * 1000;
  const refused = answers['429'] ?? 0;
  rows[name] = {
    seconds: (ms / 1000).toFixed(1),
    'of the least time': (ms / leastMs).toFixed(3),
    'refused as too many': `${refused} (${((refused / taken) * 100).toFixed(2)}%)`,
    lost: lost.length,
    twice: twice.length + twiceInDoubt.length,
    deliveries: JSON.stringify(states),
  };
}
console.table(rows);
process.exit(0);
