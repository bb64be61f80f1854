import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { manifestFaults } from './check-manifest.ts';
import { fillManifest } from './fill-manifest.ts';
import { iconFaults } from './icon-faults.ts';
import { type Environment, type Outputs, readSettings } from './package-settings.ts';

export interface PackageParts {
  readonly environment: Environment;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outputs?: Outputs;
  /** Of package.json. */
  readonly version: string;
  /** The folder with the manifest and its icons. */
  readonly folder?: URL;
}

/** The package to upload to Teams, or all that stands in its way. */
export type Packaged =
  | {
      readonly name: string;
      readonly zip: Uint8Array;
      readonly manifest: Readonly<Record<string, unknown>>;
    }
  | { readonly faults: readonly string[] };

const MANIFEST = new URL('../../manifest/', import.meta.url);
const ICONS = { 'icons/color.png': 192, 'icons/outline.png': 32 } as const;

/** The oldest time that a zip file can tell. The same app is the same file, whenever and wherever it is packed. */
const EARLIEST_ZIP_DATE = new Date(1980, 0, 1);

/** Fills the manifest, has it checked, and packs it with its icons. */
export async function packageApp({
  environment,
  env,
  outputs,
  version,
  folder = MANIFEST,
}: PackageParts): Promise<Packaged> {
  const read = readSettings(environment, env, outputs);
  if ('faults' in read) return read;
  const { manifest, unfilled } = fillManifest(
    await readFile(new URL('manifest.json', folder), 'utf8'),
    read.values,
  );
  const icons = await Promise.all(
    Object.entries(ICONS).map(async ([name, size]) => ({
      name,
      size,
      png: await readFile(new URL(name, folder)),
    })),
  );
  const faults = [
    ...unfilled.map((name) => `manifest.json asks for ${name}, which has no value.`),
    ...(await manifestFaults(manifest, version)),
    ...icons.flatMap(({ name, size, png }) => iconFaults(name, png, size)),
  ];
  if (faults.length > 0) return { faults };
  const files = {
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`),
    ...Object.fromEntries(icons.map(({ name, png }) => [name, png])),
  };
  return {
    name: `convenor-${environment}-${version}.zip`,
    zip: zipSync(files, { mtime: EARLIEST_ZIP_DATE, level: 9 }),
    manifest,
  };
}
