import type { Quorum } from '../../domain/quorum.ts';
import type { RegisterEvent } from '../../domain/register.ts';
import type { RegisterChanges } from './registers.ts';

export type * from './registers.ts';

export interface Registers extends RegisterChanges {
  /**
   * Everything that was done to a register, oldest first; corrections after closing keep the old
   * value and the reason.
   */
  history(partnership: string, meetingId: string): Promise<RegisterEvent[]>;
  /** Whether the meeting may decide at this moment; `undefined` before its register was opened. */
  quorumNow(
    partnership: string,
    meetingId: string,
  ): Promise<{ quorum?: Quorum; attending: readonly string[]; proceeding?: string } | undefined>;
}
