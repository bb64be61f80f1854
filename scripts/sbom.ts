import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Part, shippedParts } from './licences.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
}

/** A list of parts as CycloneDX has it, as far as is needed here. */
export interface Sbom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/**
 * The same list with only what is shipped. Made of the whole, because npm, told to leave out
 * development, leaves out every shipped part that a tool of development needs as well (npm 11: 255
 * of 472).
 */
export function shippedSbom<Whole extends Sbom>(whole: Whole, parts: readonly Part[]): Whole {
  const shipped = new Set(parts.map(({ name, version }) => `${name}@${version}`));
  const components = whole.components.filter((component) => shipped.has(toPackageName(component)));
  const refs = new Set(
    [whole.metadata.component, ...components].map((component) => component['bom-ref']),
  );
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  return { ...whole, components, dependencies };
}

/** As npm and the lockfile name it: `@azure/identity@4.13.1`. */
export function toPackageName({ group, name, version }: Component): string {
  return `${group ? `${group}/` : ''}${name}@${version}`;
}

/**
 * Writes the list of parts that are shipped, as CycloneDX, from the lockfile alone; fails when one
 * is not on it.
 */
function writeSbom(): void {
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
  const listed = new Set(sbom.components.map(toPackageName));
  const missing = parts.filter(({ name, version }) => !listed.has(`${name}@${version}`));
  for (const { name, version } of missing) console.log(`${name} ${version} is not on the list`);
  console.log(`${sbom.components.length} of ${parts.length} parts in dist/sbom.cdx.json`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}

if (import.meta.main) writeSbom();
