import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { folderFiles } from '../../src/features/index.ts';
import { formatReport } from '../../src/folder/format-report.ts';
import { type ImportReport, importFolder } from '../../src/folder/import-folder.ts';
import { keptFiles } from '../../src/folder/kept-files.ts';
import type { Records } from '../../src/storage/records.ts';
import {
  exportFolder,
  readFolder,
  SAMPLE,
  SMALL,
  sampleWith,
  smallWith,
  writeFolder,
} from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';
import { countingWrites, dyingAfter } from '../support/storage-faults.ts';

const today = day('2021-03-15');
const someone = {
  from: {
    tenantId: '00000000-0000-0000-0000-0000000000001',
    objectId: '00000000-0000-0000-0000-0000000000024',
  },
  place: { kind: 'personal', conversationId: 'chat' } as const,
};
const writtenIn = ({ files }: ImportReport) => files.reduce((sum, { written }) => sum + written, 0);

/** Everything that a folder brings: what the core has, and the records of each feature under its file. */
async function loadAll({ partnerships }: Records, id: string) {
  const lists = [...folderFiles, ...keptFiles(folderFiles)].map(async ({ name, store }) => [
    name,
    store && (await partnerships.list(id, store)),
  ]);
  return { ...(await partnerships.load(id)), ...Object.fromEntries(await Promise.all(lists)) };
}

describe('importing', () => {
  it('stores a whole folder, which people from its tenants then speak with', async () => {
    const records = await freshRecords();
    expect(
      await records.directories.findForConversation(someone.from, someone.place),
    ).toBeUndefined();
    const progress: [done: number, total: number][] = [];
    const onProgress = (done: number, total: number) => progress.push([done, total]);
    const report = await importFolder(await readFolder(SAMPLE), records.partnerships, {
      onProgress,
    });
    expect(progress.at(-1)).toEqual([592, 592]);
    expect(report).toMatchObject({ partnership: 'sandwell', stored: true, faults: [] });
    expect(report.files.find(({ file }) => file === 'actions.csv')).toEqual({
      file: 'actions.csv',
      read: 113,
      written: 113,
      unchanged: 0,
      refused: 0,
    });
    const directory = (await records.directories.findForConversation(someone.from, someone.place))
      ?.directory;
    expect(directory?.partnership.shortName).toBe('SCSP');
    expect(directory?.reviewRefs.at(-1)).toBe('RR-2021-01');
    expect(await records.actions.list('sandwell', { agency: 'WMP' }, today)).toHaveLength(14);
    expect(
      (await records.meetings.findNext('sandwell', 'BOARD', today))?.startsAt.slice(0, 10),
    ).toBe('2021-05-12');
  });

  it('again changes nothing', async () => {
    const records = await freshRecords();
    const read = await readFolder(SAMPLE);
    await importFolder(read, records.partnerships);
    const before = (await records.directories.findForConversation(someone.from, someone.place))
      ?.directory;
    const again = await importFolder(read, records.partnerships);
    expect(writtenIn(again)).toBe(0);
    expect(again.files.length).toBeGreaterThan(8);
    expect(again.files.filter(({ read, unchanged }) => read !== unchanged)).toEqual([]);
    expect(
      (await records.directories.findForConversation(someone.from, someone.place))?.directory
        .version,
    ).toBe(before?.version);
    expect((await records.actions.find('sandwell', 'SA-019'))?.history).toEqual([]);
    expect(formatReport(again)).toContain('Nothing has changed: sandwell already has all of it.');
  });

  it('of a changed folder writes only what differs, seen at once, and keeps what changed in the history', async () => {
    const records = await freshRecords();
    await importFolder(await readFolder(SAMPLE), records.partnerships);
    await records.directories.findForConversation(someone.from, someone.place);
    const renamed = await sampleWith(
      'agencies.csv',
      'West Midlands Police',
      'Police of the West Midlands',
    );
    expect(writtenIn(await importFolder(await readFolder(renamed), records.partnerships))).toBe(1);
    const directory = (await records.directories.findForConversation(someone.from, someone.place))
      ?.directory;
    expect(directory?.agencies.find(({ id }) => id === 'WMP')?.name).toBe(
      'Police of the West Midlands',
    );
    const moved = await sampleWith('actions.csv', 'SA-002,All partners', 'SA-002,All our partners');
    await importFolder(await readFolder(moved), records.partnerships);
    const action = await records.actions.find('sandwell', 'SA-002');
    expect(action?.action.title).toMatch(/^All our partners/);
    expect(action?.history).toMatchObject([{ by: 'import', type: 'imported' }]);
  });

  it('moves a meeting that was given another time', async () => {
    const records = await freshRecords();
    await importFolder(await readFolder(SAMPLE), records.partnerships);
    const moved = await sampleWith(
      'meetings.csv',
      '2021-05-12T14:00,120,scheduled',
      '2021-06-16T10:00,120,scheduled',
    );
    await importFolder(await readFolder(moved), records.partnerships);
    expect((await records.meetings.findNext('sandwell', 'BOARD', today))?.startsAt).toBe(
      '2021-06-16T10:00',
    );
  });
});

