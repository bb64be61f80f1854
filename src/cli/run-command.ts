import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, parseConfig } from '../config.ts';
import { isOutage, type Records } from '../storage/records.ts';
import { openRecords } from './open-records.ts';

/**
 * Runs a command over the records that the settings name, and ends the process with what it answers
 * as exit code. `adviceInOutage` says what to do where storage did not answer.
 */
export async function runCommand(
  run: (records: Records, config: Config) => Promise<number>,
  adviceInOutage?: string,
): Promise<void> {
  // What a command writes (an export, a person's data) is for whoever runs it.
  process.umask(0o077);
  if (existsSync('.env')) loadEnvFile('.env');
  try {
    const config = parseConfig(process.env);
    const { records, close } = await openRecords(config);
    process.exitCode = await run(records, config).finally(close);
  } catch (error) {
    console.error(explainFailure(error, adviceInOutage));
    process.exitCode = 1;
  }
}

const TRY_AGAIN =
  'What was written by then stays. Try again when the machine and the storage have less to do.';

/** What a person reads of a failure: storage says no more of itself than “aborted”. */
export function explainFailure(error: unknown, advice = TRY_AGAIN): unknown {
  if (!isOutage(error)) return error instanceof Error ? error.message : error;
  const { code, name } = error as { code?: string; name: string };
  return `The storage did not answer (${code ?? name}), so this stopped before its end. ${advice}`;
}
