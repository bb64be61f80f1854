import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLE_KINDS, type RoleKind } from '../../src/domain/access.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { readFolder } from './a-folder.ts';
import { type Convenor, type ConvenorOptions, startConvenor } from './convenor.ts';
import type { Speaker } from './teams-client.ts';

export const HOME = 'sandwell';
export const FOREIGN = 'fenmarsh';

/**
 * Whose a record is, seen from whoever presses: everybody of the matrix is of this agency, which decides on rapid reviews,
 * and its group chair chairs this group, which handles them. Nobody of the matrix sits in a group.
 */
export const OWN = { agency: 'SMBC', group: 'CEB' };
export const OTHER = { agency: 'PH', group: 'LD' };

const TENANT = '00000000-0000-0000-0000-0000000000001';
const FOREIGN_TENANT = '00000000-0000-0000-0000-0000000000002';

/** Two partnerships of two tenants, and in the first somebody with each kind of role and no other. */
export interface AccessScene {
  readonly bot: Convenor;
  /** By the kind of their role; their ids are `matrix-ROLE`. */
  readonly people: Readonly<Record<RoleKind, Speaker>>;
  /** Those of the other partnership who may most. */
  readonly foreigners: readonly Person[];
  /** Somebody of a tenant that belongs to nobody here. */
  readonly nobody: Speaker;
  stop(): Promise<void>;
}

export async function startAccessScene(
  today: string,
  options: Pick<ConvenorOptions, 'policies'> = {},
): Promise<AccessScene> {
  const folder = await mkdtemp(join(tmpdir(), 'convenor-access-'));
  const [home, foreign] = [join(folder, HOME), join(folder, FOREIGN)];
  await Promise.all([
    cp('samples/sandwell', home, { recursive: true }),
    cp('samples/fenmarsh', foreign, { recursive: true }),
  ]);
  await appendFile(
    join(home, 'people.csv'),
    ROLE_KINDS.map((kind, at) => `${roleRow(kind, at)}\n`).join(''),
  );
  const settings = join(home, 'partnership.json');
  await writeFile(
    settings,
    (await readFile(settings, 'utf8')).replace(
      '"rapid_review_group": "RRP"',
      `"rapid_review_group": "${OWN.group}"`,
    ),
  );
  const theirs = join(foreign, 'people.csv');
  await writeFile(theirs, (await readFile(theirs, 'utf8')).replaceAll(TENANT, FOREIGN_TENANT));

  const bot = await startConvenor({ ...options, today, folder: home, isNew: true });
  const read = await readFolder(foreign);
  const { stored } = await importFolder(read, bot.records.partnerships);
  if (!read.records || !stored)
    throw new Error(`${foreign} cannot be imported: ${JSON.stringify(read.faults)}`);
  const mighty = ['administrator', 'chair', 'partner-lead'] as const;
  const foreigners = mighty.map(
    (role) => read.records?.people.find(({ roles }) => roles.includes(role)) as Person,
  );
  const people = Object.fromEntries(ROLE_KINDS.map((kind) => [kind, bot.person(`matrix-${kind}`)]));
  return {
    bot,
    people: people as Record<RoleKind, Speaker>,
    foreigners,
    nobody: { name: 'Nobody', tenantId: 'a-tenant-of-nobody', objectId: 'nobody' },
    async stop() {
      await bot.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function roleRow(kind: RoleKind, at: number): string {
  const role = kind === 'group-chair' ? `chair:${OWN.group}` : kind;
  const objectId = `00000000-0000-0000-0000-00000000009${String(at).padStart(2, '0')}`;
  return `matrix-${kind},Matrix ${kind},${OWN.agency},${role},,${TENANT},${objectId},invented`;
}

/** Lines of refusals, and where somebody can be reached, are written by being heard at all. */
const BY_BEING_HEARD = ['refusals', 'conversations'];

/** Every row of every table as one text each, by its key; without those of the other partnership. */
export async function everythingKept({ records }: Convenor): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for await (const { table, rows } of records.backupTables.partitions()) {
    if (BY_BEING_HEARD.includes(table)) continue;
    for (const row of rows) {
      if (row.partitionKey.startsWith(FOREIGN)) continue;
      kept.set(`${table} ${row.partitionKey} ${row.rowKey}`, JSON.stringify(row));
    }
  }
  return kept;
}

/** The rows that are not what they were, each with its key and as it is now. */
export function changedRows(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key} ${after.get(key) ?? 'gone'}`);
}
