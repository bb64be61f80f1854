import { type Programs, runListed } from './run-listed.ts';

const bench = (file: string, line: string, ...nodeOptions: string[]) => ({
  line,
  file: `tests/bench/${file}.ts`,
  nodeOptions,
});

/** Measurements that take too long for the tests; docs/quality.md has their results. */
export const BENCHES: Programs = {
  answer: bench('warm-answer', 'a warm answer beside a bare bot that makes the same requests'),
  reading: bench('reading', 'reading a message among 50,000 titles and 300 people'),
  month: bench('cost-of-a-month', 'storage requests of a question, a press, a meeting, a month'),
  repeats: bench('repeats', '1,000 presses, each delivered one to four times, at two instances'),
  'kill-nine': bench('kill-nine', 'the bot killed with SIGKILL at fifty moments under load'),
  'roll-call': bench('roll-call', 'sixty people press within ten seconds, at two instances'),
  sweep: bench('sweep-cost', 'a sweep among 10,000 and 100,000 actions; 10,000 claims'),
  drift: bench('drift-cost', 'what is drifting among 100,000 actions and 2,000 meetings'),
  sending: bench('sending', 'the sender alone before the limits of Teams [CASE]'),
  notices: bench('notice-throughput', '10,000 notices from end to end, in real time [CASE]'),
  'notice-faults': bench('notice-faults', '10,000 notices while everything goes wrong'),
  instances: bench('three-instances', '1,000 notices shared by three instances'),
  fuzz: bench(
    'fuzz',
    'hostile activities: --count 200000, --seed 7, --in-flight 16',
    '--expose-gc',
  ),
  soak: bench('soak', 'ordinary turns: --turns 100000, --in-flight 16', '--expose-gc'),
};

if (import.meta.main) runListed('bench', BENCHES);
