import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';

/** Where the tables are: a connection string (Azurite), or an address with the identity that may use it. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly url: string; readonly credential: TokenCredential };

const READ_SECONDS = 2;
const TRANSACTION_SECONDS = 10;

/**
 * A client that gives up quickly: somebody in a chat is waiting. Storage that refuses connections fails a call within half
 * a second, storage that keeps silent within two seconds (a transaction, ten).
 */
export function openTable(
  connection: Connection,
  name: string,
  policies: readonly PipelinePolicy[] = [],
): TableClient {
  const options: TableServiceClientOptions = {
    allowInsecureConnection: 'connectionString' in connection,
    retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 300 },
    additionalPolicies: [giveUpInTime, ...policies].map((policy) => ({
      policy,
      position: 'perRetry',
    })),
  };
  return 'connectionString' in connection
    ? TableClient.fromConnectionString(connection.connectionString, name, options)
    : new TableClient(connection.url, name, connection.credential, options);
}

const giveUpInTime: PipelinePolicy = {
  name: 'giveUpInTime',
  sendRequest(request, next) {
    request.timeout = (request.url.endsWith('$batch') ? TRANSACTION_SECONDS : READ_SECONDS) * 1000;
    return next(request);
  },
};
