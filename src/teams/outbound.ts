import { type Activity, ActivityTypes } from 'botbuilder';
import type { Rendered } from '../answers/render.ts';
import type { Answer } from '../contract/answer.ts';

export type { Rendered };

/** Makes the card and the plain text of an answer. */
export type Render = (answer: Answer) => Rendered;

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** Teams refuses a message over 100 KB of UTF-16: 51,200 characters of JSON, of which some are kept for the envelope. */
const MAX_CHARACTERS = 48_000;

/**
 * A reply as a message: the sentence first, so that a notification and a screen reader have the answer, then the card.
 * A card too large for Teams gives way to its plain text, and that is cut where Teams would refuse it.
 */
export function toMessage({ text, card, plain }: Rendered): Partial<Activity> {
  const message = { type: ActivityTypes.Message, textFormat: 'plain', text: truncate(text) };
  if (!card) return message;
  const withCard = {
    ...message,
    summary: text,
    attachments: [{ contentType: ADAPTIVE_CARD, content: card }],
  };
  return JSON.stringify(withCard).length <= MAX_CHARACTERS
    ? withCard
    : { ...message, text: truncate(`${text}\n\n${plain}`) };
}

/** A message to put in the place of one with a card. Teams keeps text and card as two, and refuses to put two for one. */
export function toReplacement(
  { text, textFormat, ...message }: Partial<Activity>,
  id: string,
): Partial<Activity> {
  return { ...message, id };
}

/** What answers a button in the response to it: the card takes the place of the pressed one; words are shown below it. */
export function toCardResponse({ text, card, isOnlyButtons }: Rendered): object {
  return card && !isOnlyButtons
    ? { statusCode: 200, type: ADAPTIVE_CARD, value: card }
    : { statusCode: 200, type: MESSAGE, value: truncate(text) };
}

function truncate(text: string): string {
  return text.length <= MAX_CHARACTERS / 2 ? text : `${text.slice(0, MAX_CHARACTERS / 2)} …`;
}
