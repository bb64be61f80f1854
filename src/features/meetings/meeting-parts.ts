import { formatMeetingKind, formatTime } from '../../answers/meeting-words.ts';
import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingRow, MeetingsView } from './meeting-views.ts';

/** `SCSP · as at Mon 15 March 2021` */
export function sourceOf({ directory }: Asker, { calendar }: Ports): string {
  const { shortName, timeZone } = directory.partnership;
  return `${shortName} · as at ${formatDayWithYear(calendar.today(timeZone))}`;
}

/** What one needs to know of one meeting. */
export function factsOf(meeting: Meeting, { directory }: Asker): MeetingsView['facts'] {
  const expected = directory.memberships.filter(({ group }) => group === meeting.group);
  const core = expected.filter(({ expectation }) => expectation === 'core');
  const asked = expected.filter(({ expectation }) => expectation === 'when-required');
  const chair = directory.groups.find(({ id }) => id === meeting.group)?.chairRole;
  const facts: [string, string | undefined][] = [
    ['Group', groupName(directory, meeting.group)],
    ['Kind', meeting.kind === 'ordinary' ? undefined : sentenceCase(formatMeetingKind(meeting))],
    ['Length', formatCount(meeting.minutes, 'minute')],
    ['Chair', chair],
    ['Expected', core.length > 0 ? formatCount(core.length, 'agency', 'agencies') : undefined],
    [
      'If required',
      asked.length > 0
        ? formatList(asked.map(({ agency }) => agencyName(directory, agency)))
        : undefined,
    ],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : [])).slice(0, 5);
}

/** A meeting in a list. One that will not take place, or did, says so. */
export function rowOf(meeting: Meeting, directory: Directory, today: Day): MeetingRow {
  const name = groupName(directory, meeting.group);
  const kind = meeting.kind === 'ordinary' ? '' : ` · ${meeting.kind}`;
  const status = meeting.status === 'scheduled' ? '' : ` · ${meeting.status}`;
  return {
    when: formatTime(meeting.startsAt, today),
    line: `${name}${kind}${status}`,
    ask: `agenda for ${name}`,
  };
}
