import type { NoticeSource } from '../contract/notice.ts';
import { QUIET_SETTINGS, settingValues } from '../contract/notice-settings.ts';
import { seenBy } from '../contract/seen-by.ts';
import type { LocalTime } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import type { Delivery } from '../domain/notices/delivery.ts';
import { type Notice, parseNoticeId } from '../domain/notices/notice.ts';
import { createSweepContext } from '../domain/notices/notice-context.ts';
import { suppressionReason } from '../domain/notices/suppression.ts';
import type { Person } from '../domain/partnership.ts';
import { contextFor, type EngineParts, owedNotices } from './catalogue.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { valueOrDefect } from './value-or-defect.ts';

/** A notice with what it is about as that stands now. */
export interface OwedNotice {
  readonly notice: Notice;
  readonly source: NoticeSource;
  readonly subject: unknown;
}

/** What of a delivery is still to be said, and if nothing is, why. */
export interface Recheck {
  readonly owed: readonly OwedNotice[];
  readonly reason: string;
}

/**
 * Asks the same rules once more, of the records as they are now. What was moved, closed, given to somebody else or snoozed since it was
 * found does not come out again, and is not said; nor is a record that one of the `readers` may not see.
 */
export async function recheckOwed(
  { day: today, from, person, notices }: Delivery,
  at: LocalTime,
  directory: Directory,
  { ports, catalogue }: EngineParts,
  readers: readonly Person[],
): Promise<Recheck> {
  const window = { today, ...(from && { from }) };
  const { bankHolidays } = ports.calendar;
  const context = createSweepContext(directory, window, bankHolidays);
  const { ports: seen } = seenBy(readers, { directory, ports });
  const { id: partnership, notices: set } = directory.partnership;
  const store = ports.stores(partnership);
  const rules = { settings: settingValues(QUIET_SETTINGS, set), bankHolidays };
  const [{ preferences }, found] = await Promise.all([
    ports.preferences.load(partnership, person),
    mapConcurrently(notices, async (id) => {
      const source = catalogue.findSource(id);
      if (!source) return { value: [] };
      const { about } = parseNoticeId(id);
      const asked = { ...contextFor(source, context), store, ports: seen };
      return valueOrDefect(async (): Promise<OwedNotice[]> => {
        const subject = await source.load(about, asked);
        if (subject === undefined) return [];
        const notice = owedNotices(source, subject, context).find((each) => each.id === id);
        return notice ? [{ notice, source, subject }] : [];
      });
    }),
  ]);
  const readable = found.flatMap((each) => ('defect' in each ? [] : each.value));
  // A defect in one record does not keep back what else the message says; alone, it is listed.
  for (const each of found) if ('defect' in each && readable.length === 0) throw each.defect;
  const checked = readable.map((owed) => ({
    owed,
    suppression: suppressionReason(owed.notice, preferences, at, rules),
  }));
  return {
    owed: checked.filter(({ suppression }) => !suppression).map(({ owed }) => owed),
    reason: checked[0]?.suppression ?? 'no longer owed',
  };
}
