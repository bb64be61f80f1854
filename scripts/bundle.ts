import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { rolldown } from 'rolldown';
import { intents, messages } from '../src/features/index.ts';
import { EARLIEST_ZIP_DATE } from '../src/package-app/package-app.ts';
import { createTaughtCache } from '../src/taught-cache.ts';
import { createReader } from '../src/understanding/create-reader.ts';

/** What the service’s package may weigh: App Service reads all of it at each start. */
export const MAX_PACKAGE_MEGABYTES = 60;

/** As deep as the folders of `src/`, so that `../../cards/` is found from there as well. */
const CODE = join('src', 'bundle');
/** Read by the code as files. */
const FILES = ['cards', 'samples', 'LICENSE'];
/** The commands of administrators; `package` is one of maintainers. */
const COMMANDS = [
  ...['import', 'export', 'minutes', 'attendance', 'report', 'notices', 'person', 'retention'],
  ...['backup', 'restore', 'audit-verify', 'audit-heads'],
];
const ENTRIES = {
  main: 'src/main.ts',
  'workbook-worker': 'src/folder/workbook-worker.ts',
  ...Object.fromEntries(COMMANDS.map((name) => [`cli/${name}`, `src/cli/${name}.ts`])),
};
/** A rehearsal needs them; what is put into Azure rehearses nothing. */
const REHEARSAL_ONLY = [/^azurite/, /^@microsoft\/m365agentsplayground/];

/**
 * Makes the folder that is put into Azure: the service and its commands without `node_modules`, what
 * its reader has learned, so that no start pays for teaching, and the licences of all that is in it.
 */
export async function bundleService(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const code = join(folder, CODE);
  const bundle = await rolldown({
    input: ENTRIES,
    platform: 'node',
    // Its paths are for types alone.
    tsconfig: false,
    external: REHEARSAL_ONLY,
    plugins: [
      {
        name: 'worker',
        renderChunk: (text) => text.replaceAll('workbook-worker.ts', 'workbook-worker.js'),
      },
    ],
  });
  const { output } = await bundle.write({ dir: code, format: 'esm', entryFileNames: '[name].js' });
  for (const name of FILES) cpSync(name, join(folder, name), { recursive: true });
  const { name, version, type } = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, type }));
  createReader(intents, messages, createTaughtCache(messages, join(code, 'taught')));
  const modules = output.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licencesOf(modules));
}

/** The licence of each package of which something is in the bundle, as the package has it. */
function licencesOf(modules: readonly string[]): string {
  const packages = new Set(
    modules.flatMap((id) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((path) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(path, 'package.json'), 'utf8'),
      );
      const texts = readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /^(licen[cs]e|notice)/i.test(entry.name))
        .map((entry) => readFileSync(join(path, entry.name), 'utf8'));
      return [`${name} ${version} (${license})`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** All files of a folder as one zip, the same whenever and wherever it is made. */
export function zipFolder(folder: string): Uint8Array {
  const paths = globSync('**', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))]),
  );
  return zipSync(files, { mtime: EARLIEST_ZIP_DATE, level: 6 });
}

async function writePackage(): Promise<void> {
  const folder = join('dist', 'service');
  await bundleService(folder);
  const zip = zipFolder(folder);
  const megabytes = zip.length / 1e6;
  mkdirSync('dist', { recursive: true });
  writeFileSync(join('dist', 'service.zip'), zip);
  console.log(`dist/service.zip: ${megabytes.toFixed(1)} MB (at most ${MAX_PACKAGE_MEGABYTES})`);
  if (megabytes > MAX_PACKAGE_MEGABYTES) process.exitCode = 1;
}

if (import.meta.main) await writePackage();
