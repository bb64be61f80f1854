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
