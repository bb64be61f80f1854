import type { Logger } from 'pino';
import { summariseError } from './error-summary.ts';

const LEVELS = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug' } as const;

/**
 * What libraries print (the SDK prints the error of every bad token, with its stack) becomes a line
 * of the log: which level, which error, and none of its words, for they can quote what somebody
 * wrote. Returns what puts the console back.
 */
export function captureConsole(log: Logger): () => void {
  const methods = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
  const before = methods.map((method) => [method, console[method]] as const);
  for (const method of methods)
    console[method] = (...printed: unknown[]) =>
      log[LEVELS[method]](describe(printed), 'library printed');
  const printedByNode = process.listeners('warning');
  const warn = (warning: Error) => log.warn(summariseError(warning), 'process warned');
  process.removeAllListeners('warning');
  process.on('warning', warn);
  return () => {
    for (const [method, print] of before) console[method] = print;
    process.removeListener('warning', warn);
    for (const print of printedByNode) process.on('warning', print);
  };
}

function describe(printed: readonly unknown[]): Record<string, unknown> {
  const error = printed.find((each) => each instanceof Error);
  return error ? summariseError(error) : { parts: printed.length };
}
