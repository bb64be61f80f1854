import type { Ports } from '../contract/ports.ts';
import type { LocalTime } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import type { Delivery } from '../domain/notices/delivery.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { noticeContext, noticesAbout, type Subject } from '../domain/notices/notices.ts';
import { suppressionReason } from '../domain/notices/suppression.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { type SubjectPorts, subjectNow } from './subjects.ts';

/** A notice with what it is about as that stands now. */
export interface OwedNotice {
  readonly notice: Notice;
  readonly subject: Subject;
}

/** What of a delivery is still to be said, and if nothing is, why. */
export interface Recheck {
  readonly owed: readonly OwedNotice[];
  readonly reason: string;
}

/**
 * Asks the same rules once more, of the records as they are now. What was moved, closed, given to somebody else or snoozed since it was
 * found does not come out again, and is not said.
 */
export async function recheckOwed(
  { day: today, from, person, notices }: Delivery,
  at: LocalTime,
  directory: Directory,
  ports: SubjectPorts & Pick<Ports, 'preferences' | 'calendar'>,
): Promise<Recheck> {
  const window = { today, ...(from && { from }) };
  const context = noticeContext(directory, window, ports.calendar.bankHolidays);
  const [{ preferences }, found] = await Promise.all([
    ports.preferences.of(directory.partnership.id, person),
    mapConcurrently(notices, async (id): Promise<OwedNotice[]> => {
      const subject = await subjectNow(id, context, ports);
      const notice = subject && noticesAbout(subject, context).find((each) => each.id === id);
      return subject && notice ? [{ notice, subject }] : [];
    }),
  ]);
  const checked = found.flat().map((owed) => ({
    owed,
    suppression: suppressionReason(owed.notice, preferences, at, context),
  }));
  return {
    owed: checked.filter(({ suppression }) => !suppression).map(({ owed }) => owed),
    reason: checked[0]?.suppression ?? 'no longer owed',
  };
}
