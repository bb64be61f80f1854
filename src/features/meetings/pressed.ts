import type { Answer } from '../../contract/feature.ts';
import type { StoredMeeting } from '../../contract/ports.ts';
import type { Day, LocalTime } from '../../domain/dates.ts';
import type { ChangedMeeting } from '../../domain/meeting.ts';
import { parseClockTime } from './clock-time.ts';

/** The day and the time of a form as one; `undefined` unless both can be read. */
export function startOf(on: Day | undefined, time: string): LocalTime | undefined {
  const clock = parseClockTime(time);
  return on && clock ? (`${on}T${clock}` as LocalTime) : undefined;
}

export const notUnderstoodTime = (): Answer => ({
  text: 'Nothing was recorded. Please give a day, and a time such as 14:00 or 2pm.',
});

/** A change that names the press that made it. */
export const withOperation = (
  { record: meeting, event: change }: ChangedMeeting,
  operation: string,
): ChangedMeeting => ({
  record: meeting,
  event: { ...change, operation },
});

/** Whether a press has changed this meeting already. */
export const isBy = (wanted: string, { history }: StoredMeeting): boolean =>
  history.some(({ operation }) => operation === wanted);
