import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OpenStore } from '../contract/store.ts';
import type { Actor } from '../domain/actor.ts';
import { checkTemplate } from '../features/minutes/template.ts';
import { importTemplate, loadTemplate } from '../features/minutes/template-store.ts';
import { readPlainFile } from './read-plain-file.ts';

/** Where a partnership's folder has the template of its minutes. */
export const TEMPLATE = 'templates/minutes.docx';

/** The template of a folder, if it has one that can be used; a fault where it has one that cannot. */
export async function readTemplateFile(
  folder: string,
): Promise<{ readonly template?: Uint8Array; readonly fault?: string }> {
  const path = join(folder, TEMPLATE);
  if (!(await stat(path).catch(() => undefined))) return {};
  const bytes = await readPlainFile(path);
  const checked = 'reason' in bytes ? bytes : await checkTemplate(bytes);
  return 'reason' in checked
    ? { fault: `${TEMPLATE}: the file ${checked.reason}` }
    : { template: checked.template };
}

/** Takes the template of a folder, and says what became of it. */
export async function storeTemplate(
  open: OpenStore,
  template: Uint8Array,
  actor: Actor,
): Promise<string> {
  const became = await importTemplate(open, template, actor);
  const said = {
    taken: 'minutes are made with it from now on',
    unchanged: 'unchanged',
    kept: 'kept as it was changed in the chat; remove it there to use this one',
  };
  return `${TEMPLATE}: ${said[became]}.`;
}

/** Writes the partnership's own template beside its files; whether there is one. */
export async function exportTemplate(open: OpenStore, folder: string): Promise<boolean> {
  const template = await loadTemplate(open);
  if (!template) return false;
  const path = join(folder, TEMPLATE);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, template);
  return true;
}
