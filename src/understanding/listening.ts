import type { Actions } from '../contract/ports.ts';
import type { Day } from '../domain/dates.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Corrector } from './correct-typos.ts';
import type { Heard } from './heard.ts';
import type { Hearing } from './reader.ts';
import type { RefShape } from './refs.ts';
import type { Understanding } from './understanding.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All that is known about one partnership's words at one version of its directory. */
export interface Tongue {
  readonly version: number;
  readonly vocabulary: Vocabulary;
  readonly shapes: readonly RefShape[];
  readonly corrector: Corrector;
}

/** A message that was heard, with all that is needed to say what it means. */
export interface Listening {
  readonly hearing: Hearing;
  readonly heard: Heard;
  readonly tongue: Tongue;
  readonly understanding: Understanding;
  readonly actions: Pick<Actions, 'titled'>;
  readonly today: Day;
  /** Easter lies between two of them. */
  readonly bankHolidays: BankHolidays;
}
