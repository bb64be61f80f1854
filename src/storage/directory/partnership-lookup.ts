import type { Place } from '../../contract/thread.ts';
import type { Identity } from '../../domain/directory.ts';
import { toKey } from '../tables/keys.ts';
import type { Table } from '../tables/table.ts';

/**
 * Which partnership somebody speaks with. Partitions `tenant|ID` with a row for each partnership that has people from there,
 * `chat|ID` with the one partnership that a chat is kept for, and `partnerships` with them all. This is the one table
 * whose partitions do not begin with a partnership: it is asked before that is known.
 */
export interface PartnershipLookup {
  /** By tenant; where a tenant's people sit in several partnerships, the chat's, else the first by id. One request, rarely two. */
  findByTenant(from: Identity, place: Place): Promise<string | undefined>;
  list(): Promise<string[]>;
  /** Lets people from these tenants in. */
  registerTenants(partnership: string, tenants: readonly string[]): Promise<void>;
  /** Keeps a chat for one partnership. */
  bindChat(place: Place, partnership: string): Promise<void>;
}

const ALL = 'partnerships';
const PIN = 'pin';

export function createPartnershipLookup(table: Table): PartnershipLookup {
  const rowKeysIn = async (partition: string) =>
    (await table.range(partition)).map(({ partnership }) => String(partnership));
  const row = (partitionKey: string, rowKey: string, partnership: string) => ({
    partitionKey,
    rowKey,
    partnership,
  });

  return {
    async findByTenant(from, place) {
      const behindTenant = await rowKeysIn(toKey('tenant', from.tenantId));
      if (behindTenant.length < 2) return behindTenant[0];
      const pinned = await table.point(toKey('chat', place.conversationId), PIN);
      return (
        behindTenant.find((partnership) => partnership === pinned?.partnership) ?? behindTenant[0]
      );
    },
    list: () => rowKeysIn(ALL),
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
