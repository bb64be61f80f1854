import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

/**
 * Prints what has to be read to understand a file: the file itself and every file of `src` that it imports, and so on, values and
 * types alike, with their lines. `node scripts/import-closure.ts src/features/attendance/mark-attendance.ts`
 */
const FROM = /^(?:import|export)\b[^;'"]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'/gm;

const read = new Map<string, number>();
const waiting = process.argv.slice(2).map((path) => resolve(path));
for (let path = waiting.pop(); path; path = waiting.pop()) {
  if (read.has(path)) continue;
  const text = await readFile(path, 'utf8');
  read.set(path, text.trimEnd().split('\n').length);
  for (const [, from, bare] of text.matchAll(FROM)) {
    const imported = resolve(path, '..', from ?? bare ?? '');
    if (imported.endsWith('.ts')) waiting.push(imported);
  }
}

const files = [...read].map(([path, lines]) => ({ path: relative('.', path), lines }));
for (const { path, lines } of files.sort((a, b) => a.path.localeCompare(b.path)))
  console.log(`${String(lines).padStart(5)}  ${path}`);
const lines = files.reduce((sum, each) => sum + each.lines, 0);
console.log(`${String(lines).padStart(5)}  in ${files.length} files`);
