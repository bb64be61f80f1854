import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { createCalendar } from '../../../src/contract/calendar.ts';
import { UnusableBackup } from '../../../src/storage/backup/backup-line.ts';
import { restoreBackup } from '../../../src/storage/backup/restore-backup.ts';
import { writeBackup } from '../../../src/storage/backup/write-backup.ts';
import type { Records } from '../../../src/storage/records.ts';
import { freshRecords } from '../../support/azurite.ts';
import { type Convenor, startConvenor } from '../../support/convenor.ts';
import { STORY_TIMEOUT_FACTOR } from '../../support/patient-storage.ts';
import { silentLog } from '../../support/silent-log.ts';
import { createTeamsClient, type TeamsClient } from '../../support/teams-client.ts';
import { reader } from '../../support/understanding.ts';

const AT = '2021-03-15T09:00:00Z';
const now = () => new Date(AT);
const QUESTIONS = [
  'what are our priorities',
  'whats overdue for police',
  'tell me about SA-019',
  'when is the next board',
  'list rapid reviews',
  'decisions this year',
];

let bot: Convenor;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'records.backup');
  bot = await startConvenor({ today: '2021-03-15' });
  const form = await bot.hears(bot.person('business-manager'), 'update SA-019');
  await form.press(form.buttons[0] ?? '', { status: 'blocked', reason: 'Waiting for the school' });
  await writeBackup(bot.records.backupTables, file, AT);
});
afterAll(async () => {
  await bot.stop();
  await rm(folder, { recursive: true });
});

