import type { IntentModel } from './classifier/intent-model.ts';
import type { AnnotatedMessage } from './entities/annotated-message.ts';
import type { Lexicon } from './entities/lexicon.ts';
import type { ReadContext } from './reading.ts';

/** A message with all that is needed to say what it means. */
export interface ReadRequest {
  /** As it was typed. */
  readonly text: string;
  readonly message: AnnotatedMessage;
  readonly lexicon: Lexicon;
  readonly model: IntentModel;
  readonly context: ReadContext;
}
