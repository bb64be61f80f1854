import type { RequestWith } from '../../contract/asker.ts';
import type { Registers } from '../../contract/ports/register-history.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { RegisterEvent } from '../../domain/register.ts';

/**
 * What was corrected after the registers of these meetings were closed, in words, oldest first; of one agency when
 * it is named. One range for each meeting.
 */
export async function listCorrections(
  { directory, today, ports }: RequestWith<{ readonly registers: Registers }>,
  meetings: readonly Meeting[],
  ofAgency?: string,
): Promise<string[]> {
  const histories = await Promise.all(
    meetings.map(async (meeting) => {
      const events = await ports.registers.history(directory.partnership.id, meeting.id);
      return events
        .filter(({ type, agency }) => type === 'corrected' && (!ofAgency || agency === ofAgency))
        .map((event) => describeCorrection(event, meeting, directory, today));
    }),
  );
  return histories.flat();
}

/** “West Midlands Police on Wed 10 March: present, was absent (corrected Tue 16 March by the business manager: signed in late).” */
function describeCorrection(
  { agency = '', changes, reason, by, at }: RegisterEvent,
  { startsAt }: Meeting,
  directory: Directory,
  today: Day,
): string {
  const { from = 'not in the register', to } = changes?.attended ?? {};
  const on = formatDay(toDay(toLocalTime(new Date(at), directory.partnership.timeZone)), today);
  const why = `corrected ${on} by ${personName(directory, by)}${reason ? `: ${reason}` : ''}`;
  return `${agencyName(directory, agency)} on ${formatDay(toDay(startsAt), today)}: ${to}, was ${from} (${why}).`;
}
