import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makePrivate } from './make-private.ts';
import { isListening, type RunningChildProcess, startChildProcess } from './start-child-process.ts';

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
/**
 * Azurite needs a key, and a rehearsal has no secrets; the key never changes, so that clients stay
 * connected after a restart.
 */
const ACCOUNT_KEY = Buffer.from('a rehearsal on one machine').toString('base64');

/**
 * Makes Azurite save and exit when our process has gone, even if nothing reads its output any more,
 * and keep its files to ourselves.
 */
const PRELOAD = `
  process.umask(0o077);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.once('disconnect', () => process.emit('SIGINT'));
`;

/**
 * Starts Azurite's tables and queues on loopback and resolves once they answer.
 * While it runs, `azurite.json` in the data folder tells other commands where it is.
 * @throws Error when it cannot start, or when another Azurite already has this data.
 */
export async function startAzurite({
  dataDir,
  tablePort = 0,
  queuePort = 0,
}: AzuriteOptions = {}): Promise<Azurite> {
  if (dataDir) await claimDataDir(dataDir);
  let stop = async () => {
    if (dataDir) await rm(stateFile(dataDir), { force: true });
  };
  try {
    const { pid, value: ports, stop: end } = await launch({ dataDir, tablePort, queuePort });
    const forget = stop;
    stop = () => end().then(forget);
    const connectionString = toConnectionString(ports);
    if (dataDir)
      await writeFile(
        stateFile(dataDir),
        JSON.stringify({ pid, ...ports, connectionString }, null, 2),
        PRIVATE,
      );
    return { connectionString, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The connection string of the Azurite that is running over this data, if one is. */
export async function runningAzurite(dataDir: string): Promise<string | undefined> {
  const { tablePort, connectionString } = await readState(dataDir);
  return tablePort && connectionString && (await isListening(tablePort))
    ? connectionString
    : undefined;
}

interface Ports {
  readonly tablePort: number;
  readonly queuePort: number;
}

function launch({
  dataDir,
  tablePort,
  queuePort,
}: AzuriteOptions): Promise<RunningChildProcess<Ports>> {
  const entry = createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js');
  const storage = dataDir
    ? ['--location', join(resolve(dataDir), 'azurite')]
    : ['--inMemoryPersistence'];
  const ports = [
    '--blobPort',
    '0',
    '--queuePort',
    String(queuePort),
    '--tablePort',
    String(tablePort),
  ];
  const options = ['--skipApiVersionCheck', '--disableTelemetry', '--silent'];
  return startChildProcess({
    name: 'Azurite',
    preload: PRELOAD,
    args: [entry, ...storage, ...ports, ...options],
    cwd: tmpdir(),
    env: { AZURITE_ACCOUNTS: `${ACCOUNT}:${ACCOUNT_KEY}` },
    findReady: parsePorts,
  });
}

function parsePorts(output: string): Ports | undefined {
  const listening = (service: string) =>
    Number(
      new RegExp(
        `${service} service is successfully listening at http://127\\.0\\.0\\.1:(\\d+)`,
      ).exec(output)?.[1],
    );
  const ports = { tablePort: listening('Table'), queuePort: listening('Queue') };
  return ports.tablePort && ports.queuePort ? ports : undefined;
}

/**
 * Two Azurites over the same files would overwrite each other's data; one that is stopping may
 * still be saving.
 */
async function claimDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await makePrivate(join(dataDir, 'azurite'));
  const { pid, tablePort } = await readState(dataDir);
  if (tablePort ? await isListening(tablePort) : pid && isRunning(pid)) {
    throw new Error(
      `Another Convenor (process ${pid}) is using the data in ${dataDir}: stop it first, or set DATA_DIR.`,
    );
  }
  for (let waits = 0; pid && isRunning(pid) && waits < 50; waits += 1) await pause(100);
  await rm(stateFile(dataDir), { force: true });
  await writeFile(stateFile(dataDir), JSON.stringify({ pid: process.pid }), {
    ...PRIVATE,
    flag: 'wx',
  });
}

const PRIVATE = { mode: 0o600 };
const stateFile = (dataDir: string) => join(dataDir, 'azurite.json');

async function readState(
  dataDir: string,
): Promise<Partial<Ports & { pid: number; connectionString: string }>> {
  try {
    return JSON.parse(await readFile(stateFile(dataDir), 'utf8'));
  } catch {
    return {};
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function toConnectionString({ tablePort, queuePort }: Ports): string {
  const endpoint = (port: number) => `http://127.0.0.1:${port}/${ACCOUNT}`;
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${ACCOUNT_KEY}`,
    `TableEndpoint=${endpoint(tablePort)}`,
    `QueueEndpoint=${endpoint(queuePort)}`,
  ].join(';');
}
