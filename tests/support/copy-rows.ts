import {
  TableClient,
  type TableEntity,
  TableServiceClient,
  type TransactionAction,
} from '@azure/data-tables';
import type { TableLocation } from './all-rows.ts';

const OPTIONS = { allowInsecureConnection: true };
/** What one transaction may hold. */
const MAX_ROWS = 100;

/** Rows by the name of their table without its prefix. */
export type TableRows = ReadonlyMap<string, readonly TableEntity[]>;

/** Every row of every table with its types, to be written elsewhere. */
export async function readRows({
  connectionString,
  tablePrefix,
}: TableLocation): Promise<TableRows> {
  const rows = new Map<string, TableEntity[]>();
  const tables = TableServiceClient.fromConnectionString(connectionString, OPTIONS).listTables({
    queryOptions: { filter: `TableName ge '${tablePrefix}' and TableName lt '${tablePrefix}~'` },
  });
  for await (const { name } of tables) {
    if (!name?.startsWith(tablePrefix)) continue;
    const found: TableEntity[] = [];
    const client = TableClient.fromConnectionString(connectionString, name, OPTIONS);
    for await (const { etag, timestamp, ...row } of client.listEntities({
      disableTypeConversion: true,
    })) {
      found.push(row as TableEntity);
    }
    rows.set(name.slice(tablePrefix.length), found);
  }
  return rows;
}

/** Writes rows into tables that there are and that are empty. */
export async function writeRows(
  rows: TableRows,
  { connectionString, tablePrefix }: TableLocation,
): Promise<void> {
  await Promise.all(
    [...rows].flatMap(([table, all]) => {
      const client = TableClient.fromConnectionString(
        connectionString,
        tablePrefix + table,
        OPTIONS,
      );
      return toTransactions(all).map((transaction) => client.submitTransaction(transaction));
    }),
  );
}

function toTransactions(rows: readonly TableEntity[]): TransactionAction[][] {
  const partitions = Map.groupBy(rows, (row) => row.partitionKey);
  return [...partitions.values()].flatMap((partition) =>
    Array.from({ length: Math.ceil(partition.length / MAX_ROWS) }, (_, index) =>
      partition
        .slice(index * MAX_ROWS, (index + 1) * MAX_ROWS)
        .map((row): TransactionAction => ['create', row]),
    ),
  );
}
