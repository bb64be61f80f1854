import type { Directories } from '../../contract/ports.ts';
import type { Directory } from '../../domain/directory.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import type { PartnershipLookup } from './partnership-lookup.ts';
import type { ReferenceRecords } from './reference-records.ts';

const MAX_IN_MEMORY = 50;

/**
 * Keeps directories in memory and reads the version on every call, so that all instances see a
 * change at once.
 */
export function createDirectories(
  lookup: PartnershipLookup,
  reference: ReferenceRecords,
): Directories {
  const cache = createBoundedCache<{ version: number; directory: Promise<Directory> }>(
    MAX_IN_MEMORY,
  );
  /**
   * The partnership that people of a tenant used last; its version is read at the same time, to save
   * a round trip.
   */
  const lastOfTenant = createBoundedCache<string>(MAX_IN_MEMORY);

  const read = (partnership: string, version: number): Promise<Directory> => {
    const directory = reference.directory(partnership, version);
    cache.set(partnership, { version, directory });
    directory.catch(() => cache.delete(partnership));
    return directory;
  };

  const at = (partnership: string, version: number | undefined): Promise<Directory> | undefined => {
    const known = cache.get(partnership);
    if (!version) return undefined;
    return known?.version === version ? known.directory : read(partnership, version);
  };

  const named = async (partnership: string): Promise<Directory | undefined> =>
    at(partnership, await reference.version(partnership));

  return {
    find: named,
    async findForConversation(from, place) {
      const lastPartnership = lastOfTenant.get(from.tenantId);
      const [partnership, version] = await Promise.all([
        lookup.findByTenant(from, place),
        lastPartnership === undefined ? undefined : reference.version(lastPartnership),
      ]);
      if (!partnership) return undefined;
      lastOfTenant.set(from.tenantId, partnership);
      return partnership === lastPartnership ? at(partnership, version) : named(partnership);
    },
  };
}
