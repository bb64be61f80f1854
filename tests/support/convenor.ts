import { randomBytes } from 'node:crypto';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { NO_LIMITS, type Rates } from '../../src/dispatch/rate-limit.ts';
import { type LocalTime, toInstant } from '../../src/domain/dates.ts';
import type { Person } from '../../src/domain/partnership.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { createRehearsal } from '../../src/rehearsal/rehearsal.ts';
import { createRecords, type Records } from '../../src/storage/records.ts';
import type { Reader } from '../../src/understanding/reading.ts';
import { isSample, readFolder } from './a-folder.ts';
import type { TableLocation } from './all-rows.ts';
import { readRows, type TableRows, writeRows } from './copy-rows.ts';
import { type FakeTeams, type Message, startFakeTeams } from './fake-teams.ts';
import { patientStorage, STORY_TIMEOUT_FACTOR } from './patient-storage.ts';
import {
  createTeamsClient,
  type Heard,
  type OwnFile,
  personalConversation,
  type Speaker,
  type TeamsClient,
  type Where,
} from './teams-client.ts';
import { reader as ourReader } from './understanding.ts';

export interface ConvenorOptions {
  /** The day on which the story plays, or the moment: `2021-03-15`, `2021-03-15T14:30`. */
  readonly today: string;
  /** The partnership's folder. */
  readonly folder?: string;
  /** Somebody has looked at what may name a child in that folder, and says that it names none. */
  readonly namesNoChild?: boolean;
  /** Where the records are kept; the Azurite of all tests by default. */
  readonly storage?: string;
  /** Settings beside those of a rehearsal: `MODEL` and the like. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How often one person and one chat are heard; without limits by default. */
  readonly rates?: Rates;
  /** What happens to its requests to the storage: measurements, faults. */
  readonly policies?: readonly PipelinePolicy[];
  /** Nobody was welcomed yet, so that whoever writes first is told who answers. */
  readonly isNew?: boolean;
  /** Teams asks for consent to files; a rehearsal without it by default. */
  readonly hasFileConsent?: boolean;
  /** Reads the messages; our own by default. */
  readonly reader?: Reader;
}

/** The whole app at its front door: real server, real adapter, real Azurite; only Teams and the clock are played. */
export interface Convenor {
  readonly url: string;
  readonly teams: FakeTeams;
  readonly client: TeamsClient;
  readonly records: Records;
  /** Everything that was logged, as lines of JSON. */
  readonly logged: readonly string[];
  /** Where its tables are. */
  readonly tables: TableLocation;
  /** Somebody of people.csv, by id. */
  person(id: string): Speaker;
  /** Somebody of the same organisation whom the records do not know. */
  stranger(): Speaker;
  hears(speaker: Speaker, text: string, options?: { in?: Where }): Promise<Heard>;
  /** Somebody sends a file. */
  getsFile(
    speaker: Speaker,
    file: OwnFile,
    options?: { in?: Where; text?: string },
  ): Promise<Heard>;
  isInstalledBy(speaker: Speaker, options?: { in?: Where }): Promise<Heard>;
  /** The messages of a conversation as people see them now. */
  messagesIn(conversation: string): readonly Message[];
  /** Convenor speaks up: one sweep, and deliveries until nothing is left to be tried now. Answers what each person got, by id. */
  sweep(): Promise<Map<string, readonly Message[]>>;
  /** What somebody has in their personal chat with Convenor. */
  personalMessages(id: string): readonly Message[];
  /** Puts the clock to another day or moment; to an instant when it ends in Z. */
  turnTo(today: string): void;
  stop(): Promise<void>;
}

