import type { RequestWith } from '../../contract/asker.ts';
import type { Registers } from '../../contract/ports/register-history.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { RegisterEvent } from '../../domain/register.ts';

interface HistoryPorts {
  readonly registers: Registers;
}

/**
 * What was corrected after the registers of these meetings were closed, in words, oldest first; of one agency when
 * it is named. One range for each meeting.
 */
export async function listCorrections(
  { directory, today, ports }: RequestWith<HistoryPorts>,
  meetings: readonly Meeting[],
  ofAgency?: string,
): Promise<string[]> {
  const histories = await Promise.all(
    meetings.map(async (meeting) => {
      const events = await ports.registers.history(directory.partnership.id, meeting.id);
      return events.flatMap((event) => {
        const { type, agency } = event;
        if (type === 'reopened' && !ofAgency)
          return `Register of ${formatDay(toDay(meeting.startsAt), today)}: ${describeReopening(event, directory, today)}.`;
        return type === 'corrected' && (!ofAgency || agency === ofAgency)
          ? describeCorrection(event, meeting, directory, today)
          : [];
      });
    }),
  );
  return histories.flat();
}

/** When the register of a meeting was opened again, in words, oldest first. */
export async function listReopenings(
  { directory, today, ports }: Pick<RequestWith<HistoryPorts>, 'directory' | 'today' | 'ports'>,
  { id }: Meeting,
): Promise<string[]> {
  const events = await ports.registers.history(directory.partnership.id, id);
  return events
    .filter(({ type }) => type === 'reopened')
    .map((event) => describeReopening(event, directory, today));
}

/** “reopened on Wed 12 May by Partnership Chair: closed by mistake” */
const describeReopening = ({ by, at, reason }: RegisterEvent, directory: Directory, today: Day) =>
  `reopened on ${formatInstant(at, directory, today)} by ${personName(directory, by)}: ${reason}`;

const formatInstant = (at: string, { partnership }: Directory, today: Day): string =>
  formatDay(toDay(toLocalTime(new Date(at), partnership.timeZone)), today);

/** “West Midlands Police on Wed 10 March: present, was absent (corrected Tue 16 March by the business manager: signed in late).” */
function describeCorrection(
  { agency = '', changes, reason, by, at }: RegisterEvent,
  { startsAt }: Meeting,
  directory: Directory,
  today: Day,
): string {
  const { from = 'not in the register', to } = changes?.attended ?? {};
  const on = formatInstant(at, directory, today);
  const why = `corrected ${on} by ${personName(directory, by)}${reason ? `: ${reason}` : ''}`;
  return `${agencyName(directory, agency)} on ${formatDay(toDay(startsAt), today)}: ${to}, was ${from} (${why}).`;
}
