import type { ConversationPlace } from '../../contract/thread.ts';
import type { Identity } from '../../domain/directory.ts';
import { toKey } from '../tables/keys.ts';
import type { StorageTable } from '../tables/table.ts';

/**
 * Finds the partnership of somebody by their tenant. Partitions: `tenant|ID` with a row for each
 * partnership that has people of the tenant, `chat|ID` with the partnership of a chat, and
 * `partnerships` with all of them. Its partition keys do not begin with a partnership, for it is
 * read before that is known.
 */
export interface PartnershipLookup {
  /**
   * The partnership of a tenant; when a tenant belongs to several, that of the chat or else the
   * first by id. One request, rarely two.
   */
  findByTenant(from: Identity, place: ConversationPlace): Promise<FoundPartnership | undefined>;
  list(): Promise<string[]>;
  /** The other partnerships that have people of these tenants. One request for each tenant. */
  listSharing(partnership: string, tenants: readonly string[]): Promise<string[]>;
  /** Adds a partnership to these tenants. */
  registerTenants(partnership: string, tenants: readonly string[]): Promise<void>;
  /** Assigns a chat to a partnership. */
  bindChat(place: ConversationPlace, partnership: string): Promise<void>;
}

export interface FoundPartnership {
  readonly partnership: string;
  /** Whether the tenant has no other. */
  readonly isOnly: boolean;
}

const ALL = 'partnerships';
const PIN = 'pin';

export function createPartnershipLookup(table: StorageTable): PartnershipLookup {
  const listRowKeys = async (partition: string) =>
    (await table.range(partition)).map(({ partnership }) => String(partnership));
  const listOfTenant = (tenant: string) => listRowKeys(toKey('tenant', tenant));
  const row = (partitionKey: string, rowKey: string, partnership: string) => ({
    partitionKey,
    rowKey,
    partnership,
  });

  return {
    async findByTenant(from, place) {
      const [first, ...others] = await listOfTenant(from.tenantId);
      if (!first) return undefined;
      if (others.length === 0) return { partnership: first, isOnly: true };
      const pinned = await table.point(toKey('chat', place.conversationId), PIN);
      const ofChat = others.find((partnership) => partnership === pinned?.partnership);
      return { partnership: ofChat ?? first, isOnly: false };
    },
    list: () => listRowKeys(ALL),
    async listSharing(partnership, tenants) {
      const all = new Set((await Promise.all(tenants.map(listOfTenant))).flat());
      all.delete(partnership);
      return [...all];
    },
    async registerTenants(partnership, tenants) {
      const tenantRows = tenants.map((tenant) =>
        row(toKey('tenant', tenant), toKey(partnership), partnership),
      );
      await Promise.all(
        [...tenantRows, row(ALL, toKey(partnership), partnership)].map((each) => table.put(each)),
      );
    },
    bindChat: (place, partnership) =>
      table.put(row(toKey('chat', place.conversationId), PIN, partnership)),
  };
}
