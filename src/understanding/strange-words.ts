import { type Heard, overlapsAny } from './heard.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Understanding } from './understanding.ts';

/** The words of a message that neither the phrases nor the records know, and how many of the others say something. */
export function strangeWords(
  { tokens, stems, mentions, parts, concepts }: Heard,
  { stems: known }: Pick<Understanding, 'stems'>,
): { strange: readonly string[]; ours: number } {
  const named = [...mentions, ...parts, ...concepts];
  const content = tokens.flatMap(({ word }, at) =>
    /^\p{L}{3,}$/u.test(word) && !STOP_WORDS.has(word) ? [{ at, word, root: stems[at] ?? '' }] : [],
  );
  const strange = content.filter(
    ({ root, at }) => !known.has(root) && !overlapsAny({ start: at, end: at + 1 }, named),
  );
  return { strange: strange.map(({ word }) => word), ours: content.length - strange.length };
}
