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
  findByTenant(from: Identity, place: ConversationPlace): Promise<string | undefined>;
  list(): Promise<string[]>;
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
  const row = (partitionKey: string, rowKey: string, partnership: string) => ({
    partitionKey,
    rowKey,
    partnership,
  });

  return {
    async findByTenant(from, place) {
      const tenantPartnerships = await listRowKeys(toKey('tenant', from.tenantId));
      if (tenantPartnerships.length < 2) return tenantPartnerships[0];
      const pinned = await table.point(toKey('chat', place.conversationId), PIN);
      return (
        tenantPartnerships.find((partnership) => partnership === pinned?.partnership) ??
        tenantPartnerships[0]
      );
    },
    list: () => listRowKeys(ALL),
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
