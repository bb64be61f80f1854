import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type {
  Agendas,
  Changes,
  ClosedRegisters,
  Confirmations,
  Directories,
  ImportLock,
  Instances,
  Ledger,
  Misses,
  ModelUse,
  PersonalPreferences,
  RefusalLog,
  Registers,
  ShownCards,
  Threads,
  Vocabulary,
  WaitingFiles,
} from '../contract/ports.ts';
import type { OpenStores } from '../contract/store.ts';
import { type ActionRecords, createActions } from './actions/actions.ts';
import { type AuditLog, createAuditLog } from './audit/audit-log.ts';
import { createAuditedTable } from './audit/audited-table.ts';
import { createChanges } from './audit/changes.ts';
import { createRefusalLog } from './audit/refusal-log.ts';
import { type BackupTables, createBackupTables } from './backup/backup-tables.ts';
import { createConfirmations } from './chats/confirmations.ts';
import { type ConversationRecords, createConversations } from './chats/conversations.ts';
import { createImportLock } from './chats/import-lock.ts';
import { createMisses } from './chats/misses.ts';
import { createShownCards } from './chats/shown-cards.ts';
import { createThreads } from './chats/threads.ts';
import { createWaitingFiles } from './chats/waiting-files.ts';
import { createPersonRecords, type PersonRecords } from './data-protection/person-data.ts';
import { createRetention, type Retention } from './data-protection/retention.ts';
import { createDirectories } from './directory/directories.ts';
import { createKeptRecords } from './directory/kept-records.ts';
import { createPartnershipLookup, type PartnershipLookup } from './directory/partnership-lookup.ts';
import { createPartnerships, type Partnerships } from './directory/partnerships.ts';
import { createReferenceRecords } from './directory/reference-records.ts';
import { createTaughtWords } from './directory/taught-words.ts';
import { createInstances } from './installation/instances.ts';
import { createModelUse } from './installation/model-use.ts';
import { createMeetingStores } from './meetings/meeting-stores.ts';
import { createMeetings, type MeetingRecords } from './meetings/meetings.ts';
import { createClosedRegisters, createRegisters } from './meetings/registers.ts';
import { createDeliveryQueue, type QueueOfDeliveries } from './notices/delivery-queue.ts';
import { createLedger } from './notices/ledger.ts';
import { createOpenStores } from './repository.ts';
import { createReviews, type ReviewRecords } from './reviews/reviews.ts';
import { createAgendas } from './stores/agendas.ts';
import { createChatLinks } from './stores/chat-links.ts';
import { createPreferences } from './stores/preferences.ts';
import { createChangeWatch } from './tables/change-watch.ts';
import { type Connection, isOutage, waitLonger } from './tables/connection.ts';
import { createTable } from './tables/table.ts';
import { createUnauditedTable } from './tables/unaudited-table.ts';

export { type BackupTables, type Connection, isOutage, waitLonger };

export interface RecordsOptions {
  readonly connection: Connection;
  /** The prefix of every table name: letters and digits, a letter first. */
  readonly tablePrefix: string;
  readonly now?: () => Date;
  /** Policies that observe every request, for measurements. */
  readonly policies?: readonly PipelinePolicy[];
}

/** All records, stored in Azure Tables. */
export interface Records {
  /** Opens the stores that features declare. */
  readonly stores: OpenStores;
  readonly directories: Directories;
  readonly partnershipLookup: PartnershipLookup;
  readonly actions: ActionRecords;
  readonly meetings: MeetingRecords;
  readonly attendance: ClosedRegisters;
  readonly agendas: Agendas;
  readonly registers: Registers;
  readonly reviews: ReviewRecords;
  readonly shownCards: ShownCards;
  readonly conversations: ConversationRecords;
  readonly preferences: PersonalPreferences;
  readonly ledger: Ledger;
  readonly deliveryQueue: QueueOfDeliveries;
  readonly instances: Instances;
  readonly refusals: RefusalLog;
  readonly auditLog: AuditLog;
  readonly backupTables: BackupTables;
  readonly retention: Retention;
  readonly personRecords: PersonRecords;
  readonly threads: Threads;
  readonly confirmations: Confirmations;
  readonly waitingFiles: WaitingFiles;
  readonly importLock: ImportLock;
  readonly vocabulary: Vocabulary;
  readonly misses: Misses;
  readonly modelUse: ModelUse;
  readonly changes: Changes;
  readonly partnerships: Partnerships;
  /** Creates the missing tables and the queue. */
  prepare(): Promise<void>;
  /** Rejects when storage does not answer within two seconds. One request. */
  ping(): Promise<void>;
}

