import type { Attendance } from '../../domain/meeting.ts';

/** What the registers of meetings say once they are closed. */
export interface ClosedRegisters {
  /**
   * All lines at these meetings, meeting by meeting. One short range for each meeting, and nothing
   * of any other.
   */
  listLines(partnership: string, meetingIds: readonly string[]): Promise<Attendance[]>;
  /** One agency's lines at these meetings, meeting by meeting. One row for each. */
  listAgencyLines(
    partnership: string,
    agency: string,
    meetingIds: readonly string[],
  ): Promise<Attendance[]>;
}
