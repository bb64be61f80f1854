import { expect, it } from 'vitest';
import { startConvenor } from '../support/convenor.ts';
import { breakingDown } from '../support/storage-faults.ts';

const ROWS = Array.from({ length: 300 }, (_, at) => `P-${at},Share audit ${at},Police,,Red`);

it('an import during which the storage breaks down is done again, and nothing is there twice', async () => {
  const storage = breakingDown();
  const bot = await startConvenor({
    today: '2022-10-12',
    folder: 'tests/folder/faults/bracken',
    policies: [storage],
  });
  try {
    const shown = await bot.getsFile(bot.person('bm'), {
      name: 'log.csv',
      bytes: ['Ref,Action,By whom,By when,RAG', ...ROWS].join('\n'),
    });
    const load = async () => (await bot.records.partnerships.load('bracken'))?.actions ?? [];
    const before = (await load()).length;
    storage.breaks('before its reply', 'Actions');
    const failed = await shown.press('Import 300 rows');
    expect(failed.lines.join() || failed.text).toMatch(/I can’t tell whether that was saved/);
    storage.mend();
    expect((await load()).length - before).toBeLessThan(300);
    // The lock of what broke down ends by itself, and the preview is shown as it is by then.
    const waits = await shown.press('Import 300 rows');
    expect(waits.text || waits.lines.join()).toMatch(/This one waits|has changed since you looked/);
    const again = async () => {
      const last = bot.personalMessages('bm').at(-1);
      return JSON.stringify(last).includes('Something has changed since you looked');
    };
    await expect.poll(again, { timeout: 90_000, interval: 1_000 }).toBe(true);
    const pressAgain = () =>
      bot.client.sees(bot.person('bm'), bot.personalMessages('bm').at(-1)).press('Import 300 rows');
    // A row of the import that broke down may be saved only now: then it is shown once more.
    const pressed = await pressAgain();
    const isShownAgain = pressed.lines.join().includes('Something has changed since you looked');
    const done = isShownAgain ? await pressAgain() : pressed;
    expect(done.lines.join()).toMatch(/rows imported, \d+ were here already\./);
    const refs = (await load()).map(({ ref }) => ref);
    expect(refs).toHaveLength(before + 300);
    expect(new Set(refs).size).toBe(refs.length);
  } finally {
    await bot.stop();
  }
}, 180_000);
