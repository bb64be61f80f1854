import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleService, MAX_PACKAGE_MEGABYTES, zipFolder } from '../../scripts/bundle.ts';
import { openZip } from '../package-app/open-zip.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import { freePort } from '../support/free-port.ts';
import { createTeamsClient } from '../support/teams-client.ts';

const GUID = '0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
const IDENTITY = '1d8e4c6f-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
/** Within the repository, so that a rehearsal finds Azurite, which is not shipped. */
const BUNDLE = join('dist', 'bundle-test');
const POLICE = {
  name: 'Police Partner Lead',
  tenantId: '00000000-0000-0000-0000-0000000000001',
  objectId: '00000000-0000-0000-0000-0000000000024',
};

describe('the service’s package', () => {
  let zip: Uint8Array;
  let names: readonly string[];
  let alone: string;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    await bundleService(BUNDLE);
    zip = zipFolder(BUNDLE);
    alone = await mkdtemp(join(tmpdir(), 'convenor-'));
    const entries = await openZip(zip);
    names = entries.map(({ name }) => name);
    for (const { name, content } of entries) {
      await mkdir(dirname(join(alone, name)), { recursive: true });
      await writeFile(join(alone, name), content);
    }
  });
  afterEach(async () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  afterAll(async () => {
    await rm(alone, { recursive: true, force: true });
    await rm(BUNDLE, { recursive: true, force: true });
  });

  const run = (folder: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
    child = spawn(process.execPath, ['--disable-warning=DEP0040', ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    return { child, output: () => output };
  };

  it('is small, and holds the licence of all that is in it', () => {
    expect(zip.length / 1e6).toBeLessThan(MAX_PACKAGE_MEGABYTES);
    expect(names.length).toBeLessThan(400);
    expect(names).toEqual(
      expect.arrayContaining([
        'src/bundle/main.js',
        'src/bundle/cli/import.js',
        'cards/answer.json',
        'samples/sandwell/actions.csv',
        'THIRD-PARTY-LICENCES.txt',
      ]),
    );
    expect(names.filter((name) => /node_modules|\.ts$|\.env|test/.test(name))).toEqual([]);
  });

  it('starts in Azure’s mode where there is nothing else, up to the token of its identity', async () => {
    const asked: string[] = [];
    const identity = createServer((request, response) => {
      asked.push(request.url ?? '');
      // restify, which other files of this worker load, lets writeHead return nothing.
      response.statusCode = 500;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(identity, 'listening');
    const { port } = identity.address() as { port: number };
    const { output } = run(alone, ['src/bundle/main.js'], {
      MODE: 'azure',
      PORT: String(await freePort()),
      BOT_ID: GUID,
      BOT_TENANT_ID: GUID,
      MANAGED_IDENTITY_ID: IDENTITY,
      ALLOWED_TENANTS: GUID,
      TABLES_URL: 'https://convenordev.table.core.windows.net',
      IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`,
      IDENTITY_HEADER: 'of-the-platform',
    });
    await expect.poll(() => asked[0] ?? output()).toContain('resource=https%3A%2F%2Fstorage');
    expect(asked[0]).toContain(`client_id=${IDENTITY}`);
    expect(output()).not.toMatch(/Error|ENOENT|could not start/);
    identity.close();
  });

  it('answers with its own cards and what its reader has learned', async () => {
    const { child, output } = run(BUNDLE, ['src/bundle/main.js'], {
      MODE: 'local',
      PORT: String(await freePort()),
      PLAYGROUND: 'off',
      TODAY: '2021-03-15T09:00',
      DATA_DIR: join(alone, 'data'),
    });
    const ready = () => /Convenor is ready: (\S+)/.exec(output())?.[1] ?? output();
    await expect.poll(ready).toMatch(/^http/);
    const teams = await startFakeTeams();
    const client = createTeamsClient(new URL(ready()).origin, teams);
    const answer = await client.say(POLICE, 'tell me about SA-019');
    expect(answer.lines.join('\n')).toContain('SA-019');
    await teams.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  it('reads a workbook as its sources do, in a thread of its own', async () => {
    const args = [resolve('tests/folder/faults/x07-real.xlsx'), '--dry-run'];
    const env = { DATA_DIR: join(alone, 'data') };
    const bundled = run(BUNDLE, ['src/bundle/cli/import.js', ...args], env);
    await once(bundled.child, 'exit');
    const source = run('.', ['src/cli/import.ts', ...args], env);
    await once(source.child, 'exit');
    expect(source.output()).toContain('“ICB” is no agency');
    expect(bundled.output()).toBe(source.output());
  });
});
