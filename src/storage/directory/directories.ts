import type { Directories } from '../../contract/ports.ts';
import type { Directory } from '../../domain/directory.ts';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import type { PartnershipLookup } from './partnership-lookup.ts';
import type { ReferenceRecords } from './reference-records.ts';

const MAX_IN_MEMORY = 50;

/** What was found the last time for people of a tenant. */
interface LastFound {
  readonly partnership: string;
  /** The version that the partnership had by then. */
  readonly version: number | undefined;
  /** Whether the tenant had no other partnership at that version. */
  readonly isOnly: boolean;
}

/**
 * Keeps directories in memory and reads the version on every call, so that all instances see a
 * change at once. The version covers the partnership of a tenant too: an import that adds a second
 * one to the tenant raises the version of the first.
 */
export function createDirectories(
  lookup: PartnershipLookup,
  reference: ReferenceRecords,
): Directories {
  const cache = createBoundedCache<{ version: number; directory: Promise<Directory> }>(
    MAX_IN_MEMORY,
  );
  const lastOfTenant = createBoundedCache<LastFound>(MAX_IN_MEMORY);

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

  return {
    find: async (partnership) => at(partnership, await reference.version(partnership)),
    async findForConversation(from, place) {
      const last = lastOfTenant.get(from.tenantId);
      const reading = last && reference.version(last.partnership);
      if (last?.isOnly && (await reading) === last.version)
        return at(last.partnership, last.version);
      const [found, lastVersion] = await Promise.all([lookup.findByTenant(from, place), reading]);
      if (!found) return undefined;
      const { partnership } = found;
      const isSame = partnership === last?.partnership;
      const version = isSame ? lastVersion : await reference.version(partnership);
      // Only what is looked up after the version has been read holds for that version.
      const isCovered = isSame && (last.isOnly || version === last.version);
      lastOfTenant.set(from.tenantId, {
        partnership,
        version,
        isOnly: found.isOnly && isCovered,
      });
      return at(partnership, version);
    },
  };
}
