import type { Logger } from 'pino';
import { summariseError } from './error-summary.ts';

/** The last lines are sent on, but nobody waits for them. */
const FLUSH_TIMEOUT_MS = 2_000;

/**
 * An error that nobody caught: what else it broke cannot be known, so the process ends, and the platform starts another one. The log
 * gets where it arose; Node itself would print its text, which can quote what people wrote.
 */
export function exitOnUncaughtException(
  log: Logger,
  lastWords: () => Promise<void> = async () => {},
): void {
  let isEnding = false;
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ origin, ...summariseError(error) }, 'uncaught exception');
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), FLUSH_TIMEOUT_MS);
    lastWords().finally(() => process.exit(1));
  });
}