describe('a row that is gone from the folder', () => {
  it('stays stored, and the report says whose', async () => {
    const records = await freshRecords();
    await importFolder(await readFolder(SAMPLE), records.partnerships);
    const folder = await sampleWith('people.csv', 'lay-member,Lay Member', 'new-member,New Member');
    const report = await importFolder(await readFolder(folder), records.partnerships, {
      acceptPartial: true,
    });
    expect(formatReport(report)).toContain(
      'people.csv: 1 stored record is not in this folder, and was kept: lay-member',
    );
  });
});

describe('a folder with a bad row', () => {
  const bad = () => smallWith({ 'actions.csv': 'ref,title,status\nA-1,One,open\nA-2,,open\n' });

  it('is not stored at all', async () => {
    const records = await freshRecords();
    const report = await importFolder(await readFolder(await bad()), records.partnerships);
    expect(report).toMatchObject({ stored: false, partnership: 'dale' });
    expect(await records.partnerships.ids()).toEqual([]);
    expect(await records.partnerships.load('dale')).toBeUndefined();
    expect(formatReport(report)).toContain('actions.csv:3 title: is empty');
    expect(formatReport(report)).toContain('--accept-partial');
  });

  it('lists once what may name a child, by file, line and column', async () => {
    const records = await freshRecords();
    const unsure = 'ref,title,status\nA-1,We failed Shanice,open\nA-2,About Suleyk,open\n';
    const folder = await smallWith({ 'actions.csv': unsure });
    const report = await importFolder(await readFolder(folder), records.partnerships);
    const said = formatReport(report);
    expect(said).toContain(
      'What stands here may name a child, or tell who one is. Leave that out; or, if you have looked and it names no child, import again with --names-no-child:\n  actions.csv:2 title\n  actions.csv:3 title\n',
    );
    expect(said.match(/--names-no-child/g)).toHaveLength(1);
    expect(said).not.toMatch(/Shanice|Suleyk|Refused/);
  });

  it('is stored without it when a part is accepted', async () => {
    const records = await freshRecords();
    const report = await importFolder(await readFolder(await bad()), records.partnerships, {
      acceptPartial: true,
    });
    expect(report.stored).toBe(true);
    expect(report.files.at(-1)).toEqual({
      file: 'actions.csv',
      read: 2,
      written: 1,
      unchanged: 0,
      refused: 1,
    });
    expect((await records.actions.all('dale')).map(({ action }) => action.ref)).toEqual(['A-1']);
  });

  it('is not stored even then when a whole file cannot be read', async () => {
    const records = await freshRecords();
    const folder = await smallWith({ 'actions.csv': '' });
    const report = await importFolder(await readFolder(folder), records.partnerships, {
      acceptPartial: true,
    });
    expect(report.stored).toBe(false);
    expect(await records.partnerships.ids()).toEqual([]);
  });
});

