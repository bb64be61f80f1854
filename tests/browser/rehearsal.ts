import { type ChildProcess, spawn } from 'node:child_process';

/** What `npm start` runs, on other ports and with its data elsewhere. */
export interface Rehearsal {
  readonly url: string;
  stop(): Promise<void>;
}

export interface RehearsalOptions {
  readonly dataDir: string;
  /** The Playground takes the next one. */
  readonly port: number;
  readonly today?: string | undefined;
  /** Settings beside these. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export async function startRehearsal({
  dataDir,
  port,
  today = '2021-03-15T09:00',
  settings,
}: RehearsalOptions): Promise<Rehearsal> {
  const env = {
    ...process.env,
    MODE: 'local',
    DATA_DIR: dataDir,
    PORT: String(port),
    PLAYGROUND_PORT: String(port + 1),
    TODAY: today,
    ...settings,
  };
  const child = spawn(process.execPath, ['src/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: await readyUrl(child), stop: () => ended(child) };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const ready = /Convenor is ready: (\S+)/.exec(said);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`Convenor ended with ${code}: ${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
