import type { Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { RegisterEvent } from '../../domain/register.ts';

/** What was corrected after the registers of these meetings were closed, in words, oldest first; of one agency when it is named. One range for each meeting. */
export async function correctionsOf(
  { directory }: Asker,
  meetings: readonly Meeting[],
  ports: Ports,
  ofAgency?: string,
): Promise<string[]> {
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const histories = await Promise.all(
    meetings.map(async (meeting) => {
      const notes = await ports.registers.history(id, meeting.id);
      const corrections = notes.filter(
        ({ type, agency }) => type === 'corrected' && (!ofAgency || agency === ofAgency),
      );
      return corrections.map((note) => inOneSentence(note, meeting, directory, today));
    }),
  );
  return histories.flat();
}

/** “West Midlands Police on Wed 10 March: present, was absent (corrected Tue 16 March by the business manager: signed in late).” */
function inOneSentence(
  note: RegisterEvent,
  { startsAt }: Meeting,
  directory: Directory,
  today: Day,
): string {
  const { agency = '', changes, reason, by, at } = note;
  const { from = 'not in the register', to } = changes?.attended ?? {};
  const on = formatDay(toDay(toLocalTime(new Date(at), directory.partnership.timeZone)), today);
  const why = `corrected ${on} by ${personName(directory, by)}${reason ? `: ${reason}` : ''}`;
  return `${agencyName(directory, agency)} on ${formatDay(toDay(startsAt), today)}: ${to}, was ${from} (${why}).`;
}
