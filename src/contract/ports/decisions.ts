import type { Day } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';

export interface Decisions {
  /**
   * The decisions of a group, or of all groups, taken on the days from one to another, both
   * included; the latest first.
   */
  list(
    partnership: string,
    span: { readonly group?: string; readonly from: Day; readonly to: Day },
  ): Promise<Decision[]>;
  /** Keeps a new decision. One with the same id stays as it is: the answer is what stands. */
  record(partnership: string, decision: Decision): Promise<Decision>;
}
