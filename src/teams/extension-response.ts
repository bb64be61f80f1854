import { toDialogCard, withoutButtons } from '../answers/adapt-card.ts';
import type { OutgoingAnswer } from './answer.ts';
import type { ExtensionInvokeKind } from './extension-invoke.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const UNREADABLE_ANSWER = {
  text: 'Convenor could not read that, and nothing was changed. Please try again.',
};

type ExtensionAnswer = Pick<
  OutgoingAnswer,
  'text' | 'card' | 'isOnlyButtons' | 'isOnlyWords' | 'hits'
>;

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

function toDialog({ text, card, isOnlyButtons, isOnlyWords }: ExtensionAnswer): object {
  if (!card || isOnlyButtons || isOnlyWords) return { task: { type: 'message', value: text } };
  return {
    task: {
      type: 'continue',
      value: {
        title: 'Convenor',
        width: 'medium',
        height: 'large',
        card: { contentType: ADAPTIVE_CARD, content: toDialogCard(card) },
      },
    },
  };
}

function toResults({ text, hits }: ExtensionAnswer): object {
  if (!hits?.length) return { composeExtension: { type: 'message', text } };
  const attachments = hits.map(({ title, line, card }) => ({
    contentType: ADAPTIVE_CARD,
    content: withoutButtons(card),
    preview: {
      contentType: THUMBNAIL,
      content: { title: escapeMarkup(title), text: escapeMarkup(line) },
    },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** Previews are markup; records are plain text. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
