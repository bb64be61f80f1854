import { counted, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import { namedAs } from './find-named.ts';
import { HOW_TO_TEACH, vocabularyCard } from './words-replies.ts';

/** “/vocabulary”: what was taught, and how to teach more. */
export function listWords(asker: Asker): Answer {
  const { directory } = asker;
  const { learnedWords, partnership } = directory;
  const rows = learnedWords.map((learned) => {
    const named = namedAs(learned, directory);
    return {
      title: `“${learned.words}”`,
      line: named
        ? `${sentenceCase(named.kind)} · ${named.name}`
        : `${learned.id} is no longer listed`,
    };
  });
  const known =
    rows.length === 0
      ? `Nobody has taught me words of ${partnership.shortName} yet.`
      : `${sentenceCase(counted(rows.length, 'phrase was', 'phrases were'))} taught for ${partnership.shortName}.`;
  const suggestions = ['/vocabulary review'];
  return vocabularyCard(asker, `${known} ${HOW_TO_TEACH}`, {
    headline: 'Our own words',
    rows,
    suggestions,
  });
}
