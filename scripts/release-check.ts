import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { EXAMPLE_IDS, faultsBefore, type ReleaseStep, releaseSteps } from './release-steps.ts';

/** `npm run release:check`: everything that must hold before a version is tagged. Changes nothing but `dist/`. */
const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};
const facts = {
  version,
  scripts: Object.keys(scripts),
  changes: execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }),
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
};
const isUnset = !process.env.BOT_ID && !existsSync('.env') && !existsSync('infra/outputs.json');
const env = { ...(isUnset && EXAMPLE_IDS), ...process.env };

const faults = faultsBefore(facts);
if (faults.length === 0) {
  mkdirSync('dist', { recursive: true });
  for (const step of releaseSteps(facts))
    if (!succeeds(step)) faults.push(`${step.name} failed: ${step.run.join(' ')}`);
}
console.log(
  faults.length > 0
    ? [`Not ready to release ${version}:`, ...faults].join('\n  ')
    : `${version} can be released.`,
);
process.exitCode = faults.length > 0 ? 1 : 0;

function succeeds({ name, run, into }: ReleaseStep): boolean {
  console.log(`\n— ${name}`);
  const [program = '', ...args] = run;
  const { status, stdout } = spawnSync(program, args, {
    env,
    stdio: ['ignore', into ? 'pipe' : 'inherit', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (into && status === 0) writeFileSync(into, stdout);
  return status === 0;
}
