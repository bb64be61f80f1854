import type { Directories } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import type { Doors } from './doors.ts';
import { hold } from './held.ts';
import type { Reference } from './reference.ts';

const MOST_IN_MEMORY = 50;

/** Keeps directories in memory; asks for the version on every call, so that several instances stay right. */
export function createDirectories(doors: Doors, reference: Reference): Directories {
  const held = new Map<string, { version: number; directory: Promise<Directory> }>();
  /** The partnership that a tenant's people spoke with last: its version is asked for beside the door, to save a wait. */
  const lately = new Map<string, string>();

  const read = (partnership: string, version: number): Promise<Directory> => {
    const directory = reference.directory(partnership, version);
    hold(held, partnership, { version, directory }, MOST_IN_MEMORY);
    directory.catch(() => held.delete(partnership));
    return directory;
  };

  const at = (partnership: string, version: number | undefined): Promise<Directory> | undefined => {
    const known = held.get(partnership);
    if (!version) return undefined;
    return known?.version === version ? known.directory : read(partnership, version);
  };

  const named = async (partnership: string): Promise<Directory | undefined> =>
    at(partnership, await reference.version(partnership));

  return {
    named,
    async of(from, place) {
      const likely = lately.get(from.tenantId);
      const [partnership, version] = await Promise.all([
        doors.behind(from, place),
        likely === undefined ? undefined : reference.version(likely),
      ]);
      if (!partnership) return undefined;
      hold(lately, from.tenantId, partnership, MOST_IN_MEMORY);
      return partnership === likely ? at(partnership, version) : named(partnership);
    },
  };
}
