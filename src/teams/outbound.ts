import { type Activity, ActivityTypes } from 'botbuilder';
import type { Rendered } from '../answers/render.ts';
import type { Answer } from '../contract/answer.ts';
import { toFileAttachment } from './file-consent.ts';

export type { Rendered };

/** Makes the card and the plain text of an answer. */
export type Render = (answer: Answer) => Rendered;

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/**
 * Teams refuses a message over 100 KB of UTF-16: 51,200 characters of JSON, some of them for the
 * envelope.
 */
const MAX_CHARACTERS = 48_000;

/**
 * An answer as a message: the sentence first, for notifications and screen readers, then the card.
 * A card too large for Teams is replaced by its plain text, cut to what Teams accepts.
 */
export function toMessage(rendered: Rendered): Partial<Activity> {
  const { text, card, file } = rendered;
  const message = { type: ActivityTypes.Message, textFormat: 'plain', text: truncate(text) };
  if (file) return { ...message, attachments: [toFileAttachment(file)] };
  if (!card) return message;
  const withCard = {
    ...message,
    summary: text,
    attachments: [{ contentType: ADAPTIVE_CARD, content: card }],
  };
  return JSON.stringify(withCard).length <= MAX_CHARACTERS ? withCard : toPlainMessage(rendered);
}

/** An answer in words alone, what its card says among them. */
export function toPlainMessage({ text, plain }: Rendered): Partial<Activity> {
  const words = plain === undefined ? text : `${text}\n\n${plain}`;
  return { type: ActivityTypes.Message, textFormat: 'plain', text: truncate(words) };
}

/**
 * A message that replaces one with a card. Teams keeps text and card as two messages, and refuses
 * to replace one by two.
 */
export function toReplacement(
  { text, textFormat, ...message }: Partial<Activity>,
  id: string,
): Partial<Activity> {
  return { ...message, id };
}

/** The response to a button: a card replaces the pressed one, words are shown below it. */
export function toCardResponse({ text, card, isOnlyButtons }: Rendered): object {
  return card && !isOnlyButtons
    ? { statusCode: 200, type: ADAPTIVE_CARD, value: card }
    : { statusCode: 200, type: MESSAGE, value: truncate(text) };
}

function truncate(text: string): string {
  return text.length <= MAX_CHARACTERS / 2 ? text : `${text.slice(0, MAX_CHARACTERS / 2)} …`;
}
