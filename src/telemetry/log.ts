import { type DestinationStream, type Level, type Logger, multistream, pino } from 'pino';

/** A file, or standard output and another stream. */
export interface LogDestination {
  readonly file?: string;
  readonly also?: DestinationStream;
}

/** Creates a log of JSON lines, which hold ids and never what people write. */
export function createLog(level: string, { file, also }: LogDestination = {}): Logger {
  const options = {
    level,
    base: { service: 'convenor' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (file) return pino(options, pino.destination({ dest: file, mkdir: true, mode: 0o600 }));
  if (!also) return pino(options);
  const streams = [pino.destination({ dest: 1, sync: true }), also];
  return pino(options, multistream(streams.map((stream) => ({ stream, level: level as Level }))));
}
