import type { NoticeSource } from '../contract/notice.ts';
import type {
  DeliveryAdmin,
  DeliveryQueue,
  Ledger,
  ListedDelivery,
  Ports,
  StoredDelivery,
} from '../contract/ports.ts';
import { addDays, type Day, parseDay } from '../domain/dates.ts';
import {
  type DeliveryKey,
  type Delivery as LedgerDelivery,
  MAX_ATTEMPTS,
} from '../domain/notices/delivery.ts';
import { parseNoticeId } from '../domain/notices/notice.ts';
import { createCatalogue, type NoticeCatalogue } from './catalogue.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly queue: Pick<DeliveryQueue, 'put'>;
  readonly calendar: Ports['calendar'];
  /** The sources of all features. */
  readonly sources: readonly NoticeSource[];
}

/** What nobody looked after in so long is no longer listed; the ledger still has it. */
const LISTED_DAYS = 60;

/** The ledger as an administrator sees it, and what they decide of it. */
export function createDeliveryAdmin({ ledger, queue, calendar, sources }: Parts): DeliveryAdmin {
  const catalogue = createCatalogue(sources);
  const listed = (deliveries: readonly LedgerDelivery[]) =>
    deliveries.map((delivery) => toListedDelivery(delivery, catalogue));
  const settled = ({ delivery }: StoredDelivery, by: string): LedgerDelivery => ({
    ...delivery,
    state: 'settled',
    settledBy: by,
    at: calendar.now().toISOString(),
  });

  /** What can still be decided: undelivered or in doubt. */
  const open = async (partnership: string, id: string): Promise<StoredDelivery | undefined> => {
    const key = parseDeliveryId(id);
    const stored = key && (await ledger.find(partnership, key));
    const state = stored?.delivery.state;
    return state === 'undelivered' || state === 'unknown' ? stored : undefined;
  };

  return {
    async report(partnership, day) {
      const from = addDays(day, -LISTED_DAYS);
      const [ofDay, waiting, undelivered, unknown] = await Promise.all([
        ledger.list(partnership, day, day),
        ledger.listByState(partnership, 'waiting', from, day),
        ledger.listByState(partnership, 'undelivered', from, day),
        ledger.listByState(partnership, 'unknown', from, day),
      ]);
      return {
        sent: ofDay.filter(({ state }) => state === 'sent').length,
        waiting: listed(waiting),
        undelivered: listed(undelivered),
        unknown: listed(unknown),
      };
    },
    async sendAgain(partnership, id, by) {
      const stored = await open(partnership, id);
      if (!stored) return 'settled';
      const { day, person, from, notices, number: first } = stored.delivery;
      for (let number = first + 1; number <= first + MAX_ATTEMPTS; number += 1) {
        const at = calendar.now().toISOString();
        const facts = {
          day,
          person,
          number,
          notices,
          state: 'claimed',
          attempts: 0,
          at,
          settledBy: by,
        } as const;
        const again: LedgerDelivery = {
          ...facts,
          repeats: stored.delivery.repeats ?? first,
          ...(from && { from }),
        };
        if (await ledger.change(partnership, stored, settled(stored, by), again)) {
          await queue.put([{ partnership, keys: [{ day, person, number }], failures: 0 }]);
          return 'queued';
        }
        // Either somebody settled it, or only its next number was taken.
        if ((await ledger.find(partnership, stored.delivery))?.version !== stored.version)
          return 'settled';
      }
      return 'settled';
    },
    async dismiss(partnership, id, by) {
      const stored = await open(partnership, id);
      const changed = stored && (await ledger.change(partnership, stored, settled(stored, by)));
      return changed ? 'dismissed' : 'settled';
    },
  };
}

const REASONS: readonly NonNullable<ListedDelivery['reason']>[] = [
  'blocked',
  'not-installed',
  'gone',
  'unacceptable',
  'limits',
  'locked-out',
  'busy',
  'answer-lost',
  'defect',
];

function toListedDelivery(
  { day, person, number, notices, at, reason, fallback }: LedgerDelivery,
  catalogue: NoticeCatalogue,
): ListedDelivery {
  const known = REASONS.find((each) => each === reason);
  return {
    id: [day, person, number].map(encodeURIComponent).join('/'),
    person,
    subjects: [...new Set(notices.map((id) => describeSubject(id, catalogue)))],
    since: at,
    ...(known && { reason: known }),
    ...(fallback?.state === 'said' && { fallbackGroup: fallback.group }),
  };
}

/** The reference, or what kind of thing it is; of a person’s own reminder never what it says. */
function describeSubject(noticeId: string, { findSource }: NoticeCatalogue): string {
  return findSource(noticeId)?.listedAs ?? parseNoticeId(noticeId).about;
}

function parseDeliveryId(id: string): DeliveryKey | undefined {
  const [day = '', person = '', number = ''] = id.split('/').map(decodePart);
  const on: Day | undefined = parseDay(day);
  return on && person && /^\d{1,4}$/.test(number)
    ? { day: on, person, number: Number(number) }
    : undefined;
}

/** A stranger’s id may be no URI component at all. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
