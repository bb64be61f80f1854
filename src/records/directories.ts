import type { Directory } from '../domain/directory.ts';
import type { Directories } from '../features/ports.ts';
import type { Doors } from './doors.ts';
import { hold } from './held.ts';
import type { Reference } from './reference.ts';

const MOST_IN_MEMORY = 50;

/** Keeps directories in memory; asks for the version on every call, so that several instances stay right. */
export function createDirectories(doors: Doors, reference: Reference): Directories {
  const held = new Map<string, { version: number; directory: Promise<Directory> }>();

  const read = (partnership: string, version: number): Promise<Directory> => {
    const directory = reference.directory(partnership, version);
    hold(held, partnership, { version, directory }, MOST_IN_MEMORY);
    directory.catch(() => held.delete(partnership));
    return directory;
  };

  const named = async (partnership: string): Promise<Directory | undefined> => {
    const version = await reference.version(partnership);
    if (!version) return undefined;
    const known = held.get(partnership);
    return known?.version === version ? known.directory : read(partnership, version);
  };

  return {
    named,
    async of(from, place) {
      const partnership = await doors.behind(from, place);
      return partnership ? named(partnership) : undefined;
    },
  };
}
