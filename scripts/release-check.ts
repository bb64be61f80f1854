import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface ReleaseFacts {
  /** What `git status --porcelain` says. */
  readonly changes: string;
  /** Of package.json. */
  readonly version: string;
  readonly changelog: string;
}

/** What stands in the way before anything is run: `[]` when nothing does. */
export function releaseFaults({ changes, version, changelog }: ReleaseFacts): string[] {
  const heading = new RegExp(
    `^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`,
    'm',
  );
  return [
    ...(changes.trim()
      ? ['The working tree is not clean: commit, or put aside, what git status shows.']
      : []),
    ...(heading.test(changelog)
      ? []
      : [
          `CHANGELOG.md has no heading “## [${version}] - YYYY-MM-DD”: move what is new from Unreleased.`,
        ]),
  ];
}

/** What must succeed before a release, the quickest first. */
export const RELEASE_STEPS: readonly { readonly name: string; readonly run: string }[] = [
  { name: 'Format, lint, types, arrows', run: 'npm run check' },
  { name: 'Teams app', run: 'npm run package' },
  { name: 'Service', run: 'npm run bundle' },
  { name: 'List of parts', run: 'npm run docs -- sbom' },
  { name: 'Tests', run: 'npm test' },
  { name: 'Long tests', run: 'npm run test:long' },
];

/** Ids for a package that is only to be checked, where none were set. */
const EXAMPLE_IDS = {
  BOT_ID: '00000000-0000-4000-8000-000000000000',
  BOT_DOMAIN: 'convenor.example.org',
} as const;

/** Looks at all that must hold before a version is tagged. Changes nothing but `dist/`. */
function checkRelease(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const faults = releaseFaults({
    version,
    changes: execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }),
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
  });
  const isUnset = !process.env.BOT_ID && !existsSync('.env') && !existsSync('infra/outputs.json');
  const env = { ...(isUnset && EXAMPLE_IDS), ...process.env };
  for (const { name, run } of faults.length > 0 ? [] : RELEASE_STEPS) {
    console.log(`\n— ${name}`);
    const { status } = spawnSync(run, {
      env,
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) faults.push(`${name} failed: ${run}`);
  }
  console.log(
    faults.length > 0
      ? [`Not ready to release ${version}:`, ...faults].join('\n  ')
      : `${version} can be released.`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (import.meta.main) checkRelease();
