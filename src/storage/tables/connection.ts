import type { PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';

/** The location of the tables: a connection string (Azurite), or a URL with a credential. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly url: string; readonly credential: TokenCredential };

const READ_SECONDS = 2;
const TRANSACTION_SECONDS = 10;
const COMMAND_SECONDS = 60;

/**
 * A client with short time-outs, because somebody in a chat is waiting. A call fails within half a
 * second when storage refuses connections, and within two seconds (a transaction, ten) when it does
 * not reply.
 */
export function openTable(
  connection: Connection,
  name: string,
  policies: readonly PipelinePolicy[] = [],
): TableClient {
  const options: TableServiceClientOptions = {
    allowInsecureConnection: 'connectionString' in connection,
    retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 300 },
    additionalPolicies: [noteArrivals(), timeoutPolicy, ...policies].map((policy) => ({
      policy,
      position: 'perRetry',
    })),
  };
  return 'connectionString' in connection
    ? TableClient.fromConnectionString(connection.connectionString, name, options)
    : new TableClient(connection.url, name, connection.credential, options);
}

const timeoutPolicy: PipelinePolicy = {
  name: 'timeoutPolicy',
  sendRequest(request, next) {
    request.timeout = (request.url.endsWith('$batch') ? TRANSACTION_SECONDS : READ_SECONDS) * 1000;
    return next(request);
  },
};

/** Waits longer than a chat does: for commands, which read thousands of rows on any machine. */
export const waitLonger: PipelinePolicy = {
  name: 'waitLonger',
  sendRequest(request, next) {
    request.timeout = COMMAND_SECONDS * 1000;
    return next(request);
  },
};

/** No such host, no listener, no route. */
const CONNECTION_ERROR = /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)/;

/** Notes on the error of a request whether none of its attempts can have reached storage. */
function noteArrivals(): PipelinePolicy {
  const arrived = new WeakSet<PipelineRequest>();
  return {
    name: 'noteArrivals',
    async sendRequest(request, next) {
      try {
        const response = await next(request);
        arrived.add(request);
        return response;
      } catch (error) {
        if (!CONNECTION_ERROR.test(String((error as { code?: unknown }).code)))
          arrived.add(request);
        throw Object.assign(error as object, { isUnsent: !arrived.has(request) });
      }
    },
  };
}

/** Whether storage did not answer a request, or not in time, or said that it cannot now. */
export function isOutage(error: unknown): boolean {
  const { name, code, statusCode } = error as { name?: string; code?: string; statusCode?: number };
  return (
    name === 'AbortError' ||
    (name === 'RestError' && (statusCode === undefined || statusCode >= 500)) ||
    CONNECTION_ERROR.test(String(code))
  );
}

/** Whether a failed request certainly never reached storage. */
export const isUnsent = (error: unknown): boolean =>
  (error as { isUnsent?: boolean }).isUnsent === true;
