import { DefaultAzureCredential } from '@azure/identity';
import type { Config } from '../config.ts';
import { runningAzurite, startAzurite } from '../rehearsal/azurite.ts';
import { type Connection, createRecords, type Records, waitLonger } from '../storage/records.ts';

export interface OpenedRecords {
  readonly records: Records;
  /** Stops what was started for it. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the records in the storage that the bot uses: in `local` mode the Azurite that runs over
 * DATA_DIR, or one started for the command; in `azure` mode the storage account, as whoever is
 * signed in to Azure.
 */
export async function openRecords(config: Config): Promise<OpenedRecords> {
  const { connection, close } = await connect(config);
  try {
    const records = createRecords({
      connection,
      tablePrefix: config.TABLE_PREFIX,
      policies: [waitLonger],
    });
    await records.prepare();
    return { records, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(
  config: Config,
): Promise<{ connection: Connection; close: () => Promise<void> }> {
  if (config.MODE === 'azure') {
    const credential = new DefaultAzureCredential({
      managedIdentityClientId: config.MANAGED_IDENTITY_ID ?? config.BOT_ID,
    });
    return { connection: { url: config.TABLES_URL, credential }, close: async () => {} };
  }
  const running = await runningAzurite(config.DATA_DIR);
  if (running) return { connection: { connectionString: running }, close: async () => {} };
  const { connectionString, stop } = await startAzurite({ dataDir: config.DATA_DIR });
  return { connection: { connectionString }, close: stop };
}