describe('a backup', () => {
  it('restored elsewhere answers the same questions with the same answers, and its audit logs are in order', async () => {
    const records = await freshRecords({ now });
    const manifest = await restoreBackup(records.backupTables, file);
    expect(manifest.heads.length).toBeGreaterThan(3);
    const asked = async (client: Pick<TeamsClient, 'say'>) => {
      const answers = [];
      for (const question of QUESTIONS) {
        const { text, lines } = await client.say(bot.person('business-manager'), question);
        answers.push({ question, text, lines });
      }
      return answers;
    };
    const restored = await over(records);
    expect(await asked(restored.client)).toEqual(await asked(bot.client));
    await restored.stop();
    expect((await records.auditLog.verify(manifest.heads)).flatMap(({ faults }) => faults)).toEqual(
      [],
    );
  });

  it('goes on from where it ended: what is written after it follows what was before', async () => {
    const records = await freshRecords({ now });
    await restoreBackup(records.backupTables, file);
    await records.vocabulary.change('sandwell', {
      words: 'the dads work',
      to: { kind: 'group', id: 'BOARD' },
      by: 'manager',
    });
    expect((await records.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('is refused by a storage in which there is something', async () => {
    await expect(restoreBackup(bot.records.backupTables, file)).rejects.toThrow(
      'There is something in this storage already',
    );
  });
});

describe('a file that is not a whole backup is refused, and nothing of it is written:', () => {
  const damaged: readonly [what: string, said: RegExp, make: (whole: Buffer) => Buffer][] = [
    ['an empty file', /damaged or cut off|not a backup/, () => Buffer.alloc(0)],
    ['a text', /damaged or cut off/, () => Buffer.from('ref,title\nSA-001,Something\n')],
    ['another compressed file', /not a backup/, () => gzipSync('{"kind":"something else"}\n{}\n')],
    ['one that was cut off', /damaged or cut off/, (whole) => whole.subarray(0, whole.length / 2)],
    [
      'one without its last line',
      /has no end/,
      (whole) => repacked(whole, (lines) => lines.slice(0, -1)),
    ],
    [
      'one without a row',
      /damaged or changed/,
      (whole) => repacked(whole, (lines) => lines.toSpliced(5, 1)),
    ],
    [
      'one with a row changed',
      /damaged or changed/,
      (whole) => repacked(whole, (lines) => lines.with(9, changed(lines[9]))),
    ],
    [
      'one with a byte changed',
      /damaged|cut off|cannot be read/,
      (whole) => whole.fill(whole[900] === 7 ? 8 : 7, 900, 901),
    ],
    [
      'one of another version, with tables that are not known here',
      /not known here|damaged or changed/,
      (whole) =>
        repacked(whole, (lines) =>
          lines.map((line) => line.replace('"table":"records"', '"table":"dreams"')),
        ),
    ],
  ];

  it.each(damaged)('%s', async (_, said, make) => {
    const records = await freshRecords({ now });
    const bad = join(folder, 'bad.backup');
    await writeFile(bad, make(await readFile(file)));
    const refusal = await restoreBackup(records.backupTables, bad).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnusableBackup);
    expect((refusal as Error).message).toMatch(said);
    expect(await records.backupTables.isEmpty()).toBe(true);
  });
});

describe('a backup that somebody changed, with all its sums made right again, is refused:', () => {
  const forged: readonly [what: string, said: RegExp, change: (rows: Line[]) => Line[]][] = [
    [
      'one with a word changed in a record',
      /does not verify[\s\S]*sandwell[\s\S]*was altered/,
      (rows) => rows.map((each) => (isAction(each, 'SA-019') ? withTitle(each) : each)),
    ],
    [
      'one without a record',
      /does not verify[\s\S]*a row was removed/,
      (rows) => rows.filter((each) => !isAction(each, 'SA-019')),
    ],
    [
      'one whose records have no audit log any more',
      /does not verify[\s\S]*was added: no entry speaks of it/,
      (rows) => rows.filter(({ table, row }) => table !== 'actions' || row.rowKey < 'z'),
    ],
    [
      'one with a character that no file can carry, where no log speaks of it',
      /holds characters that no file can carry/,
      (rows) =>
        rows.map(({ table, row }) => ({
          table,
          row: table === 'lookup' ? { ...row, note: 'a\u0000' } : row,
        })),
    ],
    [
      'one with a row twice, where no log speaks of it',
      /rows of lookup .* twice/,
      (rows) => rows.flatMap((each) => (each.table === 'lookup' ? [each, each] : [each])),
    ],
    [
      'one with a partition twice, whose log verifies both times',
      /rows of actions sandwell.* twice/,
      (rows) => [...rows, ...rows.filter(({ table }) => table === 'actions')],
    ],
    [
      'one with rows in another order',
      /does not verify/,
      (rows) => {
        const actions = rows.filter(({ table }) => table === 'actions').reverse();
        return rows.map((each) => (each.table === 'actions' ? (actions.shift() as Line) : each));
      },
    ],
    [
      'one whose log ends earlier than its records',
      /does not verify/,
      (rows) => {
        const entries = rows.filter(({ table, row }) => table === 'actions' && row.rowKey >= 'z');
        return rows.filter((each) => each !== entries.at(-2));
      },
    ],
  ];

  it.each(forged)('%s', async (_, said, change) => {
    const records = await freshRecords({ now });
    const bad = join(folder, 'forged.backup');
    await writeFile(bad, forge(await readFile(file), change));
    await expect(restoreBackup(records.backupTables, bad)).rejects.toThrow(said);
    expect(await records.backupTables.isEmpty()).toBe(true);
  });

  it('one that says nothing of the end of a log', async () => {
    const records = await freshRecords({ now });
    const bad = join(folder, 'forged.backup');
    const whole = repacked(await readFile(file), (lines) => {
      const manifest = JSON.parse(lines.at(-1) ?? '');
      const heads = manifest.heads.slice(1);
      return lines.with(-1, JSON.stringify({ ...manifest, heads }));
    });
    await writeFile(bad, whole);
    await expect(restoreBackup(records.backupTables, bad)).rejects.toThrow(
      /audit logs in the backup do not end where its manifest says/,
    );
    expect(await records.backupTables.isEmpty()).toBe(true);
  });

  it('one that unpacks without end', async () => {
    const records = await freshRecords({ now });
    const bad = join(folder, 'forged.backup');
    for (const bytes of [Buffer.alloc(20_000_000, '\n'), Buffer.alloc(20_000_000, 'a')]) {
      await writeFile(bad, gzipSync(bytes));
      await expect(restoreBackup(records.backupTables, bad)).rejects.toThrow(/not a backup/);
    }
  });

  it('one that verifies by itself, but is not the one that was noted elsewhere', async () => {
    const records = await freshRecords({ now });
    const { digest } = await writeBackup(bot.records.backupTables, join(folder, 'noted'), AT);
    const bad = join(folder, 'forged.backup');
    const letSomebodyIn = (rows: Line[]) =>
      rows.map((each) =>
        each.table === 'lookup' ? { ...each, row: { ...each.row, partnership: 'another' } } : each,
      );
    await writeFile(bad, forge(await readFile(file), letSomebodyIn));
    await expect(restoreBackup(records.backupTables, bad, { anchored: [digest] })).rejects.toThrow(
      /none of those that were noted when they were made/,
    );
    expect(await records.backupTables.isEmpty()).toBe(true);
    await restoreBackup(records.backupTables, join(folder, 'noted'), { anchored: [digest] });
  });

  it('unless somebody says that its faults are known', async () => {
    const records = await freshRecords({ now });
    const bad = join(folder, 'forged.backup');
    const change = (rows: Line[]) =>
      rows.map((each) => (isAction(each, 'SA-019') ? withTitle(each) : each));
    const whole = forge(await readFile(file), change, 1);
    await writeFile(bad, whole);
    await restoreBackup(records.backupTables, bad, { acceptFaults: true });
    expect(await records.backupTables.isEmpty()).toBe(false);
  });
});

interface Line {
  readonly table: string;
  readonly row: { readonly rowKey: string; readonly [column: string]: string };
}
const isAction = ({ table, row }: Line, ref: string) =>
  table === 'actions' && row.rowKey === `a|${ref}|`;
const withTitle = ({ table, row }: Line): Line => ({ table, row: { ...row, title: 'Another' } });

/** A backup with other rows that says of itself what is true of it. */
function forge(whole: Buffer, change: (rows: Line[]) => Line[], faults = 0): Buffer {
  const [header = '', ...lines] = gunzipSync(whole).toString().split('\n').slice(0, -1);
  const manifest = JSON.parse(lines.pop() ?? '');
  const rows = change(lines.map((line) => JSON.parse(line)));
  const counts = Object.fromEntries(Object.keys(manifest.rows).map((table) => [table, 0]));
  for (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1;
  const kept = [header, ...rows.map((each) => JSON.stringify(each))];
  const digest = createHash('sha256')
    .update(`${kept.join('\n')}\n`)
    .digest('base64url');
  const heads = manifest.heads.map((head: { partition: string; faults: number }) =>
    head.partition.endsWith('actions') ? { ...head, faults } : head,
  );
  return gzipSync(`${[...kept, JSON.stringify({ rows: counts, heads, digest })].join('\n')}\n`);
}

const changed = (line = '') => line.replace(/"rowKey":"/, '"rowKey":"x');

function repacked(whole: Buffer, change: (lines: string[]) => string[]): Buffer {
  const lines = gunzipSync(whole).toString().split('\n').slice(0, -1);
  return gzipSync(`${change(lines).join('\n')}\n`);
}

/** A bot over other records, before the same Teams. */
async function over(records: Records): Promise<{ client: TeamsClient; stop: () => Promise<void> }> {
  const ports = { ...records, calendar: createCalendar(now) };
  const config = parseConfig({ MODE: 'local', PLAYGROUND: 'off' });
  const server = createApp(config, {
    ports,
    reader,
    timeoutFactor: STORY_TIMEOUT_FACTOR,
    ready: records.ping,
    log: silentLog,
  });
  const client = createTeamsClient(await server.listen(0, '127.0.0.1'), bot.teams);
  return { client, stop: server.close };
}
