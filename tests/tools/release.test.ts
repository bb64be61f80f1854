import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RELEASE_STEPS, type ReleaseFacts, releaseFaults } from '../../scripts/release-check.ts';

const changelog = '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-25\n\n### Added\n';
const ready: ReleaseFacts = {
  changes: '',
  version: '1.2.3',
  changelog,
};

describe('a release', () => {
  it('can begin from a clean tree whose version the changelog knows', () => {
    expect(releaseFaults(ready)).toEqual([]);
  });

  it.each<[string, Partial<ReleaseFacts>, RegExp]>([
    ['with changes that are not committed', { changes: ' M src/app.ts\n' }, /not clean/],
    [
      'of a version that the changelog does not have',
      { version: '1.2.4' },
      /no heading “## \[1\.2\.4\]/,
    ],
    ['of a version that has no day yet', { changelog: '## [1.2.3]\n' }, /no heading/],
    [
      'of a version that another only contains',
      { version: '1.2.3', changelog: '## [1x2y3] - 2026-11-25' },
      /no heading/,
    ],
  ])('cannot begin %s', (_, facts, fault) => {
    expect(releaseFaults({ ...ready, ...facts }).join('\n')).toMatch(fault);
  });

  it('is checked, packed, listed and tested', () => {
    expect(RELEASE_STEPS.map(({ run }) => run)).toEqual([
      'npm run check',
      'npm run package',
      'npm run bundle',
      'npm run docs -- sbom',
      'npm test',
      'npm run test:long',
    ]);
  });
});

describe('the changelog', () => {
  const text = readFileSync('CHANGELOG.md', 'utf8');

  it('says first what is not released yet, under the headings of Keep a Changelog', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings[0]).toBe('[Unreleased]');
    for (const heading of headings.slice(1))
      expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
    for (const [, kind] of text.matchAll(/^### (.+)$/gm))
      expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toContain(kind);
  });
});
