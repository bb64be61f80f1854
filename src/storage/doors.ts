import type { Place } from '../contract/thread.ts';
import type { Identity } from '../domain/directory.ts';
import { keyOf } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Which partnership somebody speaks with. Partitions `tenant|ID` with a row for each partnership that has people from there,
 * `chat|ID` with the one partnership that a chat is kept for, and `partnerships` with them all. This is the one table
 * whose partitions do not begin with a partnership: it is asked before that is known.
 */
export interface Doors {
  /** By tenant; where a tenant's people sit in several partnerships, the chat's, else the first by id. One request, rarely two. */
  behind(from: Identity, place: Place): Promise<string | undefined>;
  partnerships(): Promise<string[]>;
  /** Lets people from these tenants in. */
  open(partnership: string, tenants: readonly string[]): Promise<void>;
  /** Keeps a chat for one partnership. */
  pin(place: Place, partnership: string): Promise<void>;
}

const ALL = 'partnerships';
const PIN = 'pin';

export function createDoors(table: Table): Doors {
  const rowKeysIn = async (partition: string) =>
    (await table.range(partition)).map(({ partnership }) => String(partnership));
  const row = (partitionKey: string, rowKey: string, partnership: string) => ({
    partitionKey,
    rowKey,
    partnership,
  });

  return {
    async behind(from, place) {
      const behindTenant = await rowKeysIn(keyOf('tenant', from.tenantId));
      if (behindTenant.length < 2) return behindTenant[0];
      const pinned = await table.point(keyOf('chat', place.conversationId), PIN);
      return (
        behindTenant.find((partnership) => partnership === pinned?.partnership) ?? behindTenant[0]
      );
    },
    partnerships: () => rowKeysIn(ALL),
    async open(partnership, tenants) {
      const tenantRows = tenants.map((tenant) =>
        row(keyOf('tenant', tenant), keyOf(partnership), partnership),
      );
      await Promise.all(
        [...tenantRows, row(ALL, keyOf(partnership), partnership)].map((door) => table.put(door)),
      );
    },
    pin: (place, partnership) =>
      table.put(row(keyOf('chat', place.conversationId), PIN, partnership)),
  };
}
