import { formatCount, sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { HOW_TO_TEACH, openWords } from './answers.ts';
import { findRecord } from './find-record.ts';
import { showReview } from './review-misses.ts';

/** “/vocabulary”: what was taught, and how to teach more. */
export async function listWords({ directory }: Request): Promise<Answer> {
  const { learnedWords, partnership } = directory;
  const rows = learnedWords.map((learned) => {
    const record = findRecord(learned, directory);
    return {
      title: `“${learned.words}”`,
      line: record
        ? `${sentenceCase(record.kind)} · ${record.name}`
        : `${learned.id} is no longer listed`,
    };
  });
  const known =
    rows.length === 0
      ? `Nobody has taught me words of ${partnership.shortName} yet.`
      : `${sentenceCase(formatCount(rows.length, 'phrase was', 'phrases were'))} taught for ${partnership.shortName}.`;
  return {
    text: `${known} ${HOW_TO_TEACH}`,
    source: partnership.shortName,
    heading: 'Our own words',
    sections: [{ rows }],
    suggestions: [{ title: 'Review messages', ...showReview.press({}) }],
  };
}

export const showWords = action({
  ...openWords,
  permission: 'vocabulary.change',
  handle: listWords,
});