describe('an import that is cut off', () => {
  it('leaves a partnership that nobody can see, whenever it happens, and the next one mends it', async () => {
    const read = await readFolder(SAMPLE);
    const counting = countingWrites();
    await importFolder(read, (await freshRecords({ policies: [counting] })).partnerships);
    for (let writes = 0; writes < counting.writes(); writes += 1) {
      const tablePrefix = freshPrefix();
      const whole = await freshRecords({ tablePrefix });
      const cut = await freshRecords({ tablePrefix, policies: [dyingAfter(writes)] });
      await expect(importFolder(read, cut.partnerships)).rejects.toThrow('Cut off');
      expect(await whole.partnerships.isComplete('sandwell')).toBe(false);
      expect(
        await whole.directories.findForConversation(someone.from, someone.place),
      ).toBeUndefined();
      await importFolder(read, whole.partnerships);
      expect(await whole.partnerships.isComplete('sandwell')).toBe(true);
      expect(await loadAll(whole, 'sandwell')).toEqual(read.records);
      expect((await whole.actions.tallies('sandwell')).all).toEqual({ open: 82, closed: 31 });
    }
  });

  it('of a later change is still seen by everybody once it is repeated', async () => {
    const tablePrefix = freshPrefix();
    const whole = await freshRecords({ tablePrefix });
    await importFolder(await readFolder(SAMPLE), whole.partnerships);
    await whole.directories.findForConversation(someone.from, someone.place);
    const renamed = await readFolder(
      await sampleWith('agencies.csv', 'West Midlands Police', 'Police'),
    );
    const cut = await freshRecords({ tablePrefix, policies: [dyingAfter(2)] });
    await expect(importFolder(renamed, cut.partnerships)).rejects.toThrow('Cut off');
    expect(await whole.partnerships.isComplete('sandwell')).toBe(false);
    await importFolder(renamed, whole.partnerships);
    const directory = (await whole.directories.findForConversation(someone.from, someone.place))
      ?.directory;
    expect(directory?.agencies.find(({ id }) => id === 'WMP')?.name).toBe('Police');
  });
});

describe('exporting', () => {
  it('writes the files that were imported, row for row, and importing them changes nothing', async () => {
    const records = await freshRecords();
    await importFolder(await readFolder(SAMPLE), records.partnerships);
    const folder = await emptyFolder();
    await exportFolder(records.partnerships, 'sandwell', folder);
    const files = (await readdir(SAMPLE)).filter((file) => file.endsWith('.csv'));
    expect(files.length).toBeGreaterThanOrEqual(10);
    for (const file of files) {
      const rows = async (path: string) => parse(await readFile(join(path, file)), { bom: true });
      expect(await rows(folder), file).toEqual(await rows(SAMPLE));
    }
    const settings = async (path: string) =>
      JSON.parse(await readFile(join(path, 'partnership.json'), 'utf8'));
    expect(await settings(folder)).toEqual(await settings(SAMPLE));
    expect(writtenIn(await importFolder(await readFolder(folder), records.partnerships))).toBe(0);
  });

  it('keeps text from being run as a formula by a spreadsheet, and reads it back as it was', async () => {
    const records = await freshRecords();
    const title = '=HYPERLINK("http://example.org")';
    const folder = await smallWith({
      'actions.csv': `ref,title,status,notes\nA-1,"${title.replaceAll('"', '""')}",open,- first\n`,
    });
    await importFolder(await readFolder(folder), records.partnerships);
    const out = await emptyFolder();
    await exportFolder(records.partnerships, 'dale', out);
    expect(await readFile(join(out, 'actions.csv'), 'utf8')).toContain(`"'=HYPERLINK(`);
    const [action] = (await readFolder(out)).records?.actions ?? [];
    expect(action).toMatchObject({ title, notes: '- first' });
  });

  it('keeps the verification of an action, in columns of its own', async () => {
    const records = await freshRecords();
    const folder = await writeFolder({
      ...SMALL,
      'people.csv':
        'id,display_name,roles,tenant_id,object_id\nscrutineer,Scrutineer,scrutineer,t,o\n',
      'actions.csv':
        'ref,title,status,verified_by,verified_on\nA-1,One,complete,scrutineer,2021-03-01\n',
    });
    const read = await readFolder(folder);
    await importFolder(read, records.partnerships);
    const out = await emptyFolder();
    await exportFolder(records.partnerships, 'dale', out);
    expect((await readFolder(out)).records).toEqual(read.records);
  });

  it('of a partnership that is not stored writes nothing', async () => {
    const records = await freshRecords();
    expect(
      await exportFolder(records.partnerships, 'nowhere', await emptyFolder()),
    ).toBeUndefined();
  });
});
