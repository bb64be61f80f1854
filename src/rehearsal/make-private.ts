import { chmod, mkdir } from 'node:fs/promises';

/** Makes a folder, or takes one that is there, so that nobody else of the machine sees into it. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}
