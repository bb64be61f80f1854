import type { Answer, Asker, Feature } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { forgetWords } from './forget-words.ts';
import { listWords } from './list-words.ts';
import { reviewMisses, switchReview } from './review-misses.ts';
import { teachWords } from './teach-words.ts';
import { undoWords } from './undo-words.ts';
import { HOW_TO_TEACH, mayNotTeach } from './words-replies.ts';

/** The words of the place, taught by administrators, and the messages from which they see what is missing. */
export const vocabulary: Feature = {
  name: 'vocabulary',
  intents: [],
  submissions: [{ verb: 'vocabulary.undo', access: 'vocabulary.change', handle: undoWords }],
  commands: [{ name: 'vocabulary', handle: command }],
};

/** `/vocabulary`, `/vocabulary WORDS = NAME`, `/vocabulary remove WORDS`, `/vocabulary review`, `… review on`, `… review off` */
async function command(asker: Asker, text: string, ports: Ports): Promise<Answer> {
  if (!isPermitted(asker.person, 'vocabulary.change')) return mayNotTeach(asker.directory);
  if (!text) return listWords(asker);
  const removed = /^(?:remove|forget|delete)\s+(.+)$/is.exec(text)?.[1];
  if (removed) return forgetWords(asker, removed, ports);
  const [words, named] = split(text);
  if (words !== undefined && named) return teachWords(asker, words, named, ports);
  const review = /^review(?:\s+(on|off))?$/i.exec(text);
  if (review)
    return review[1]
      ? switchReview(asker, /on/i.test(review[1]), ports)
      : reviewMisses(asker, ports);
  return {
    text: `I did not understand that. ${HOW_TO_TEACH}`,
    suggestions: ['/vocabulary', '/vocabulary review'],
  };
}

function split(text: string): [words?: string, named?: string] {
  const at = text.indexOf('=');
  return at < 0 ? [] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
