import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface AzuriteOptions {
  /** Where the data is kept from one start to the next; without it, in memory only. */
  readonly dataDir?: string;
  /** Any free port when left out. */
  readonly tablePort?: number;
  readonly queuePort?: number;
}

export interface Azurite {
  readonly connectionString: string;
  /** Saves and ends. Calling it again is harmless. */
  readonly stop: () => Promise<void>;
}

const ACCOUNT = 'convenor';
/** Azurite wants a key, but a rehearsal has no secrets; it stays the same, so that who is connected still is after a restart. */
const KEY = Buffer.from('a rehearsal on one machine').toString('base64');
const MOST_SECONDS_TO_START = 30;

/**
 * Loaded before Azurite. Its channel to us closes when we stop it and when we die, by whatever cause, and either way it
 * then saves and ends, whether or not anybody is left to read its last words. Being in a process group of its own, it does
 * not hear the terminal's Ctrl-C.
 */
const SAVE_WHEN_LEFT_ALONE = `data:text/javascript,${encodeURIComponent(`
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.once('disconnect', () => process.emit('SIGINT'));
`)}`;

/**
 * Starts Azurite's tables and queues on loopback and resolves once they answer.
 * While it runs, `azurite.json` in the data folder says where, for other commands over the same data.
 * @throws Error when it cannot start, or when another Azurite already has this data.
 */
export async function startAzurite({ dataDir, tablePort = 0, queuePort = 0 }: AzuriteOptions = {}): Promise<Azurite> {
  if (dataDir) await claim(dataDir);
  const child = launch({ dataDir, tablePort, queuePort });
  try {
    const ports = await portsOf(child);
    const connectionString = connectionStringFor(ports);
    if (dataDir)
      await writeFile(whereabouts(dataDir), JSON.stringify({ pid: child.pid, ...ports, connectionString }, null, 2));
    return { connectionString, stop: () => stop(child, dataDir) };
  } catch (error) {
    await stop(child, dataDir);
    throw error;
  }
}

/** The connection string of the Azurite that is running over this data, if one is. */
export async function runningAzurite(dataDir: string): Promise<string | undefined> {
  const { tablePort, connectionString } = await readWhereabouts(dataDir);
  return tablePort && connectionString && (await answers(tablePort)) ? connectionString : undefined;
}

interface Ports {
  readonly tablePort: number;
  readonly queuePort: number;
}

function launch({ dataDir, tablePort, queuePort }: AzuriteOptions): ChildProcess {
  const entry = createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js');
  const storage = dataDir ? ['--location', join(resolve(dataDir), 'azurite')] : ['--inMemoryPersistence'];
  const ports = ['--blobPort', '0', '--queuePort', String(queuePort), '--tablePort', String(tablePort)];
  const manners = ['--skipApiVersionCheck', '--disableTelemetry', '--silent'];
  return spawn(process.execPath, ['--import', SAVE_WHEN_LEFT_ALONE, entry, ...storage, ...ports, ...manners], {
    cwd: tmpdir(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, AZURITE_ACCOUNTS: `${ACCOUNT}:${KEY}`, NODE_OPTIONS: '' },
  });
}

async function portsOf(child: ChildProcess): Promise<Ports> {
  let said = '';
  const listening = (service: string) =>
    Number(new RegExp(`${service} service is successfully listening at http://127\\.0\\.0\\.1:(\\d+)`).exec(said)?.[1]);
  return await new Promise((found, failed) => {
    const giveUp = (why: string) => failed(new Error(`Azurite ${why}.\n${said.trim()}`));
    const timer = setTimeout(() => giveUp(`did not start within ${MOST_SECONDS_TO_START} s`), MOST_SECONDS_TO_START * 1000);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const ports = { tablePort: listening('Table'), queuePort: listening('Queue') };
      if (!ports.tablePort || !ports.queuePort) return;
      clearTimeout(timer);
      found(ports);
      said = '';
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => giveUp(`could not be started: ${error.message}`));
    child.once('exit', () => giveUp('ended before it was ready'));
    child.once('exit', () => clearTimeout(timer));
  });
}

async function stop(child: ChildProcess, dataDir: string | undefined): Promise<void> {
  const ended = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  if (!ended) {
    const exit = once(child, 'exit');
    if (child.connected) child.disconnect();
    await exit;
  }
  if (dataDir) await rm(whereabouts(dataDir), { force: true });
}

/** Two Azurites over the same files would each overwrite what the other saves; one that is ending may still be saving. */
async function claim(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const { pid, tablePort } = await readWhereabouts(dataDir);
  if (tablePort ? await answers(tablePort) : pid && isRunning(pid)) {
    throw new Error(`Another Convenor (process ${pid}) is using the data in ${dataDir}: stop it first, or set DATA_DIR.`);
  }
  for (let waits = 0; pid && isRunning(pid) && waits < 50; waits += 1) await pause(100);
  await rm(whereabouts(dataDir), { force: true });
  await writeFile(whereabouts(dataDir), JSON.stringify({ pid: process.pid }), { flag: 'wx' });
}

const whereabouts = (dataDir: string) => join(dataDir, 'azurite.json');

async function readWhereabouts(dataDir: string): Promise<Partial<Ports & { pid: number; connectionString: string }>> {
  try {
    return JSON.parse(await readFile(whereabouts(dataDir), 'utf8'));
  } catch {
    return {};
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
  try {
    return await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'timeout').then(() => false)]);
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function connectionStringFor({ tablePort, queuePort }: Ports): string {
  const endpoint = (port: number) => `http://127.0.0.1:${port}/${ACCOUNT}`;
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${KEY}`,
    `TableEndpoint=${endpoint(tablePort)}`,
    `QueueEndpoint=${endpoint(queuePort)}`,
  ].join(';');
}
