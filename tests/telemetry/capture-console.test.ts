import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const start =
  "import { createLog } from './src/telemetry/log.ts'; import { captureConsole } from './src/telemetry/capture-console.ts'; const putBack = captureConsole(createLog('info'));";
const WORDS = 'what somebody wrote';

it.each([
  ['an error', `console.error(new TypeError('${WORDS}'));`, { error: 'TypeError', level: 50 }],
  [
    'an error behind a text',
    `console.error('[onTurnError] ${WORDS}', new RangeError('${WORDS}'));`,
    { error: 'RangeError', level: 50 },
  ],
  ['a text', `console.log('${WORDS}');`, { parts: 1, level: 30 }],
  ['a warning of Node', `process.emitWarning('${WORDS}');`, { error: 'Warning', level: 40 }],
])('%s that a library prints is a line of the log, without its words', (_, print, line) => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `${start} ${print}`],
    { encoding: 'utf8' },
  );
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject(line);
  expect(stdout + stderr).not.toContain(WORDS);
});

it('the console is put back', () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `${start} putBack(); console.log('here');`],
    { encoding: 'utf8' },
  );
  expect(stdout).toBe('here\n');
});
