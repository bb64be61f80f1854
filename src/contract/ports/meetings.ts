import type { Day } from '../../domain/dates.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import type { ChangedMeeting } from '../../domain/meeting-commands.ts';
import type { MeetingLookup } from './meeting-lookup.ts';

export type * from './meeting-lookup.ts';

/** What a chat or channel is kept for: a group, or one meeting of it. */
export interface ChatLink {
  readonly group: string;
  readonly meetingId?: string;
}

export interface Meetings extends MeetingLookup {
  /** The next scheduled meeting of a group on or after a day. */
  findNext(partnership: string, group: string, from: Day): Promise<Meeting | undefined>;
  /**
   * Saves one meeting with the line for its history, both or neither. `stale` when the stored
   * version is not the expected one (`''` for a meeting that must be new): somebody was first, and
   * nothing was written.
   */
  record(
    partnership: string,
    changed: ChangedMeeting,
    expectedVersion: string,
  ): Promise<'saved' | 'stale'>;
  /**
   * The meetings of these groups before a day whose register nobody closed, and that were not
   * called off. One range for each group.
   */
  listUnclosed(partnership: string, groups: readonly string[], before: Day): Promise<Meeting[]>;
  /** The meetings whose registers were closed on the days from one to another, both included. */
  listClosed(partnership: string, from: Day, to: Day): Promise<Meeting[]>;
  /** The lines of a meeting’s register, once it is closed or imported. */
  register(partnership: string, meetingId: string): Promise<Attendance[]>;
  /** The id of the conversation that was last kept for a group. */
  findChat(partnership: string, group: string): Promise<string | undefined>;
  /** What a conversation is kept for, if anything. */
  findLink(partnership: string, conversationId: string): Promise<ChatLink | undefined>;
  link(partnership: string, conversationId: string, to: ChatLink, by: string): Promise<void>;
}
