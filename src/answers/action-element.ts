import type { AnswerRow, Button, Suggestion } from '../contract/answer.ts';
import { toPressData } from './press-data.ts';

/** An action element of Adaptive Cards, as the card has it. */
export type ActionElement = Readonly<Record<string, unknown>> & { readonly type: string };

/** The same button without what is in the fields of its card. */
export function withoutInputs(element: ActionElement): ActionElement {
  const alone = { ...element, associatedInputs: 'none' };
  return element.fallback
    ? { ...alone, fallback: withoutInputs(element.fallback as ActionElement) }
    : alone;
}

/**
 * What is answered below the card is sent as a message. An action is answered in the card's place; a client that knows
 * no Action.Execute sends the same as a message.
 */
export function toActionElement(button: Button): ActionElement {
  const { title, aloud, isPrimary, inNewMessage } = button;
  const look = {
    title,
    ...(aloud && { tooltip: aloud }),
    ...(isPrimary && { style: 'positive' }),
  };
  if ('url' in button) return { type: 'Action.OpenUrl', ...look, url: button.url };
  const data = { ...toPressData(button), ...(inNewMessage && { inNewMessage }) };
  if ('question' in button || inNewMessage) return { type: 'Action.Submit', ...look, data };
  const fallback = { type: 'Action.Submit', title, data };
  return { type: 'Action.Execute', ...look, verb: button.action, data, fallback };
}

/** What pressing a row opens, always in a new message. */
export function openElement(opens: NonNullable<AnswerRow['opens']>): ActionElement {
  return 'url' in opens
    ? { type: 'Action.OpenUrl', url: opens.url }
    : {
        type: 'Action.Submit',
        data: { ...toPressData(opens), ...('action' in opens && { inNewMessage: true }) },
      };
}

/** What one might ask next, always in a new message. */
export function suggestionElement(suggestion: Suggestion): ActionElement {
  return { type: 'Action.Submit', title: suggestion.title, data: toPressData(suggestion) };
}
