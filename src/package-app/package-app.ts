import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { manifestFaults } from './check-manifest.ts';
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

/**
 * The oldest time that a zip file can tell. The same app is the same file, whenever and wherever it
 * is packed.
 */
export const EARLIEST_ZIP_DATE = new Date(1980, 0, 1);

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

/**
 * `${{NAME}}`, as the Microsoft 365 Agents Toolkit writes it, so that both can fill the same
 * manifest.
 */
const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

interface FilledManifest {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Placeholders without a value. */
  readonly unfilled: readonly string[];
}

/** The manifest with its placeholders replaced; values are put into JSON strings as text. */
function fillManifest(template: string, values: Readonly<Record<string, string>>): FilledManifest {
  const unfilled = new Set<string>();
  const text = template.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) unfilled.add(name);
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
  return { manifest: JSON.parse(text), unfilled: [...unfilled] };
}

/** The size of a PNG picture in its file (PNG specification, 11.2.2 IHDR). */
const PNG_SIGNATURE = '89504e470d0a1a0a';
const WIDTH_OFFSET = 16;
const HEIGHT_OFFSET = 20;

/** What is wrong with an icon of the app; `size` is its width and its height. */
function iconFaults(name: string, png: Buffer, size: number): string[] {
  if (png.length < HEIGHT_OFFSET + 4 || png.subarray(0, 8).toString('hex') !== PNG_SIGNATURE)
    return [`${name} is not a PNG picture.`];
  const [width, height] = [png.readUInt32BE(WIDTH_OFFSET), png.readUInt32BE(HEIGHT_OFFSET)];
  return width === size && height === size
    ? []
    : [`${name} is ${width} × ${height}; Teams wants ${size} × ${size}.`];
}
