import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { parseWords, taught } from './taught-words.ts';
import { cannotTeach, changedMeanwhile, inWords, note, written } from './words-replies.ts';

/** “/vocabulary remove the dads work” */
export async function forgetWords(asker: Asker, typed: string, ports: Ports): Promise<Answer> {
  const { directory, person } = asker;
  const parsed = parseWords(typed);
  if (!parsed.ok) return cannotTeach(parsed.refusal);
  const words = parsed.value;
  const from = taught(words, directory);
  if (!from) return note(`“${words}” was never taught, so there is nothing to remove.`);
  const outcome = await ports.vocabulary.change(directory.partnership.id, {
    words,
    from,
    by: person.id,
  });
  if (outcome === 'stale') return note(changedMeanwhile(words));
  const text = `“${words}” no longer means ${inWords(from, directory)}.`;
  return written(asker, `“${words}” is removed`, text, {
    words,
    to: { kind: from.kind, id: from.id },
  });
}
