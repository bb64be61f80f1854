import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../../src/features/index.ts';
import { planUndo, undoImport } from '../../src/folder/undo-import.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const HEADS = 'Ref,Action,By whom,By when,Status';
const log = (...rows: string[]) => ({
  name: 'Action log.csv',
  bytes: [HEADS, ...rows, ''].join('\r\n'),
});
const FIRST = log(
  'U-1,Write to every school,Police,1.12.22,Open',
  'U-2,Ask the heads,Council,1.12.22,Open',
);
const SECOND = log(
  'U-1,Write to every school,Council,15.12.22,Open',
  'U-2,Ask the heads of all schools,Council,1.12.22,Open',
  'U-3,Count the returns,Police,,Open',
  'U-4,Share the returns,Police,,Open',
);

describe('an import that was a mistake', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2022-10-12', folder: 'tests/folder/faults/bracken' });
  });
  afterAll(() => bot.stop());
  const admin = () => bot.person('bm');
  const actionOf = async (ref: string) => (await bot.records.actions.find('bracken', ref))?.action;
  const inWords = ({ text, lines }: { text: string; lines: readonly string[] }) =>
    [text, ...lines].join('\n');

  it('is taken back by whoever made it, but for what somebody changed since', async () => {
    await (await bot.getsFile(admin(), FIRST)).press('Import 2 rows');
    const before = await actionOf('U-1');
    const done = await (await bot.getsFile(admin(), SECOND)).press('Import 4 rows');
    expect(done.buttons).toContain('Undo…');
    const more = await (await bot.hears(admin(), 'U-2')).press('Need more time…');
    await more.press('Confirm', { due: '2023-01-20', reason: 'half of them have answered' });
    const update = await bot.hears(admin(), 'update U-4');
    await update.press('Confirm', { status: 'in progress', reason: 'it has begun' });

    const form = await done.press('Undo…');
    expect(form.lines).toContain(
      '2 rows go back to what they were and 1 row that came with it is removed. Nothing is taken back before you say so.',
    );
    expect(form.lines).toContain('U-4: somebody changed it since');
    expect((await actionOf('U-1'))?.owner).toEqual({ agency: 'BCC' });
    const back = await form.press('Take it back');
    expect(inWords(back)).toContain('Taken back: 2 rows are as they were before');
    expect(await actionOf('U-1')).toEqual(before);
    expect(await actionOf('U-2')).toMatchObject({ title: 'Ask the heads', dueOn: '2023-01-20' });
    expect(await actionOf('U-3')).toBeUndefined();
    expect(await actionOf('U-4')).toMatchObject({ status: 'in progress' });
    const history = (await bot.records.actions.find('bracken', 'U-1'))?.history ?? [];
    expect(history.map(({ type, by }) => [type, by])).toEqual([
      ['imported', 'bm'],
      ['import taken back', 'bm'],
    ]);
    expect(inWords(await done.press('Undo…'))).toMatch(/That import can’t be taken back any more/);
  });

  it('is taken by the next import as if it had never been', async () => {
    const shown = await bot.getsFile(admin(), SECOND);
    expect(shown.lines.join()).toMatch(/action log: 1 new, 2 changed and 1 unchanged\./);
    await shown.press('Cancel');
  });

  it('is found by a command, and by nobody else', async () => {
    await (await bot.getsFile(admin(), log('V-1,Look again,Police,,Open'))).press('Import 1 row');
    expect(inWords(await bot.hears(bot.person('pol'), '/undo-import'))).toMatch(
      /taken back, by an administrator/,
    );
    const asked = await bot.hears(admin(), 'undo the last import');
    expect(asked.text).toBe(
      'Your last file was imported. Shall I undo that? The history keeps both.',
    );
    expect(inWords(await asked.press('Undo'))).toContain('1 row that came with it is removed.');
    const form = await bot.hears(admin(), '/undo-import');
    expect(form.text).toContain('1 row that came with it');
    await form.press('Take it back');
    expect(await actionOf('V-1')).toBeUndefined();
    expect((await bot.hears(admin(), '/undo-import')).text).toMatch(/can’t be taken back any more/);
  });

  it('goes on where it was cut off, and leaves people and marks to people', async () => {
    const people = {
      name: 'contacts.csv',
      bytes:
        'id,display_name,agency,roles,groups,tenant_id,object_id\nnew-nurse,New Nurse,BCC,member,,t-1,o-99\n',
    };
    await (await bot.getsFile(admin(), people)).press('Import 1 row');
    const form = await bot.hears(admin(), '/undo-import');
    expect(form.text).toMatch(/^Nothing of that import can be taken back/);
    expect(form.lines.join()).toMatch(/new-nurse|stays for good/);

    await (await bot.getsFile(admin(), log('W-1,One,Police,,Open', 'W-2,Two,Police,,Open'))).press(
      'Import 2 rows',
    );
    await bot.records.actions.remove('bracken', 'W-1', 'bm');
    const { partnerships: store, stores } = bot.records;
    const parts = { store, stores, featureFiles: folderFiles };
    expect((await planUndo(parts, 'bracken'))?.removed).toEqual([{ kind: 'actions', rows: 1 }]);
    const actor = { by: 'import', at: '2022-10-12T09:00:00.000Z', today: '2022-10-12' as never };
    await undoImport(parts, 'bracken', actor);
    expect(await actionOf('W-2')).toBeUndefined();
    expect(await planUndo(parts, 'bracken')).toBeUndefined();
  });
});
