import { ask } from '../../answers/questions.ts';
import type { Answer, Button } from '../../contract/answer.ts';

export const SETTINGS_BUTTON: Button = { title: 'My notice settings', ...ask('notify_settings') };

/** What a press did, in the place of the card that was pressed; its buttons take it back or go on. */
export function setAnswer(
  heading: string,
  sentence: string,
  buttons: readonly Button[] = [],
): Answer {
  return {
    text: `${heading}. ${sentence}`,
    heading,
    sentence,
    buttons: [...buttons, SETTINGS_BUTTON],
  };
}

/** A form of somebody else’s settings, pressed in a chat of several. */
export function notYours(): Answer {
  return {
    text: 'Nothing was changed: that form is somebody else’s. Ask me yourself, and you get your own.',
    refused: 'access',
  };
}
