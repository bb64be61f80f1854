import type { ConversationPlace } from '../../contract/thread.ts';
import { toKey } from '../tables/keys.ts';
import type { StorageTable } from '../tables/table.ts';

/**
 * Finds the partnership of somebody by their tenant. Partitions: `tenant|ID` with a row for each
 * partnership that has people of the tenant, `chat|ID` with the partnership of a chat, and
 * `partnerships` with all of them. Its partition keys do not begin with a partnership, for it is
 * read before that is known.
 */
export interface PartnershipLookup {
  /** The partnerships that have people of a tenant, by id. One request. */
  listByTenant(tenant: string): Promise<string[]>;
  /** The partnership that a chat is assigned to. One request. */
  findByChat(place: ConversationPlace): Promise<string | undefined>;
  list(): Promise<string[]>;
  /** The other partnerships that have people of these tenants. One request for each tenant. */
  listSharing(partnership: string, tenants: readonly string[]): Promise<string[]>;
  /** Adds a partnership to these tenants. */
  registerTenants(partnership: string, tenants: readonly string[]): Promise<void>;
  /** Assigns a chat to a partnership. */
  bindChat(place: ConversationPlace, partnership: string): Promise<void>;
}

const ALL = 'partnerships';
const PIN = 'pin';

export function createPartnershipLookup(table: StorageTable): PartnershipLookup {
  const listRowKeys = async (partition: string) =>
    (await table.range(partition)).map(({ partnership }) => String(partnership));
  const listByTenant = (tenant: string) => listRowKeys(toKey('tenant', tenant));
  const row = (partitionKey: string, rowKey: string, partnership: string) => ({
    partitionKey,
    rowKey,
    partnership,
  });

  return {
    listByTenant,
    async findByChat({ conversationId }) {
      const pinned = await table.point(toKey('chat', conversationId), PIN);
      return pinned && String(pinned.partnership);
    },
    list: () => listRowKeys(ALL),
    async listSharing(partnership, tenants) {
      const all = new Set((await Promise.all(tenants.map(listByTenant))).flat());
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
