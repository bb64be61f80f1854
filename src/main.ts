import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, parseConfig, UnusableSettings } from './config.ts';
import { startRehearsal } from './start-rehearsal.ts';
import { startService } from './start-service.ts';

/** What was started; `stop` ends all of it, and what is under way is finished first. */
export interface Running {
  stop(): Promise<void>;
}

if (existsSync('.env')) loadEnvFile('.env');

try {
  stopWhenAsked(await start(parseConfig(process.env)));
} catch (error) {
  console.error(
    error instanceof UnusableSettings
      ? error.message
      : `Convenor could not start. ${error instanceof Error ? error.message : error}`,
  );
  process.exit(1);
}

function start(config: Config): Promise<Running> {
  return config.MODE === 'local' ? startRehearsal(config) : startService(config);
}

function stopWhenAsked({ stop }: Running): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await stop();
      process.exit(0);
    });
  }
}
