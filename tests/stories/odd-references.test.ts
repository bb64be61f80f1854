import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const FOLDER = 'tests/folder/faults/a22-refs';
/** What is refused of it: “none”, and a reference of 101 letters. */
const REFUSED = /^(none|x{101}),/;
const MORE = ['BR‑007,With a no-break hyphen', 'br 009,With a space'];

async function start(): Promise<Convenor> {
  const folder = await emptyFolder();
  await cp(FOLDER, folder, { recursive: true });
  const path = join(folder, 'actions.csv');
  const rows = (await readFile(path, 'utf8')).split('\n').filter((row) => !REFUSED.test(row));
  const more = MORE.map((row) => `${row},meeting,EXEC-1,BCON,,,2022-04-20,2022-11-01,open,,,`);
  await writeFile(path, [...rows.filter(Boolean), ...more, ''].join('\n'));
  const bot = await startConvenor({ today: '2022-10-12', folder });
  onTestFinished(() => bot.stop());
  return bot;
}

describe('a reference of any spelling', () => {
  it('is found however it is typed', async () => {
    const bot = await start();
    for (const [ref, spellings] of Object.entries({
      'SCP#12': ['SCP#12', 'scp 12', 'scp12', 'show me SCP-012'],
      '5(a)': ['5(a)', 'action 5(a)', 'show me 5(A)'],
      'br 009': ['br 009', 'BR-9', 'br009'],
      'BR‑007': ['BR‑007', 'br-007', 'BR 7'],
      'A\\1': ['A\\1'],
      'Réf-1': ['Réf-1', 'ref 1'],
      'Action 3': ['action 3'],
      '01/22': ['action 01/22'],
      '1': ['action 1'],
      '1.1': ['action 1.1'],
      '1.10': ['action 1.10'],
    }))
      for (const typed of spellings) {
        const { text } = await bot.hears(bot.person('bm'), typed);
        expect([typed, text.slice(0, ref.length + 2)]).toEqual([typed, `${ref} “`]);
      }
  });

  it('can be changed by it', async () => {
    const bot = await start();
    const { text } = await bot.hears(bot.person('bm'), 'scp#12 is in progress');
    expect(text).toMatch(/^Update SCP#12\?/);
  });
});
