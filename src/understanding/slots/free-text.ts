import type { IntentGrammar, SlotName } from '../../contract/intent-grammar.ts';

/** Slots that take the words of a message as they stand, for a form that shows them. */
const FREE_TEXT: ReadonlySet<SlotName> = new Set([
  'new-action',
  'evidence-text',
  'status-change',
  'note',
  'deputy',
  'agenda-item',
  'decision-text',
  'reminder',
]);

/** Whether words of a message go into the form as they stand. */
export const takesFreeText = ({ slots, patterns, takesAnyWords }: IntentGrammar): boolean =>
  takesAnyWords === true ||
  patterns?.title !== undefined ||
  slots?.some((slot) => FREE_TEXT.has(slot)) === true;
