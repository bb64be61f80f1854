import { TableClient, TableServiceClient } from '@azure/data-tables';

/** Tables of one Convenor, of all that are in one storage. */
export interface TableLocation {
  readonly connectionString: string;
  readonly tablePrefix: string;
}

const OPTIONS = { allowInsecureConnection: true };

/** Every row of every table as it is stored, by table and keys: for finding what must not be there, and what has changed. */
export async function allRows({
  connectionString,
  tablePrefix,
}: TableLocation): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for await (const { name } of TableServiceClient.fromConnectionString(
    connectionString,
    OPTIONS,
  ).listTables()) {
    if (!name?.startsWith(tablePrefix)) continue;
    for await (const row of TableClient.fromConnectionString(
      connectionString,
      name,
      OPTIONS,
    ).listEntities()) {
      rows.set(
        [name.slice(tablePrefix.length), row.partitionKey, row.rowKey].join(' '),
        JSON.stringify(row),
      );
    }
  }
  return rows;
}
