import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Azurite, runningAzurite, startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { emptyFolder } from '../support/empty-folder.ts';
import { anAction } from './some-actions.ts';

const recordsIn = (connectionString: string) =>
  createRecords({ connection: { connectionString }, tablePrefix: 'Kept' });

it('a rehearsal’s data is there again after it was stopped', async () => {
  const dataDir = await emptyFolder();
  const first = await startAzurite({ dataDir });
  const records = recordsIn(first.connectionString);
  await records.prepare();
  await records.actions.save('home', [{ action: anAction('SA-1') }]);
  await first.stop();
  expect(await runningAzurite(dataDir)).toBeUndefined();
  const second = await startAzurite({ dataDir });
  expect((await recordsIn(second.connectionString).actions.find('home', 'SA-1'))?.action.ref).toBe(
    'SA-1',
  );
  await second.stop();
  await second.stop();
});

it('its data is for the user alone', async () => {
  const dataDir = join(await emptyFolder(), 'new');
  const azurite = await startAzurite({ dataDir });
  const records = recordsIn(azurite.connectionString);
  await records.prepare();
  await records.actions.save('home', [{ action: anAction('SA-1') }]);
  await azurite.stop();
  const names = await readdir(dataDir, { recursive: true });
  expect(names).toContain('azurite');
  for (const path of [dataDir, ...names.map((name) => join(dataDir, name))])
    expect((await stat(path)).mode & 0o077, path).toBe(0);
});

it('one data folder is used by one rehearsal at a time; other commands join it', async () => {
  const dataDir = await emptyFolder();
  const azurite = await startAzurite({ dataDir });
  expect(await runningAzurite(dataDir)).toBe(azurite.connectionString);
  await expect(startAzurite({ dataDir })).rejects.toThrow(
    `is using the data in ${dataDir}: stop it first, or set DATA_DIR.`,
  );
  expect(await runningAzurite(dataDir)).toBe(azurite.connectionString);
  await azurite.stop();
});

it('a port that is taken is said so', async () => {
  const azurite = await startAzurite();
  const tablePort = Number(
    /TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(azurite.connectionString)?.[1],
  );
  await expect(startAzurite({ tablePort })).rejects.toThrow(
    /^Azurite ended before it was ready\..*EADDRINUSE/s,
  );
  await azurite.stop();
});

it('it saves and ends with the process that started it, even if that is killed, and its folder is free again', async () => {
  const dataDir = await emptyFolder();
  const script = `
    import { startAzurite } from '${join(process.cwd(), 'src/rehearsal/azurite.ts')}';
    import { createRecords } from '${join(process.cwd(), 'src/storage/records.ts')}';
    const { connectionString } = await startAzurite({ dataDir: ${JSON.stringify(dataDir)} });
    const records = createRecords({ connection: { connectionString }, tablePrefix: 'Kept' });
    await records.prepare();
    await records.actions.save('home', [{ action: { ref: 'SA-1', title: 'One', source: {}, owner: {}, status: 'open' } }]);
    console.log('ready');`;
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout, 'data');
  expect(await runningAzurite(dataDir)).toBeDefined();
  owner.kill('SIGKILL');
  await expect.poll(() => runningAzurite(dataDir)).toBeUndefined();
  const again: Azurite = await startAzurite({ dataDir });
  expect((await recordsIn(again.connectionString).actions.find('home', 'SA-1'))?.action.title).toBe(
    'One',
  );
  await again.stop();
});
