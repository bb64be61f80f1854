import { createCalendar } from '../../src/contract/calendar.ts';
import type { Ledger } from '../../src/contract/ports.ts';
import { type LocalTime, toInstant } from '../../src/domain/dates.ts';
import type { PartnershipRecords } from '../../src/domain/partnership-records.ts';
import { noticeSources } from '../../src/features/index.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { createNotifications, type Notifications } from '../../src/notifications/notifications.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { createFakeSender, type FakeSender } from '../support/fake-sender.ts';
import { silentLog } from '../support/silent-log.ts';

export interface Instance {
  readonly records: Records;
  readonly notifications: Notifications;
  readonly sender: FakeSender;
}

export interface Stage {
  /** Another instance of Convenor over the same storage. */
  instance(parts?: {
    sender?: FakeSender;
    troubled?: (ledger: Ledger) => Ledger;
    targetedMessages?: boolean;
  }): Promise<Instance>;
  /** Everybody has spoken to Convenor, so that all can be reached, but these. */
  everybodyInstalls(but?: readonly string[]): Promise<void>;
  turnTo(time: string): void;
}

/** Sandwell on a Monday morning in a storage of its own, with as many instances as a test wants. */
export async function setStage(
  change: (records: PartnershipRecords) => PartnershipRecords = (records) => records,
): Promise<Stage> {
  const read = await readFolder('samples/sandwell');
  if (!read.records) throw new Error('The sample cannot be read');
  const changed = change(read.records);
  const tablePrefix = freshPrefix();
  let moment = toInstant('2021-03-15T09:00' as LocalTime, 'Europe/London');
  const now = () => moment;
  const first = await freshRecords({ tablePrefix, now });
  await importFolder({ ...read, records: changed }, first.partnerships);
  return {
    async instance({
      sender = createFakeSender(),
      troubled = (ledger: Ledger) => ledger,
      targetedMessages = false,
    } = {}) {
      const records = await freshRecords({ tablePrefix, now });
      const notifications = createNotifications({
        ports: { ...records, ledger: troubled(records.ledger), calendar: createCalendar(now) },
        partnerships: records.partnerships.ids,
        sources: noticeSources,
        queue: records.deliveryQueue,
        sender,
        targetedMessages,
        instance: crypto.randomUUID(),
        log: silentLog,
      });
      return { records, notifications, sender };
    },
    async everybodyInstalls(but = []) {
      for (const { id } of changed.people) {
        if (but.includes(id)) continue;
        const conversationId = `a:${id}`;
        const address = { conversationId, serviceUrl: 'https://teams.example' };
        await first.conversations.note(
          'sandwell',
          { kind: 'personal', conversationId },
          address,
          id,
        );
      }
    },
    turnTo(time) {
      moment = toInstant(time as LocalTime, 'Europe/London');
    },
  };
}
