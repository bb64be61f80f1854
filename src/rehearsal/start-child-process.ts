import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

export interface ChildProcessOptions<Value> {
  /** What error messages call it. */
  readonly name: string;
  /**
   * JavaScript that is loaded before it; it must exit on `disconnect`, which comes when we stop it
   * and when we die.
   */
  readonly preload: string;
  /** Its entry and arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Finds in its output so far what shows that it is ready; `undefined` before. */
  readonly findReady: (output: string) => Value | undefined;
}

/** A program of somebody else's that runs as long as Convenor does. */
export interface RunningChildProcess<Value> {
  readonly pid: number | undefined;
  readonly value: Value;
  /** Resolves when it has exited. Calling it again is harmless. */
  stop(): Promise<void>;
}

const MAX_START_SECONDS = 120;

/**
 * Starts a Node program and resolves once it is ready. It has a process group of its own, so the
 * terminal's Ctrl-C does not reach it.
 * @throws Error with its output, when it does not start.
 */
export async function startChildProcess<Value>(
  options: ChildProcessOptions<Value>,
): Promise<RunningChildProcess<Value>> {
  const { preload, args, cwd, env } = options;
  const module = `data:text/javascript,${encodeURIComponent(preload)}`;
  const child = spawn(process.execPath, ['--import', module, ...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
  });
  try {
    const value = await waitUntilReady(child, options);
    return { pid: child.pid, value, stop: () => stopChild(child) };
  } catch (error) {
    await stopChild(child);
    throw error;
  }
}

function waitUntilReady<Value>(
  child: ChildProcess,
  { name, findReady }: ChildProcessOptions<Value>,
): Promise<Value> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${name} ${why}.\n${output.trim()}`));
    const timer = setTimeout(
      () => fail(`did not start within ${MAX_START_SECONDS} s`),
      MAX_START_SECONDS * 1000,
    );
    const read = (chunk: Buffer) => {
      output += chunk;
      const value = findReady(output);
      if (value === undefined) return;
      clearTimeout(timer);
      resolve(value);
      output = '';
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', () => fail('ended before it was ready'));
    child.once('exit', () => clearTimeout(timer));
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  await exit;
}

/** Whether anything listens at this port of the loopback interface. */
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
