import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingValues } from '../../src/contract/notice-settings.ts';
import { DEFAULT_RETENTION_RULES } from '../../src/domain/retention.ts';
import { folderFiles, noticeSettings, retainedStores } from '../../src/features/index.ts';
import { allFiles } from '../../src/folder/all-files.ts';
import { fromNoticeSettings } from '../../src/folder/notice-settings-file.ts';

const FOLDER = 'docs/partnership-folder.md';
const RETENTION = 'docs/decisions/0017-backup-retention-erasure.md';

/** The second cell of the row of a table that begins with these words. */
const rowOf = (page: string, words: string): string =>
  readFileSync(page, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${words} |`) || line.startsWith(`| ${words}: `)) ?? '';

test.each(allFiles(folderFiles))(`${FOLDER} names the columns of the file “$name”`, (file) => {
  const words = rowOf(FOLDER, `${file.name}.csv`).match(/[a-z_]+/g) ?? [];
  expect(words).toEqual(expect.arrayContaining([...file.columns]));
});

const STORE = /\bstore(?:<[^>]*>)?\(\{\s*kind: '([^']+)'/g;

test(`every store that is declared is in a folder, or in the list of ${FOLDER} with the reason why not`, () => {
  const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'));
  const declared = sources.flatMap((source) => [...source.matchAll(STORE)].map(([, kind]) => kind));
  const files = allFiles(folderFiles);
  const written = files.flatMap(({ store }) => store?.kind ?? []);
  // These have files of the core: of a meeting, and what is made of an imported review.
  const inCore = ['meeting'];
  const page = readFileSync(FOLDER, 'utf8');
  const [, table = ''] = page.split(/^In no folder is|^Nor are/m);
  const leftOut = [...table.matchAll(/^\| ([a-z, -]+) \| .{20,} \|$/gm)].flatMap(([, kinds = '']) =>
    kinds.split(', '),
  );
  expect(declared.length).toBeGreaterThan(15);
  expect([...new Set([...written, ...inCore, ...leftOut])].sort()).toEqual(
    [...new Set([...declared, 'history'])].sort(),
  );
});

test(`who hears of what when is usually as ${FOLDER} has it`, () => {
  const rows = readFileSync(FOLDER, 'utf8').matchAll(/^\| ([a-z_, ]+) \| (`.+`) \|/gm);
  const usual = [...rows].flatMap(([, keys = '', values = '']) => {
    const presets = [...values.matchAll(/`([^`]+)`/g)].map(([, json = '']) => JSON.parse(json));
    return keys.split(', ').map((key, at) => [key, presets[at]]);
  });
  expect(Object.fromEntries(usual)).toEqual(fromNoticeSettings(settingValues(noticeSettings)));
});

test.each([...DEFAULT_RETENTION_RULES, ...retainedStores.map(({ rule }) => rule)])(
  `${RETENTION} says how long a record of the kind “$kind” is kept`,
  ({ kind, months }) => {
    expect(rowOf(RETENTION, kind)).toContain(`${months / 12} years`);
  },
);
