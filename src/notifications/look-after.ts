import type {
  Deliveries,
  Delivery,
  DeliveryQueue,
  Ledger,
  Ports,
  StoredDelivery,
} from '../contract/ports.ts';
import { addDays, type Day, parseDay } from '../domain/dates.ts';
import {
  type DeliveryKey,
  type Delivery as LedgerDelivery,
  MOST_ATTEMPTS,
} from '../domain/notices/delivery.ts';
import { aboutOf, type Rule } from '../domain/notices/notice.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly queue: Pick<DeliveryQueue, 'put'>;
  readonly calendar: Ports['calendar'];
}

/** What nobody looked after in so long is no longer listed; the ledger still has it. */
const LISTED_DAYS = 60;

/** The ledger as an administrator sees it, and what they decide of it. */
export function lookAfter({ ledger, queue, calendar }: Parts): Deliveries {
  const settled = ({ delivery }: StoredDelivery, by: string): LedgerDelivery => ({
    ...delivery,
    state: 'settled',
    settledBy: by,
    at: calendar.now().toISOString(),
  });

  /** What can still be decided: undelivered or in doubt. */
  const open = async (partnership: string, id: string): Promise<StoredDelivery | undefined> => {
    const key = keyIn(id);
    const stored = key && (await ledger.find(partnership, key));
    const state = stored?.delivery.state;
    return state === 'undelivered' || state === 'in doubt' ? stored : undefined;
  };

  return {
    async of(partnership, day) {
      const from = addDays(day, -LISTED_DAYS);
      const [ofDay, waiting, undelivered, inDoubt] = await Promise.all([
        ledger.between(partnership, day, day),
        ledger.listed(partnership, 'waiting', from, day),
        ledger.listed(partnership, 'undelivered', from, day),
        ledger.listed(partnership, 'in doubt', from, day),
      ]);
      return {
        sent: ofDay.filter(({ state }) => state === 'sent').length,
        waiting: waiting.map(shown),
        undelivered: undelivered.map(shown),
        inDoubt: inDoubt.map(shown),
      };
    },
    async sendAgain(partnership, id, by) {
      const stored = await open(partnership, id);
      if (!stored) return 'settled';
      const { day, person, from, notices, number: first } = stored.delivery;
      for (let number = first + 1; number <= first + MOST_ATTEMPTS; number += 1) {
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

const REASONS: readonly NonNullable<Delivery['why']>[] = [
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

function shown({ day, person, number, notices, at, why, instead }: LedgerDelivery): Delivery {
  const reason = REASONS.find((each) => each === why);
  return {
    id: [day, person, number].map(encodeURIComponent).join('/'),
    person,
    subjects: [...new Set(notices.map(subjectOf))],
    since: at,
    ...(reason && { why: reason }),
    ...(instead?.state === 'said' && { saidIn: instead.group }),
  };
}

/** Of what has no reference that people know, what kind of thing it is; of a person’s own reminder never what it says. */
const KINDS: Readonly<Partial<Record<Rule, string>>> = {
  weekly: 'the week’s letter',
  reminder: 'a reminder of their own',
  register: 'a register',
  absence: 'an absence',
  report: 'the yearly report',
};

function subjectOf(notice: string): string {
  const { rule, about } = aboutOf(notice);
  return KINDS[rule] ?? about;
}

function keyIn(id: string): DeliveryKey | undefined {
  const [day = '', person = '', number = ''] = id.split('/').map(decoded);
  const on: Day | undefined = parseDay(day);
  return on && person && /^\d{1,4}$/.test(number)
    ? { day: on, person, number: Number(number) }
    : undefined;
}

/** A stranger’s id may be no URI component at all. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
