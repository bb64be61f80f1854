import type { Day } from '../../domain/dates.ts';
import type { Span } from '../text/span.ts';

/** A day, or a month, a week or a season, that a message speaks of. */
export interface DateMention extends Span {
  /** As typed, “end of june”. */
  readonly typed: string;
  readonly day: Day;
  /** The last day of what is named: of a month its last, of a day itself. */
  readonly last: Day;
  /** A month, a week or a season is meant, not its first day. */
  readonly isPeriod: boolean;
}
