/** One thing that must hold before a release, in the order in which it is looked at. */
export interface ReleaseStep {
  readonly name: string;
  /** The program with its arguments. */
  readonly run: readonly string[];
  /** Where its output is kept; otherwise it is shown. */
  readonly into?: string;
}

export interface ReleaseFacts {
  /** What `git status --porcelain` says. */
  readonly changes: string;
  /** Of package.json. */
  readonly version: string;
  readonly changelog: string;
  /** The names of the scripts in package.json. */
  readonly scripts: readonly string[];
}

/** What stands in the way before anything is run: `[]` when nothing does. */
export function faultsBefore({ changes, version, changelog }: ReleaseFacts): string[] {
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

/** Ids for a package that is only to be checked, where none were set. */
export const EXAMPLE_IDS = {
  BOT_ID: '00000000-0000-4000-8000-000000000000',
  BOT_DOMAIN: 'convenor.example.org',
} as const;

/** What is run, the quickest first; the list of parts (SBOM) by the project's own script where there is one. */
export function releaseSteps({ scripts }: Pick<ReleaseFacts, 'scripts'>): ReleaseStep[] {
  const sbom: ReleaseStep = scripts.includes('sbom')
    ? { name: 'List of parts', run: ['npm', 'run', 'sbom'] }
    : {
        name: 'List of parts',
        run: ['npm', 'sbom', '--package-lock-only', '--omit=dev', '--sbom-format', 'cyclonedx'],
        into: 'dist/sbom.cdx.json',
      };
  return [
    { name: 'Format, lint, types, arrows', run: ['npm', 'run', 'check'] },
    { name: 'Teams app', run: ['npm', 'run', 'package'] },
    sbom,
    { name: 'Tests', run: ['npm', 'test'] },
    { name: 'Long tests', run: ['npm', 'run', 'test:long'] },
  ];
}
