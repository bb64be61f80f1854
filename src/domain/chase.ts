import type { Day } from './dates.ts';

/** Somebody asked the owners of an open action on a day how it stands; of one action once a day. */
export interface Chase {
  readonly ref: string;
  readonly on: Day;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** What they wrote to the owners. */
  readonly words?: string;
}