export function createRecords({
  connection,
  tablePrefix,
  now = () => new Date(),
  policies,
}: RecordsOptions): Records {
  const watch = createChangeWatch();
  const open = (name: string) => createTable(connection, `${tablePrefix}${name}`, policies);
  const openAudited = (name: string, watchedBy = watch) => {
    const raw = open(name);
    return { raw, audited: createAuditedTable(raw, now, watchedBy) };
  };
  const audited = {
    reference: openAudited('Reference'),
    actions: openAudited('Actions'),
    records: openAudited('Records'),
    // That somebody was refused is no change of theirs.
    refusals: openAudited('Refusals', createChangeWatch()),
  };
  const unaudited = {
    settings: open('Settings'),
    misses: open('Misses'),
    live: open('Live'),
    conversations: open('Conversations'),
    notices: open('Notices'),
    model: open('Model'),
    threads: open('Threads'),
    instances: open('Instances'),
    lookup: open('Partnerships'),
  };
  const auditedTables = Object.fromEntries(
    Object.entries(audited).map(([name, { raw }]) => [name, raw]),
  );
  // Threads and instances are short-lived and not backed up; the lookup that lets people in is
  // restored last.
  const { threads, instances, ...backedUp } = unaudited;
  const deliveryQueue = createDeliveryQueue(connection, tablePrefix);
  const lookup = createPartnershipLookup(unaudited.lookup);
  const auditLog = createAuditLog(Object.values(auditedTables));
  const stores = createOpenStores({
    records: audited.records.audited,
    settings: createUnauditedTable(unaudited.settings, watch),
  });
  const reference = createReferenceRecords(audited.reference.audited);
  const actions = createActions(audited.actions.audited);
  const meetingStores = createMeetingStores(audited.records.audited);
  const meetings = createMeetings(meetingStores, createChatLinks(stores, now), now);
  const reviews = createReviews({
    table: audited.records.audited,
    reference: audited.reference.audited,
    stores,
    raiseVersion: reference.raise,
  });
  const directories = createDirectories(lookup, reference, reviews, stores, now);
  const taughtWords = createTaughtWords(audited.reference.audited, now);
  const conversations = createConversations(unaudited.conversations, now);
  const ledger = createLedger(unaudited.notices, createUnauditedTable(unaudited.notices, watch));
  return {
    stores,
    partnershipLookup: lookup,
    directories,
    actions,
    meetings,
    attendance: createClosedRegisters(meetingStores),
    agendas: createAgendas(stores, now),
    registers: createRegisters(
      meetingStores,
      async (id) => (await directories.find(id))?.partnership.quorum ?? [],
    ),
    reviews,
    shownCards: createShownCards(unaudited.live),
    conversations,
    refusals: createRefusalLog(audited.refusals.audited, now),
    auditLog,
    backupTables: createBackupTables(auditedTables, backedUp),
    retention: createRetention({
      actions,
      meetings,
      ledger,
      stores,
      meetingStores,
      refusals: audited.refusals.audited,
      now,
    }),
    personRecords: createPersonRecords({
      audited,
      erasable: unaudited,
      events: auditLog.events,
    }),
    preferences: createPreferences(stores, now),
    ledger,
    deliveryQueue,
    instances: createInstances(instances),
    threads: createThreads(threads, now),
    confirmations: createConfirmations(threads, now),
    waitingFiles: createWaitingFiles(threads, now),
    importLock: createImportLock(threads),
    vocabulary: taughtWords,
    misses: createMisses(unaudited.misses, now, createUnauditedTable(unaudited.misses, watch)),
    modelUse: createModelUse(unaudited.model),
    changes: createChanges(watch.watch, [
      ...Object.values(auditedTables),
      unaudited.settings,
      unaudited.misses,
      unaudited.notices,
    ]),
    partnerships: createPartnerships({
      lookup,
      reference,
      actions,
      meetings,
      reviews,
      stores,
      kept: createKeptRecords({ stores, actions, meetings, meetingStores, reviews, taughtWords }),
      conversations,
      now,
    }),
    async prepare() {
      await Promise.all([
        ...[...Object.values(auditedTables), ...Object.values(unaudited)].map((table) =>
          table.prepare(),
        ),
        deliveryQueue.prepare(),
      ]);
    },
    ping: () => unaudited.lookup.ping(),
  };
}
