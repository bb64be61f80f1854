import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('an agency with a short name of its own', () => {
  let bot: Convenor;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convenor-'));
    await cp('samples/fenmarsh', folder, { recursive: true });
    const path = join(folder, 'agencies.csv');
    const lines = (await readFile(path, 'utf8')).trim().split(/\r?\n/);
    const named = lines.map((line, at) =>
      at === 0 ? `${line},short_name` : `${line},${line.startsWith('FCON,') ? 'Blue Lights' : ''}`,
    );
    await writeFile(path, `${named.join('\n')}\n`);
    bot = await startConvenor({ today: '2026-06-10', folder });
  });
  afterAll(async () => {
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const hears = (text: string) => bot.hears(bot.person('unit-manager'), text);

  it('is asked about by it', async () => {
    expect((await hears('whats overdue for blue lights')).text).toMatch(
      /^3 of 6 actions with Fenmarsh Constabulary are overdue/,
    );
  });

  it('is listed by it where a name is not known', async () => {
    const reply = await hears('what is overdue for Rangers');
    expect([reply.text, ...reply.lines].join('\n')).toContain('Blue Lights');
  });
});
