import type { Answer } from '../../contract/answer.ts';
import type { Feature } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { createWordsSuggestion, HOW_TO_TEACH, refuseTeaching } from './answers.ts';
import { listWords, showWords } from './list-words.ts';
import { reviewMisses, showReview, switchKeeping, switchReview } from './review-misses.ts';
import { askMeaning, forgetWords, teachMeaning, teachWords, undoWords } from './teach-words.ts';

/** The words of the place, taught by administrators, and the messages from which they see what is missing. */
export const vocabulary: Feature = {
  name: 'vocabulary',
  actions: [showWords, showReview, switchKeeping, askMeaning, teachMeaning, undoWords],
  commands: [{ name: 'vocabulary', handle: command }],
  help: [
    {
      title: 'Our own words',
      job: 'set up',
      roles: ['administrator'],
      examples: () => [
        { title: '/vocabulary', ...showWords.press({}) },
        { title: '/vocabulary review', ...showReview.press({}) },
      ],
    },
  ],
};

/** `/vocabulary`, `/vocabulary WORDS = NAME`, `/vocabulary remove WORDS`, `/vocabulary review`, `… review on`, `… review off` */
async function command(request: Request, text: string): Promise<Answer> {
  if (!isPermitted(request.person, 'vocabulary.change')) return refuseTeaching(request.directory);
  if (!text) return listWords(request);
  const removed = /^(?:remove|forget|delete)\s+(.+)$/is.exec(text)?.[1];
  if (removed) return forgetWords(request, removed);
  const at = text.indexOf('=');
  const [words, name] = at < 0 ? [] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (words !== undefined && name) return teachWords(request, words, name);
  const review = /^review(?:\s+(on|off))?$/i.exec(text);
  if (review)
    return review[1] ? switchReview(request, /on/i.test(review[1])) : reviewMisses(request);
  return {
    text: `I did not understand that. ${HOW_TO_TEACH}`,
    suggestions: [createWordsSuggestion(), { title: 'Review messages', ...showReview.press({}) }],
  };
}
