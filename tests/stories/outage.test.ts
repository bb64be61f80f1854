import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Azurite, startAzurite } from '../../src/rehearsal/azurite.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('with storage stopped', () => {
  let dataDir: string;
  let azurite: Azurite;
  let bot: Convenor;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'convenor-'));
    azurite = await startAzurite({ dataDir });
    bot = await startConvenor({ today: '2021-03-15', storage: azurite.connectionString });
  });
  afterAll(async () => {
    await bot.stop();
    await azurite.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ready = async () => (await fetch(`${bot.url}/health/ready`)).status;

  it('whoever asks gets a plain apology, readiness says so, and all recovers by itself', async () => {
    const chair = bot.person('partnership-chair');
    expect(await ready()).toBe(200);
    const tablePort = Number(
      /TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(azurite.connectionString)?.[1],
    );

    await azurite.stop();
    const reply = await bot.hears(chair, 'whats overdue');
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(
      'Convenor cannot reach its records just now. Nothing was changed. Please try again in a minute.',
    );
    expect(await ready()).toBe(503);
    expect(bot.logged.join('')).not.toContain('overdue');

    azurite = await startAzurite({ dataDir, tablePort });
    expect((await bot.hears(chair, 'whats overdue')).text).toMatch(
      /^18 of 113 actions are overdue/,
    );
    expect(await ready()).toBe(200);
  });
});
