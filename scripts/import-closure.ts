import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

const IMPORT = /^(?:import|export)\b[^;'"]*?\bfrom '(\.[^']+\.ts)';|^import '(\.[^']+\.ts)';/gm;

/**
 * What has to be read to understand a file: it and every file of ours that it imports, values and
 * types alike, with their lines.
 */
export async function importClosure(file: string): Promise<ReadonlyMap<string, number>> {
  const closure = new Map<string, number>();
  const waiting = [resolve(file)];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const name = relative('.', path);
    if (closure.has(name)) continue;
    const text = await readFile(path, 'utf8');
    closure.set(name, text.trimEnd().split('\n').length);
    for (const [, from, bare] of text.matchAll(IMPORT))
      waiting.push(resolve(path, '..', from ?? bare ?? ''));
  }
  return closure;
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Which file? node scripts/import-closure.ts src/main.ts');
  const closure = await importClosure(file);
  const files = [...closure].sort(([a], [b]) => a.localeCompare(b));
  for (const [name, lines] of files) console.log(`${String(lines).padStart(5)}  ${name}`);
  const all = files.reduce((sum, [, lines]) => sum + lines, 0);
  console.log(`${String(all).padStart(5)}  in ${files.length} files`);
}
