import { readFileSync, writeFileSync } from 'node:fs';

/** What the lockfile says of one package, beside much else. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

export interface Part {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/**
 * Licences under which a part may be shipped with an MIT program to a council: they ask for a
 * notice at most. What is under another stands in the way of a release until somebody has looked
 * and added it here.
 */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
  '(AFL-2.1 OR BSD-3-Clause)',
]);

/** Packages whose package.json is silent; what their own files say was read for this version. */
const LICENCES_READ_BY_HAND: Readonly<Record<string, string>> = {
  'cldrjs@0.5.5': 'MIT',
  'escape-regexp-component@1.0.2': 'MIT',
  'jspath@0.4.0': 'MIT',
};

/**
 * All parts that are shipped, by name, each version once: neither those of development nor optional
 * ones, which are Node for machines that have none, and what a service does without.
 */
export function shippedParts(packages: Readonly<Record<string, Locked>>): Part[] {
  const parts = Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        name,
        version,
        licence: license ?? LICENCES_READ_BY_HAND[`${name}@${version}`] ?? 'unknown',
      };
    });
  const once = new Map(parts.map((part) => [`${part.name}@${part.version}`, part]));
  return [...once.values()].sort((a, b) =>
    `${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1,
  );
}

/** The list as a page of the documentation. */
export function formatLicences(parts: readonly Part[]): string {
  const licences = [...new Set(parts.map(({ licence }) => licence))].sort();
  const sections = licences.map((licence) => {
    const under = parts
      .filter((part) => part.licence === licence)
      .map(({ name, version }) => `${name} ${version}`);
    return `## ${licence}\n\n${under.join(', ')}\n`;
  });
  return `# Licences\n\nThe ${parts.length} parts that are shipped with Convenor, which is under the MIT licence itself. Made by \`npm run docs -- licences\` from the lockfile.\n\n${sections.join('\n')}`;
}

/** Writes `docs/licences.md`; fails when a part is under a licence that nobody has looked at. */
function writeLicences(): void {
  const parts = shippedParts(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  writeFileSync('docs/licences.md', formatLicences(parts));
  const unknown = parts.filter(({ licence }) => !ALLOWED.has(licence));
  for (const { name, version, licence } of unknown)
    console.log(`${name} ${version} is under ${licence}: see scripts/licences.ts`);
  console.log(`${parts.length} parts in docs/licences.md`);
  process.exitCode = unknown.length > 0 ? 1 : 0;
}

if (import.meta.main) writeLicences();
