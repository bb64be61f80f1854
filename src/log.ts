import { type Logger, pino } from 'pino';

/**
 * Structured logs of ids, one JSON line each, on standard output or into a file. Nothing that people write is ever given
 * to it.
 */
export function createLog(level: string, file?: string): Logger {
  const options = { level, base: { service: 'convenor' }, timestamp: pino.stdTimeFunctions.isoTime };
  return file ? pino(options, pino.destination({ dest: file, mkdir: true })) : pino(options);
}
