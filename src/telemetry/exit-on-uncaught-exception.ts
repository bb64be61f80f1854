import type { Logger } from 'pino';
import { summariseError } from './error-summary.ts';

/** The last log lines are sent on, for no longer than this. */
const FLUSH_TIMEOUT_MS = 2_000;

/**
 * Ends the process on an error that nothing caught: what else it broke cannot be known, and the
 * platform starts another process. The log gets its stack; Node itself would print its message,
 * which can quote what people wrote.
 */
export function exitOnUncaughtException(
  log: Logger,
  flush: () => Promise<void> = async () => {},
): void {
  let isEnding = false;
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ origin, ...summariseError(error) }, 'uncaught exception');
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), FLUSH_TIMEOUT_MS);
    flush().finally(() => process.exit(1));
  });
}
