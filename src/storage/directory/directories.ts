import type { Directories, DirectoryMatch } from '../../contract/ports.ts';
import { seatStore } from '../../contract/seat-store.ts';
import type { OpenStores } from '../../contract/store.ts';
import type { ConversationPlace } from '../../contract/thread.ts';
import { type Day, toDay, toLocalTime } from '../../domain/dates.ts';
import type { Directory, Identity } from '../../domain/directory.ts';
import { findPerson } from '../../domain/find-person.ts';
import { mergeLcsprs } from '../../domain/lcspr.ts';
import { directoryOn, type Seat } from '../../domain/seat.ts';
import type { ReviewRecords } from '../reviews/reviews.ts';
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
  reviews: Pick<ReviewRecords, 'summariesAsked' | 'changedLcsprs'>,
  stores: OpenStores,
  now: () => Date,
): Directories {
  const cache = createBoundedCache<{ version: number; directory: Promise<DirectoryByDay> }>(
    MAX_IN_MEMORY,
  );
  const lastOfTenant = createBoundedCache<LastFound>(MAX_IN_MEMORY);

  const readAnew = (partnership: string, version: number): Promise<DirectoryByDay> => {
    const directory = Promise.all([
      reference.directory(partnership, version),
      reviews.summariesAsked(partnership),
      reviews.changedLcsprs(partnership),
      stores(partnership)(seatStore).list(),
    ]).then(([names, summariesAsked, changed, seats]) =>
      createDirectoryByDay(
        { ...names, summariesAsked, lcsprs: mergeLcsprs(names.lcsprs, changed) },
        seats,
        now,
      ),
    );
    cache.set(partnership, { version, directory });
    directory.catch(() => cache.delete(partnership));
    return directory;
  };

  const at = (partnership: string, version: number | undefined): Promise<Directory> | undefined => {
    const known = cache.get(partnership);
    if (!version) return undefined;
    const read = known?.version === version ? known.directory : readAnew(partnership, version);
    return read.then((ofToday) => ofToday());
  };

  const find = async (partnership: string) => at(partnership, await reference.version(partnership));

  /** Of several partnerships of a tenant: the card's, the chat's, else the one that knows the person. */
  async function findAmong(
    partnerships: readonly string[],
    from: Identity,
    place: ConversationPlace,
    named?: string,
  ): Promise<DirectoryMatch | undefined> {
    const [pinned, all] = await Promise.all([
      named ?? lookup.findByChat(place),
      Promise.all(partnerships.map(find)),
    ]);
    const directories = all.filter((each) => each !== undefined);
    const knowing = directories.filter((each) => findPerson(each, from));
    const choices = knowing.length > 1 ? knowing : [];
    const bound = directories.find(({ partnership }) => partnership.id === pinned);
    if (bound) return { directory: bound, choices };
    const directory = knowing[0] ?? directories[0];
    return directory && { directory, choices, ...(choices.length > 0 && { isUnclear: true }) };
  }

  return {
    find,
    refresh: (partnership, why) => reference.raise(partnership, 'convenor', why),
    bindChat: lookup.bindChat,
    async findForConversation(from, place, named) {
      const only = async (partnership: string, version: number | undefined) => {
        const directory = await at(partnership, version);
        return directory && { directory, choices: [] };
      };
      const last = lastOfTenant.get(from.tenantId);
      const reading = last && reference.version(last.partnership);
      if (last?.isOnly && (await reading) === last.version)
        return only(last.partnership, last.version);
      const [[first, ...others], lastVersion] = await Promise.all([
        lookup.listByTenant(from.tenantId),
        reading,
      ]);
      if (!first) return undefined;
      const isSame = first === last?.partnership;
      const version = isSame ? lastVersion : await reference.version(first);
      // Only what is looked up after the version has been read holds for that version.
      const isCovered = isSame && (last.isOnly || version === last.version);
      const isOnly = others.length === 0;
      lastOfTenant.set(from.tenantId, {
        partnership: first,
        version,
        isOnly: isOnly && isCovered,
      });
      return isOnly ? only(first, version) : findAmong([first, ...others], from, place, named);
    },
  };
}

/** The directory as of today: roles end and begin at midnight, whatever is in memory. */
type DirectoryByDay = () => Directory;

function createDirectoryByDay(
  directory: Directory,
  seats: readonly Seat[],
  now: () => Date,
): DirectoryByDay {
  let last: { readonly on: Day; readonly directory: Directory } | undefined;
  return () => {
    const on = toDay(toLocalTime(now(), directory.partnership.timeZone));
    if (last?.on !== on) last = { on, directory: directoryOn(directory, seats, on) };
    return last.directory;
  };
}
