import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A meeting as calendars know it. It names nobody: who comes is on the register. */
export interface CalendarEvent {
  /** The same for the same meeting, for ever: by it a calendar finds what it has. */
  readonly uid: string;
  /** Grows with each change of what calendars show. */
  readonly sequence: number;
  /** Local times of the zone, `2021-05-12T14:00`. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly title: string;
  readonly place?: string | undefined;
  readonly isCancelled: boolean;
  /** When the file was made. */
  readonly at: Date;
}

/** One event as a file of iCalendar (RFC 5545, RFC 5546). */
export function createCalendarFile(event: CalendarEvent): Uint8Array {
  const { start, end, timeZone, isCancelled, place } = event;
  const calendar = ical({
    prodId: { company: 'Convenor', product: 'meetings', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // Without a name: a time zone of the whole calendar would be taken for that of DTSTAMP too.
    timezone: { name: null, generator: describeZone },
  });
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.at,
    start,
    end,
    timezone: timeZone,
    summary: event.title,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(place && { location: place }),
  });
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

/** The rule of British clocks since 1996; other zones are known to calendars by their names alone. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const describeZone = (zone: string): string | null => (zone === 'Europe/London' ? LONDON : null);
