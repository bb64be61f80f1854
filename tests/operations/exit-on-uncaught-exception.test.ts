import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const start =
  "import { createLog } from './src/telemetry/log.ts'; import { exitOnUncaughtException } from './src/telemetry/exit-on-uncaught-exception.ts';";

it.each([
  [
    'an error that nobody caught',
    "setTimeout(() => { throw new TypeError('what somebody wrote'); });",
  ],
  ['a promise that nobody waited for', "Promise.reject(new TypeError('what somebody wrote'));"],
])('%s ends the process, and the log has where it arose but not its words', (_, defect) => {
  const script = `${start} exitOnUncaughtException(createLog('info')); setInterval(() => {}, 1000); ${defect}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    level: 60,
    msg: 'uncaught exception',
    error: 'TypeError',
  });
  expect(stdout + stderr).not.toContain('what somebody wrote');
});
