import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, parseConfig } from '../config.ts';
import type { Records } from '../storage/records.ts';
import { openRecords } from './open-records.ts';

/**
 * Runs a command over the records that the settings name, and ends the process with what it answers
 * as exit code.
 */
export async function runCommand(
  run: (records: Records, config: Config) => Promise<number>,
): Promise<void> {
  // What a command writes (an export, a person's data) is for whoever runs it.
  process.umask(0o077);
  if (existsSync('.env')) loadEnvFile('.env');
  try {
    const config = parseConfig(process.env);
    const { records, close } = await openRecords(config);
    process.exitCode = await run(records, config).finally(close);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
