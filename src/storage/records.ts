import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type {
  Agendas,
  Audit,
  ClosedRegisters,
  Conversations,
  Decisions,
  Directories,
  Instances,
  Ledger,
  Misses,
  ModelUse,
  PersonalPreferences,
  Registers,
  Reminders,
  ShownCards,
  Threads,
  Vocabulary,
  YearlyReports,
} from '../contract/ports.ts';
import type { OpenStores } from '../contract/store.ts';
import { type ActionRecords, createActions } from './actions.ts';
import { createAgendas } from './agendas.ts';
import { createClosedRegisters } from './attendance.ts';
import { createAudit } from './audit.ts';
import { createAuditedTable } from './audited-table.ts';
import { createChatLinks } from './chat-links.ts';
import type { Connection } from './connection.ts';
import { createConversations } from './conversations.ts';
import { createDecisions } from './decisions.ts';
import { createDeliveryQueue, type QueueOfDeliveries } from './delivery-queue.ts';
import { createDirectories } from './directories.ts';
import { createDoors, type Doors } from './doors.ts';
import { createInstances } from './instances.ts';
import { createLedger } from './ledger.ts';
import { createMeetings, type MeetingRecords } from './meetings.ts';
import { createMisses } from './misses.ts';
import { createModelUse } from './model-use.ts';
import { createPersonRecords, type PersonRecords } from './person-data.ts';
import { createPreferences } from './preferences.ts';
import { createReference } from './reference.ts';
import { createRegisters } from './registers.ts';
import { createReminders } from './reminders.ts';
import { createOpenStores } from './repository.ts';
import { createRetention, type Retention } from './retention.ts';
import { createReviews, type ReviewRecords } from './reviews.ts';
import { createShownCards } from './shown-cards.ts';
import { createStore, type Store } from './store.ts';
import { createTable, type Row, type Table } from './table.ts';
import { createThreads } from './threads.ts';
import { createTrails, type Trails } from './trails.ts';
import { createUnauditedTable } from './unaudited-table.ts';
import { createVocabularyRecords } from './vocabulary.ts';
import { createWholePartnership, type WholePartnership } from './whole-partnership.ts';
import { createYearlyReports } from './yearly-reports.ts';

export type { Connection, Row, Store };

export interface RecordsOptions {
  readonly connection: Connection;
  /** Begins the name of every table: letters and digits, a letter first. */
  readonly tablePrefix: string;
  readonly now?: () => Date;
  /** See every request that goes out, for measuring. */
  readonly policies?: readonly PipelinePolicy[];
}

/** All that is kept, over Azure Tables. */
export interface Records {
  /** The stores that features declare. */
  readonly stores: OpenStores;
  readonly directories: Directories;
  readonly doors: Doors;
  readonly actions: ActionRecords;
  readonly meetings: MeetingRecords;
  readonly attendance: ClosedRegisters;
  readonly agendas: Agendas;
  readonly decisions: Decisions;
  readonly yearlyReports: YearlyReports;
  readonly registers: Registers;
  readonly reviews: ReviewRecords;
  readonly shownCards: ShownCards;
  readonly conversations: Conversations;
  readonly preferences: PersonalPreferences;
  readonly reminders: Reminders;
  readonly ledger: Ledger;
  readonly deliveryQueue: QueueOfDeliveries;
  readonly instances: Instances;
  readonly audit: Audit;
  readonly trails: Trails;
  readonly store: Store;
  readonly retention: Retention;
  readonly people: PersonRecords;
  readonly threads: Threads;
  readonly vocabulary: Vocabulary;
  readonly misses: Misses;
  readonly modelUse: ModelUse;
  readonly partnerships: WholePartnership;
  /** Makes the tables and the queue that are not there yet. */
  prepare(): Promise<void>;
  /** Fails when storage does not answer within two seconds. One request. */
  ping(): Promise<void>;
}

export function createRecords({
  connection,
  tablePrefix,
  now = () => new Date(),
  policies,
}: RecordsOptions): Records {
  const open = (name: string) => createTable(connection, `${tablePrefix}${name}`, policies);
  const tables = {
    doors: open('Doors'),
    reference: open('Reference'),
    actions: open('Actions'),
    meetings: open('Meetings'),
    reviews: open('Reviews'),
    records: open('Records'),
    settings: open('Settings'),
    threads: open('Threads'),
    misses: open('Misses'),
    live: open('Live'),
    conversations: open('Conversations'),
    notices: open('Notices'),
    audit: open('Audit'),
    model: open('Model'),
    instances: open('Instances'),
  };
  // What people are just speaking about and which instances run is not worth keeping; what lets people in is restored last.
  const { threads, instances, doors: entrances, ...others } = tables;
  const backedUp = { ...others, doors: entrances };
  const deliveryQueue = createDeliveryQueue(connection, tablePrefix);
  const doors = createDoors(tables.doors);
  const audited = (table: Table) => createAuditedTable(table, now);
  const records = {
    reference: audited(tables.reference),
    actions: audited(tables.actions),
    meetings: audited(tables.meetings),
    reviews: audited(tables.reviews),
    records: audited(tables.records),
    audit: audited(tables.audit),
  };
  const recorded = Object.keys(records) as (keyof typeof records)[];
  const trails = createTrails(recorded.map((name) => tables[name]));
  const pairs = Object.fromEntries(
    recorded.map((name) => [name, { raw: tables[name], audited: records[name] }]),
  );
  const passing = Object.fromEntries(Object.entries(tables).filter(([name]) => !(name in records)));
  const stores = createOpenStores({
    records: records.records,
    settings: createUnauditedTable(tables.settings),
  });
  const reference = createReference(records.reference);
  const directories = createDirectories(doors, reference);
  const actions = createActions(records.actions);
  const meetings = createMeetings(records.meetings, createChatLinks(stores, now));
  const reviews = createReviews(records.reviews, records.reference);
  const ledger = createLedger(tables.notices);
  return {
    stores,
    doors,
    directories,
    actions,
    meetings,
    attendance: createClosedRegisters(records.meetings),
    agendas: createAgendas(stores, now),
    decisions: createDecisions(stores),
    yearlyReports: createYearlyReports(stores),
    registers: createRegisters(
      records.meetings,
      async (id) => (await directories.named(id))?.partnership.quorum ?? [],
    ),
    reviews,
    shownCards: createShownCards(tables.live),
    conversations: createConversations(tables.conversations),
    audit: createAudit(records.audit, now),
    trails,
    store: createStore(backedUp),
    retention: createRetention({ actions, meetings, ledger, stores, tables: records, now }),
    people: createPersonRecords({ audited: pairs, passing, deeds: trails.deeds }),
    preferences: createPreferences(stores, now),
    reminders: createReminders(stores),
    ledger,
    deliveryQueue,
    instances: createInstances(instances),
    threads: createThreads(threads, now),
    vocabulary: createVocabularyRecords(records.reference, now),
    misses: createMisses(tables.misses, now),
    modelUse: createModelUse(tables.model),
    partnerships: createWholePartnership({
      doors,
      reference,
      actions,
      meetings,
      reviews,
      stores,
      now,
    }),
    async prepare() {
      await Promise.all([
        ...Object.values(tables).map((table) => table.prepare()),
        deliveryQueue.prepare(),
      ]);
    },
    ping: () => tables.doors.ping(),
  };
}
