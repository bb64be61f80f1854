import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';
import { freePort } from '../support/free-port.ts';
import { createTeamsClient } from '../support/teams-client.ts';

const LANES = 6;

describe('Convenor as a process that is told to stop while people speak with it', () => {
  let dataDir: string;
  let child: ChildProcess;
  let teams: FakeTeams;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'convenor-stop-'));
    teams = await startFakeTeams();
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await teams.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('answers every turn that it took, takes no more, and ends well', async () => {
    const settings = {
      MODE: 'local',
      PLAYGROUND: 'off',
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
    };
    const env = { ...process.env, ...settings, TODAY: '2021-03-15T09:00' };
    child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(child, 'exit');
    const client = createTeamsClient(new URL(await readiness(child)).origin, teams);

    const statuses: number[] = [];
    /** Why a turn was not answered, by the id of its activity. */
    const refused = new Map<string, string>();
    const lane = async (_: unknown, number: number) => {
      const speaker = { name: `Speaker ${number}`, tenantId: TENANT, objectId: POLICE };
      while (refused.size < LANES * 2) {
        const asked = client.activity(speaker, 'personal', {
          type: 'message',
          text: 'what are our priorities',
        });
        await client.post(asked).then(
          ({ status }) => statuses.push(status),
          (error) => refused.set(String(asked.id), `${error} ${error.cause}`),
        );
      }
    };
    const load = Promise.all(Array.from({ length: LANES }, lane));
    while (statuses.length < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');

    expect(await exit).toEqual([0, null]);
    await load;
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const told = teams.messages(`a:${POLICE}`);
    expect(told.flatMap(({ replyToId = '' }) => refused.get(replyToId) ?? [])).toEqual([]);
    expect(told).toHaveLength(statuses.length);
    expect(refused.size).toBeGreaterThan(0);
  });
});

const TENANT = '00000000-0000-0000-0000-0000000000001';
const POLICE = '00000000-0000-0000-0000-0000000000024';

async function readiness(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /^Convenor is ready: (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('Convenor ended before it was ready');
}
