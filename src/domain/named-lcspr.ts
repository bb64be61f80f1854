import type { Day } from './dates.ts';

/** As much of an LCSPR as people's words and what they may see depend on. */
export interface NamedLcspr {
  readonly name: string;
  /** References of the rapid reviews it covers. */
  readonly cases: readonly string[];
  readonly published?: { readonly on: Day; readonly reason?: string };
}
