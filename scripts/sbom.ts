import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { shippedParts } from './licence-list.ts';
import { nameOf, shippedSbom } from './shipped-sbom.ts';

/** `npm run sbom`: the list of parts that are shipped, as CycloneDX, from the lockfile alone; fails when one is not on it. */
const list = [
  'sbom',
  '--package-lock-only',
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'application',
];
const whole = JSON.parse(
  execFileSync('npm', list, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
);
const parts = shippedParts(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
const sbom = shippedSbom(whole, parts);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/sbom.cdx.json', JSON.stringify(sbom, undefined, 2));
const listed = new Set(sbom.components.map(nameOf));
const missing = parts.filter(({ name, version }) => !listed.has(`${name}@${version}`));
for (const { name, version } of missing) console.log(`${name} ${version} is not on the list`);
console.log(`${sbom.components.length} of ${parts.length} parts in dist/sbom.cdx.json`);
process.exitCode = missing.length > 0 ? 1 : 0;
