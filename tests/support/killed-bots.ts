import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { day } from '../../src/domain/dates.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { createRecords } from '../../src/storage/records.ts';
import { readFolder } from './a-folder.ts';
import { startFakeTeams } from './fake-teams.ts';
import { patientStorage } from './patient-storage.ts';
import {
  collectEffects,
  differentPresses,
  isAskedAgain,
  type Press,
  type Stage,
} from './repeated-presses.ts';
import { dice } from './seeded.ts';
import { createTeamsClient, type TeamsClient } from './teams-client.ts';

const HOME = 'sandwell';
const NOW = '2021-03-15T09:00:00Z';
const PRESSES_AT_ONCE = 8;
/** So long a bot works at most after its first answer. */
const MAX_LIFE_MS = 1_000;

/** What was seen of bots that were killed while they worked. */
export interface Killed {
  readonly kills: number;
  readonly pressed: number;
  /** Presses that were answered, and not with the request to try again. */
  readonly acknowledged: number;
  /** Acknowledged presses without an effect, with what they were told: none may be lost. */
  readonly lost: readonly string[];
  /** Presses with more than one effect, although all that were cut off were delivered again to the next bot. */
  readonly doubled: number;
  /** Presses that were cut off or asked for again, and so delivered to the next bot. */
  readonly cutOff: number;
  /** What is wrong with the audit logs; a change of which only a part went in would be here. */
  readonly faults: readonly string[];
}

interface Acknowledged {
  readonly press: Press;
  /** The answer, in JSON. */
  readonly told: string;
}

/** Kills a bot with SIGKILL at so many moments under load; each time another one takes over and gets again what was cut off. */
export async function killBots(
  kills: number,
  connectionString: string,
  prefix: string,
): Promise<Killed> {
  const now = () => new Date(NOW);
  const records = createRecords({
    connection: { connectionString },
    tablePrefix: prefix,
    now,
    policies: [patientStorage],
  });
  await records.prepare();
  const read = await readFolder('samples/sandwell');
  await importFolder(read, records.partnerships);
  const teams = await startFakeTeams();
  const stage = await findStage(records, read.records?.people ?? []);
  const roll = dice(kills);
  const acknowledged: Acknowledged[] = [];
  const all: Press[] = [];
  let again: Press[] = [];
  let cutOff = 0;
  for (let kill = 0; kill <= kills; kill += 1) {
    const bot = await startBotProcess(connectionString, prefix);
    const client = createTeamsClient(bot.url, teams);
    const isLast = kill === kills;
    const presses = isLast ? [] : differentPresses(60, stage);
    all.push(...presses);
    const before = acknowledged.length;
    const working = work([...again, ...presses], client, acknowledged);
    if (!isLast) {
      while (acknowledged.length === before) await after(5); // it is at work
      await after(roll(MAX_LIFE_MS));
      bot.child.kill('SIGKILL');
    }
    again = await working;
    cutOff += again.length;
    if (isLast) bot.child.kill('SIGKILL');
    await bot.ended;
  }
  await teams.close();
  const effects = await collectEffects(records, all);
  return {
    kills,
    pressed: all.length,
    acknowledged: acknowledged.length,
    lost: acknowledged
      .filter(({ press }) => effects.get(press.operation) === 0)
      .map(({ press, told }) => `${press.data.verb}: ${told}`),
    doubled: [...effects.values()].filter((count) => count > 1).length,
    cutOff,
    faults: (await records.auditLog.verify()).flatMap(({ faults }) =>
      faults.map(({ what }) => what),
    ),
  };
}

async function findStage(
  records: ReturnType<typeof createRecords>,
  people: readonly Person[],
): Promise<Stage> {
  const somebody = (id: string) => {
    const {
      displayName = '',
      tenantId = '',
      objectId = '',
    } = people.find((person) => person.id === id) ?? {};
    return { name: displayName, tenantId, objectId };
  };
  const meeting = (await records.meetings.findNext(HOME, 'BOARD', day('2021-03-15')))?.id ?? '';
  return {
    administrator: somebody('business-manager'),
    chair: somebody('partnership-chair'),
    open: [],
    group: 'BOARD',
    meeting,
  };
}

interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly objectId: string;
}

/** Sends presses, some at once, until all are sent or the bot is gone; answers those that are to be delivered again. */
async function work(
  presses: readonly Press[],
  client: TeamsClient,
  acknowledged: Acknowledged[],
): Promise<Press[]> {
  const cutOff: Press[] = [];
  const left = presses[Symbol.iterator]();
  let isGone = false;
  const worker = async () => {
    for (const press of left) {
      const { verb, ...data } = press.data;
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const parts = { type: 'invoke', name: 'adaptiveCard/action', value };
      try {
        const { status, body } = await client.post(client.activity(press.by, 'personal', parts));
        if (status === 200 && !isAskedAgain(body))
          acknowledged.push({ press, told: JSON.stringify(body) });
        else cutOff.push(press);
      } catch {
        isGone = true;
        cutOff.push(press);
      }
      if (isGone) return;
    }
  };
  await Promise.all(Array.from({ length: PRESSES_AT_ONCE }, worker));
  return cutOff;
}

async function startBotProcess(storage: string, prefix: string): Promise<BotProcess> {
  const entry = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
  const env = { ...process.env, STORAGE: storage, PREFIX: prefix, NOW };
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  if (!String(said).startsWith('http')) throw new Error('The bot could not be started');
  return { child, url: String(said).trim(), ended };
}

interface BotProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<unknown>;
}
