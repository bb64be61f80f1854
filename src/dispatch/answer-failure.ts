import { lookPress } from '../answers/form.ts';
import type { Answer } from '../contract/answer.ts';
import type { ChangesMade } from '../contract/ports.ts';

/** More changes than one press makes are not looked for one by one. */
const MAX_LOOKED_FOR = 20;

const OUTAGE = 'Convenor cannot reach its records just now.';
const TIMEOUT = 'Convenor is taking too long just now.';

/**
 * What is said when an answer could not be given, by what is known of the changes: that nothing was
 * changed only when storage has taken nothing and will take nothing more of it.
 */
export function answerFailure({ saved, inDoubt }: ChangesMade, isTimeout = false): Answer {
  if (inDoubt.length > 0)
    return withLook(
      'I can’t tell whether that was saved',
      'Check before you try again.',
      'Check if it was saved',
      inDoubt,
    );
  if (saved.length > 0)
    return withLook(
      'That was saved, but I can’t show it just now',
      'If it was more than one change, check that all of it is there.',
      'Show what was saved',
      saved,
    );
  return {
    text: `${isTimeout ? TIMEOUT : OUTAGE} Nothing was changed. Please try again in a minute.`,
  };
}

function withLook(
  heading: string,
  sentence: string,
  title: string,
  changes: ChangesMade['saved'],
): Answer {
  return {
    text: `${heading}. ${sentence}`,
    source: '',
    ...(changes[0] && { partnership: changes[0].partnership }),
    heading,
    sentence,
    buttons: [
      lookPress.button(
        title,
        { changes: changes.slice(0, MAX_LOOKED_FOR) },
        { inNewMessage: true },
      ),
    ],
  };
}
