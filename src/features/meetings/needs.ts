import { shortName } from '../../answers/short-name.ts';
import type { Need } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { myNextMeeting } from './buttons.ts';
import { findNextOf } from './queries.ts';

/** When the asker’s next meeting is. */
export async function findMeetingNeeds(request: Request): Promise<readonly Need[]> {
  const { directory, person, today } = request;
  const next = await findNextOf(request, person.groups);
  if (!next) return [];
  const group = directory.groups.find(({ id }) => id === next.group);
  const name =
    group?.kind === 'board'
      ? 'Board'
      : shortName(groupName(directory, next.group), directory.groups);
  const on = toDay(next.startsAt);
  const when = on === today ? 'today' : `on ${formatDay(on, today)}`;
  return [{ clause: `the ${name} meets ${when}`, rank: 4, opens: myNextMeeting }];
}
