import { type DestinationStream, type Level, type Logger, multistream, pino } from 'pino';

/** Where the lines go: into a file, or to standard output and to whoever else wants them. */
export interface LogDestination {
  readonly file?: string;
  readonly also?: DestinationStream;
}

/** Structured logs of ids, one JSON line each. Nothing that people write is ever given to it. */
export function createLog(level: string, { file, also }: LogDestination = {}): Logger {
  const options = {
    level,
    base: { service: 'convenor' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (file) return pino(options, pino.destination({ dest: file, mkdir: true }));
  if (!also) return pino(options);
  const streams = [pino.destination({ dest: 1, sync: true }), also];
  return pino(options, multistream(streams.map((stream) => ({ stream, level: level as Level }))));
}
