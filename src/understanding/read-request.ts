import type { IntentModel } from './classifier/intent-model.ts';
import type { AnnotatedMessage } from './entities/annotated-message.ts';
import type { Lexicon } from './entities/lexicon.ts';
import type { ReadContext } from './reading.ts';
import type { DateMention } from './slots/date-mention.ts';

/** A message with all that is needed to say what it means. */
export interface ReadRequest {
  /** As it was typed. */
  readonly text: string;
  readonly message: AnnotatedMessage;
  /** The days to come that its dates mean. */
  readonly dates: readonly DateMention[];
  /** The days gone by that they mean where it speaks of what has happened. */
  readonly pastDates: readonly DateMention[];
  readonly lexicon: Lexicon;
  readonly model: IntentModel;
  readonly context: ReadContext;
}
