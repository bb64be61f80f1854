import { type Activity, ActivityTypes } from 'botbuilder';
import type { Card, Reply } from '../features/feature.ts';

/** Expands a card into Adaptive Card JSON. */
export type Render = (card: Card) => object;

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** Teams refuses a message over 100 KB of UTF-16: 51,200 characters of JSON, of which some are kept for the envelope. */
const MOST_CHARACTERS = 48_000;

/**
 * A reply as a message: the sentence first, so that a notification and a screen reader have the answer, then the card.
 * A card too large for Teams gives way to its plain text, and that is cut where Teams would refuse it.
 */
export function toMessage(reply: Reply, render: Render): Partial<Activity> {
  const message = { type: ActivityTypes.Message, textFormat: 'plain', text: reply.text };
  if (!reply.card) return { ...message, text: shortened(reply.text) };
  const attachments = [{ contentType: ADAPTIVE_CARD, content: render(reply.card) }];
  const withCard = { ...message, summary: reply.text, attachments };
  if (JSON.stringify(withCard).length <= MOST_CHARACTERS) return withCard;
  return { ...message, text: shortened(`${reply.text}\n\n${reply.card.plain}`) };
}

/** The body of an invoke response: the card takes the place of the one whose button was pressed; words are shown below it. */
export function toCardResponse(reply: Reply, render: Render): { statusCode: number; type: string; value: unknown } {
  return reply.card
    ? { statusCode: 200, type: ADAPTIVE_CARD, value: render(reply.card) }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: shortened(reply.text) };
}

function shortened(text: string): string {
  return text.length <= MOST_CHARACTERS / 2 ? text : `${text.slice(0, MOST_CHARACTERS / 2)} …`;
}