export async function startConvenor({
  today,
  folder = 'samples/sandwell',
  namesNoChild = false,
  storage,
  settings,
  rates = NO_LIMITS,
  policies = [],
  isNew = false,
  hasFileConsent,
  reader = ourReader,
}: ConvenorOptions): Promise<Convenor> {
  const read = await readFolder(folder, { namesNoChild });
  if (!read.records) throw new Error(`${folder} cannot be read: ${JSON.stringify(read.faults)}`);
  const { partnership, people } = read.records;
  let moment = instantAt(today, partnership.timeZone);
  const now = () => moment;

  const tables = { connectionString: storage ?? inject('azurite'), tablePrefix: freshPrefix() };
  const { connectionString, tablePrefix } = tables;
  const connection = { connectionString };
  const records = createRecords({
    connection,
    tablePrefix,
    now,
    policies: [patientStorage, ...policies],
  });
  await records.prepare();
  const beginning = JSON.stringify([folder, namesNoChild, today, isNew]);
  const isOrdinary = isSample(folder) && storage === undefined && policies.length === 0;
  const known = isOrdinary ? beginnings.get(beginning) : undefined;
  if (known) {
    await writeRows(known, tables);
  } else {
    if (!isNew)
      await Promise.all(people.map((each) => noteWelcomed(records, partnership.id, each)));
    const { stored, faults } = await importFolder(read, records.partnerships);
    if (!stored) throw new Error(`${folder} cannot be imported: ${JSON.stringify(faults)}`);
    if (isOrdinary) beginnings.set(beginning, await readRows(tables));
  }

  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => logged.push(line) });
  const config = parseConfig({ MODE: 'local', PLAYGROUND: 'off', ...settings });
  const ports = { ...records, calendar: createCalendar(now) };
  const app = createApp(config, {
    ports,
    editIntervalMs: PACE_MS,
    rates,
    reader,
    hasFileConsent,
    rehearsal: createRehearsal(),
    timeoutFactor: STORY_TIMEOUT_FACTOR,
    ready: records.ping,
    log,
  });
  const url = await app.listen(0, '127.0.0.1');
  const teams = await startFakeTeams();
  const client = createTeamsClient(url, teams);

  const personNamed = (id: string) => {
    const person = people.find((each) => each.id === id);
    if (!person) throw new Error(`Nobody in ${folder} is ${id}`);
    return person;
  };
  const speaker = ({ displayName, tenantId, objectId }: Person) => ({
    name: displayName,
    tenantId,
    objectId,
  });
  return {
    url,
    teams,
    client,
    records,
    logged,
    tables,
    person: (id) => speaker(personNamed(id)),
    stranger: () => ({
      name: 'A Stranger',
      tenantId: people[0]?.tenantId ?? '',
      objectId: 'unknown-to-all',
    }),
    hears: client.say,
    getsFile: client.send,
    isInstalledBy: client.install,
    messagesIn: teams.messages,
    personalMessages: (id) => teams.messages(personalConversation(personNamed(id))),
    async sweep() {
      const before = new Map(
        people.map(({ id, objectId }) => [
          id,
          teams.messages(personalConversation({ objectId })).length,
        ]),
      );
      await app.notifications.sweep();
      await app.notifications.deliverAll();
      const got = people.map(({ id, objectId }) => {
        const messages = teams.messages(personalConversation({ objectId })).slice(before.get(id));
        return [id, messages] as const;
      });
      return new Map(got.filter(([, messages]) => messages.length > 0));
    },
    turnTo(day) {
      moment = instantAt(day, partnership.timeZone);
    },
    async stop() {
      await app.close();
      await teams.close();
    },
  };
}

/** What is stored when a story of a sample begins: imported once, and copied for every other that begins the same way. */
const beginnings = new Map<string, TableRows>();

/** Live cards follow faster than in Teams, whose limits the story's own Teams does not keep. */
const PACE_MS = 50;

/** A day is played at nine in the morning. */
function instantAt(today: string, timeZone: string): Date {
  if (today.endsWith('Z')) return new Date(today);
  return toInstant((today.includes('T') ? today : `${today}T09:00`) as LocalTime, timeZone);
}

/** Tables of its own for each story, in the one Azurite. */
function freshPrefix(): string {
  return `T${randomBytes(6).toString('hex')}`;
}

/** Somebody whom Convenor has spoken with before. */
function noteWelcomed({ conversations }: Records, partnership: string, { id, objectId }: Person) {
  const conversationId = personalConversation({ objectId });
  const place = { kind: 'personal', conversationId } as const;
  return conversations.note(
    partnership,
    place,
    { conversationId, serviceUrl: 'http://before' },
    id,
  );
}
