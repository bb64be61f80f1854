import type { ChangeEvent } from '../../domain/change-event.ts';
import type { Day } from '../../domain/dates.ts';
import { findSuccessor, type Meeting, type Succession } from '../../domain/meeting.ts';
import type { ContextWith } from '../asker.ts';

/** A meeting as it is stored, with its changes, oldest first. */
export interface StoredMeeting {
  readonly meeting: Meeting;
  readonly history: readonly ChangeEvent[];
  /** Differs after every save; a save names the version that it was decided on. */
  readonly version: string;
}

/** Finds meetings, and changes none. */
export interface MeetingLookup {
  find(partnership: string, id: string): Promise<StoredMeeting | undefined>;
  /**
   * All meetings of a group on the days from one to another, both included, by their time. Reads
   * these and no others.
   */
  list(partnership: string, group: string, from: Day, to: Day): Promise<Meeting[]>;
}

/** Whether a meeting is over where its card is pressed, and which is meant instead. */
export function findSuccession(
  { directory, now, today, ports }: ContextWith<{ readonly meetings: MeetingLookup }>,
  meeting: Meeting,
): Promise<Succession> {
  const { id, timeZone } = directory.partnership;
  return findSuccessor(meeting, { now, today, timeZone }, (group) =>
    ports.meetings.list(id, group, today, today),
  );
}
