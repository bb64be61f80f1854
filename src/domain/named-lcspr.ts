import type { Day } from './dates.ts';

/** As much of an LCSPR as people's words and what they may see depend on. */
export interface NamedLcspr {
  readonly name: string;
  /** References of the rapid reviews it covers. */
  readonly cases: readonly string[];
  readonly published?: {
    readonly on: Day;
    /** Why it was published late. */
    readonly reason?: string;
    /** Where it can be read, and the last day on which it is there. */
    readonly where?: string;
    readonly until?: Day;
  };
}
