import { formatMeetingKind, formatTime } from '../../answers/meeting-words.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { factsOf, sourceOf } from './meeting-parts.ts';
import type { MeetingsView } from './meeting-views.ts';

/** What was done with meetings of one group, on a card that takes the place of the form. */
export function told(
  asker: Asker,
  meetings: readonly [Meeting, ...Meeting[]],
  done: string,
  ports: Ports,
  more = '',
): Answer {
  const { directory } = asker;
  const today = ports.calendar.today(directory.partnership.timeZone);
  const [first] = meetings;
  const name = groupName(directory, first.group);
  const when = formatList(meetings.map(({ startsAt }) => formatTime(startsAt, today)));
  const what =
    meetings.length > 1
      ? `${meetings.length} meetings of ${name}`
      : `the ${formatMeetingKind(first)} of ${name}`;
  const text = `${done}: ${what}, ${when}.${more}`;
  const view: MeetingsView = {
    source: sourceOf(asker, ports),
    headline: formatTime(first.startsAt, today),
    sentence: text,
    facts: factsOf(first, asker),
    caption: '',
    rows: [],
    suggestions: [`when does ${name} meet next`, `agenda for ${name}`],
  };
  return { text, card: { name: 'meetings', view, plain: text } };
}
