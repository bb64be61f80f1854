import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type AzureConfig, type Config, InvalidSettingsError, parseConfig } from './config.ts';
import type { Telemetry } from './telemetry/start-telemetry.ts';

/** What was started; `stop` ends all of it, and what is under way is finished first. */
export interface Running {
  stop(): Promise<void>;
}

if (existsSync('.env')) loadEnvFile('.env');

try {
  const config = parseConfig(process.env);
  stopOnSignal(await start(config), config.STOP_SECONDS);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}

function describeFailure(error: unknown): string {
  if (error instanceof InvalidSettingsError) return error.message;
  const {
    code,
    port,
    message = error,
  } = error as Partial<Error & NodeJS.ErrnoException> & {
    readonly port?: number;
  };
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use: set PORT to another.`
    : `Convenor could not start. ${message}`;
}

/** Only what the mode needs is loaded; that takes seconds, and whoever waits is told before. */
async function start(config: Config): Promise<Running> {
  if (config.MODE === 'azure') {
    const telemetry = await startTelemetry(config);
    return (await import('./service/start-service.ts')).startService(config, telemetry);
  }
  console.log('Starting Convenor. This takes a few seconds.');
  return (await import('./rehearsal/start-rehearsal.ts')).startRehearsal(config);
}

/** Before the service is loaded, for only requests of what is loaded later are seen. */
async function startTelemetry(config: AzureConfig): Promise<Telemetry | undefined> {
  const connectionString = config.APPLICATIONINSIGHTS_CONNECTION_STRING;
  if (!connectionString) return undefined;
  const { createAzureCredential } = await import('./service/credential.ts');
  const telemetry = await import('./telemetry/start-telemetry.ts');
  return telemetry.startTelemetry({ connectionString, credential: createAzureCredential(config) });
}

/**
 * What has not stopped by then is ended; a repeat by Teams, or another instance, does what was
 * left.
 */
function stopOnSignal({ stop }: Running, seconds: number): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), seconds * 1000).unref();
      await stop();
      process.exit(0);
    });
  }
}
