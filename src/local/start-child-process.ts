import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

export interface ChildProcessOptions<Found> {
  /** How it is called in errors. */
  readonly name: string;
  /** A module that is loaded before it, in JavaScript; it hears `disconnect` when we stop it and when we die, and ends then. */
  readonly preload: string;
  /** Its entry and arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is looked for in all that it has said so far; `undefined` while it is not ready. */
  readonly ready: (said: string) => Found | undefined;
}

/** A program of somebody else's that runs beside Convenor, and not for longer. */
export interface RunningChildProcess<Found> {
  readonly pid: number | undefined;
  readonly value: Found;
  /** Resolves when it has ended. Calling it again is harmless. */
  stop(): Promise<void>;
}

const MAX_START_SECONDS = 120;

/**
 * Starts a Node program and resolves once it is ready. Being in a process group of its own, it does not hear the terminal's Ctrl-C.
 * @throws Error with all that it said, when it does not start.
 */
export async function startChildProcess<Found>(
  options: ChildProcessOptions<Found>,
): Promise<RunningChildProcess<Found>> {
  const { preload, args, cwd, env } = options;
  const module = `data:text/javascript,${encodeURIComponent(preload)}`;
  const child = spawn(process.execPath, ['--import', module, ...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
  });
  try {
    const found = await waitUntilReady(child, options);
    return { pid: child.pid, value: found, stop: () => stopChild(child) };
  } catch (error) {
    await stopChild(child);
    throw error;
  }
}

function waitUntilReady<Found>(
  child: ChildProcess,
  { name, ready }: ChildProcessOptions<Found>,
): Promise<Found> {
  let said = '';
  return new Promise((found, failed) => {
    const giveUp = (why: string) => failed(new Error(`${name} ${why}.\n${said.trim()}`));
    const timer = setTimeout(
      () => giveUp(`did not start within ${MAX_START_SECONDS} s`),
      MAX_START_SECONDS * 1000,
    );
    const hear = (chunk: Buffer) => {
      said += chunk;
      const what = ready(said);
      if (what === undefined) return;
      clearTimeout(timer);
      found(what);
      said = '';
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', (error) => giveUp(`could not be started: ${error.message}`));
    child.once('exit', () => giveUp('ended before it was ready'));
    child.once('exit', () => clearTimeout(timer));
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  await exit;
}

/** Whether anybody takes connections at this port of the loopback. */
export async function isListening(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
  try {
    return await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'timeout').then(() => false),
    ]);
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
