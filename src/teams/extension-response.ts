import type { OutgoingAnswer } from './answer.ts';
import type { ExtensionInvokeKind } from './extension-invoke.ts';
import { isRecord } from './inbound.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const UNREADABLE_ANSWER = {
  text: 'Convenor could not read that, and nothing was changed. Please try again.',
};

type ExtensionAnswer = Pick<OutgoingAnswer, 'text' | 'card' | 'isOnlyButtons' | 'hits'>;
type Json = { readonly [key: string]: unknown };

/** The HTTP response to the message extension: a dialog, or a list of results. */
export function toExtensionResponse(
  asked: ExtensionInvokeKind,
  answer: ExtensionAnswer = UNREADABLE_ANSWER,
): object {
  return asked === 'query' ? toResults(answer) : toDialog(answer);
}

/** The response to a search that asks for more results than there are. */
export const NO_MORE_RESULTS = {
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] },
};

function toDialog({ text, card, isOnlyButtons }: ExtensionAnswer): object {
  if (!card || isOnlyButtons) return { task: { type: 'message', value: text } };
  return {
    task: {
      type: 'continue',
      value: {
        title: 'Convenor',
        width: 'medium',
        height: 'large',
        card: { contentType: ADAPTIVE_CARD, content: toDialogCard(card as Json) },
      },
    },
  };
}

function toResults({ text, hits }: ExtensionAnswer): object {
  if (!hits?.length) return { composeExtension: { type: 'message', text } };
  const attachments = hits.map(({ title, line, card }) => ({
    contentType: ADAPTIVE_CARD,
    content: toStaticCard(card),
    preview: {
      contentType: THUMBNAIL,
      content: { title: escapeMarkup(title), text: escapeMarkup(line) },
    },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/**
 * A card for a dialog. Dialogs support only Action.Submit, so each button becomes its fallback; one
 * that asks a question has no chat to ask it in, and is removed.
 */
function toDialogCard(card: Json): object {
  return mapButtons(card, (button) => {
    const plain = button.type === 'Action.Execute' ? (button.fallback as Json | undefined) : button;
    return (plain?.data as Json | undefined)?.verb === 'ask' ? undefined : plain;
  });
}

/** A card for somebody's own message, without buttons: Convenor may not be in that chat. */
function toStaticCard(card: object): object {
  return mapButtons(card as Json, () => undefined);
}

/**
 * The same card with each button changed or left out, without automatic refresh and without
 * `selectAction`.
 */
function mapButtons(card: Json, change: (button: Json) => Json | undefined): Json {
  const { refresh, selectAction, ...rest } = card;
  const entries = Object.entries(rest).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'actions' && Array.isArray(value)) {
      const actions = value.flatMap((button: Json) => change(button) ?? []);
      return actions.length > 0 ? [[key, actions]] : [];
    }
    if (Array.isArray(value)) return [[key, value.flatMap((part) => mapPart(part, change))]];
    return isRecord(value) && key !== 'data' ? [[key, mapButtons(value, change)]] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** A set of buttons without any left is left out too. */
function mapPart(part: unknown, change: (button: Json) => Json | undefined): unknown[] {
  if (!isRecord(part)) return [part];
  const changed = mapButtons(part, change);
  return changed.type === 'ActionSet' && !changed.actions ? [] : [changed];
}

/** Previews are markup; records are plain text. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
