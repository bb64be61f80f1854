import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, parseConfig, UnusableSettings } from './config.ts';

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

/** Only what the mode needs is loaded; that takes seconds, and whoever waits is told before. */
async function start(config: Config): Promise<Running> {
  if (config.MODE === 'azure') return (await import('./start-service.ts')).startService(config);
  console.log('Starting Convenor, which takes some seconds …');
  return (await import('./start-rehearsal.ts')).startRehearsal(config);
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
