import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import type { Action } from '../../src/domain/action.ts';
import { day } from '../../src/domain/dates.ts';
import { type Delivery, isOver } from '../../src/domain/notices/delivery.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { createRecords, type Records } from '../../src/storage/records.ts';
import { readFolder } from './a-folder.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { patientStorage, STORY_TIMEOUT_FACTOR } from './patient-storage.ts';
import { type RoundRobin, startRoundRobin } from './round-robin.ts';
import {
  createTeamsClient,
  personalConversation,
  type Speaker,
  type TeamsClient,
} from './teams-client.ts';

export interface ThreeInstancesOptions {
  readonly connectionString: string;
  readonly tablePrefix: string;
  /** So many people own an action that is due today. */
  readonly owed: number;
}

/** Three instances of Convenor over one storage, each with its own caches and workers, behind a round-robin. */
export interface ThreeInstances {
  /** Comes in through the round-robin: each request at another instance. */
  readonly client: TeamsClient;
  readonly teams: FakeTeams;
  /** Of nobody's instance: to look with. */
  readonly records: Records;
  readonly balancer: RoundRobin;
  /** Who is owed a notice. */
  readonly crowd: readonly Person[];
  person(id: string): Speaker;
  /** All three begin to sweep and to deliver at the same moment. */
  speakUp(): void;
  /** The deliveries of the day, once nothing more will come of any. */
  whenTold(): Promise<Delivery[]>;
  stop(): Promise<void>;
}

/** The board meets at two; everybody's action is due on that day. */
export const BOARD_DAY = day('2021-05-12');
const NOW = new Date('2021-05-12T13:00:00Z');
const AT_ONCE = 16;

export async function startThreeInstances(options: ThreeInstancesOptions): Promise<ThreeInstances> {
  const { connectionString, tablePrefix, owed } = options;
  const openRecords = () =>
    createRecords({
      connection: { connectionString },
      tablePrefix,
      now: () => NOW,
      policies: [patientStorage],
    });
  const records = openRecords();
  await records.prepare();
  const teams = await startFakeTeams();
  const people = await store(records, owed, teams.serviceUrl);
  const crowd = people.filter(({ id }) => id.startsWith('member-'));

  const apps: App[] = [];
  const urls: string[] = [];
  for (let instance = 0; instance < 3; instance += 1) {
    const own = openRecords();
    const ports = { ...own, calendar: createCalendar(() => NOW) };
    const config = parseConfig({ PLAYGROUND: 'off' });
    const app = createApp(config, {
      ports,
      ready: own.ping,
      editIntervalMs: 200,
      timeoutFactor: STORY_TIMEOUT_FACTOR,
      log: pino({ level: 'silent' }),
    });
    urls.push(await app.listen(0, '127.0.0.1'));
    apps.push(app);
  }
  const balancer = await startRoundRobin(urls);
  return {
    client: createTeamsClient(balancer.url, teams),
    teams,
    records,
    balancer,
    crowd,
    person(id) {
      const known = people.find((each) => each.id === id);
      if (!known) throw new Error(`Nobody is ${id}`);
      return toSpeaker(known);
    },
    speakUp() {
      for (const { notifications } of apps) notifications.start();
    },
    async whenTold() {
      for (;;) {
        const deliveries = await records.ledger.list('sandwell', BOARD_DAY, BOARD_DAY);
        if (deliveries.length >= owed && deliveries.every(isOver)) return deliveries;
        await pause(500);
      }
    },
    async stop() {
      await balancer.close();
      await Promise.all(apps.map((app) => app.close()));
      await teams.close();
    },
  };
}

/** The action of one of the crowd. */
export function memberRef(member: string): string {
  return `SA-${1_000 + Number(member.slice('member-'.length))}`;
}

export function toSpeaker({ displayName, tenantId, objectId }: Person): Speaker {
  return { name: displayName, tenantId, objectId };
}

/** Sandwell with so many more members of its board's agencies, who have all spoken with Convenor and own one action each. */
async function store(
  records: Records,
  owed: number,
  serviceUrl: string,
): Promise<readonly Person[]> {
  const read = await readFolder('samples/sandwell');
  if (!read.records) throw new Error('The sample cannot be read');
  const { memberships, people: known, actions: before } = read.records;
  const core = memberships.filter(
    ({ group, expectation }) => group === 'BOARD' && expectation === 'core',
  );
  const agencies = core.map(({ agency }) => agency);
  const tenantId = known[0]?.tenantId ?? '';
  const crowd = Array.from({ length: owed }, (_, at): Person => {
    const id = `member-${at + 1}`;
    const facts = { roles: ['member'], groups: ['BOARD'], tenantId, objectId: id } as const;
    return {
      ...facts,
      id,
      displayName: `Member ${at + 1}`,
      agency: agencies[at % agencies.length],
    };
  });
  const due = crowd.map(
    ({ id, displayName }): Action => ({
      ref: memberRef(id),
      title: `Action of ${displayName}`,
      source: {},
      owner: { person: id },
      status: 'open',
      dueOn: BOARD_DAY,
    }),
  );
  const people = [...known, ...crowd];
  await importFolder(
    { ...read, records: { ...read.records, people, actions: [...before, ...due] } },
    records.partnerships,
  );
  const left = [...crowd];
  const note = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const conversationId = personalConversation(next);
      const address = { conversationId, serviceUrl, tenantId };
      await records.conversations.note(
        'sandwell',
        { kind: 'personal', conversationId },
        address,
        next.id,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, note));
  return people;
}
