import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { namedAs } from './find-named.ts';
import { parseWords } from './taught-words.ts';
import { changedMeanwhile, inPlace, inWords, mayNotTeach } from './words-replies.ts';

const meaningSchema = z.object({
  kind: z.enum(['agency', 'group', 'priority']),
  id: z.string().min(1).max(100),
});
const undoSchema = z.object({
  undo: z.object({
    words: z.string().max(200),
    from: meaningSchema.optional(),
    to: meaningSchema.optional(),
  }),
});

/** *Undo*: the words mean again what they meant before; pressed twice, the second changes nothing. */
export async function undoWords(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = undoSchema.safeParse(data);
  const parsed = form.success ? parseWords(form.data.undo.words) : undefined;
  if (!form.success || !parsed?.ok) throw new UnreadableInput('vocabulary.undo');
  const { directory, person } = asker;
  const { from, to } = form.data.undo;
  if (!isPermitted(person, 'vocabulary.change')) return mayNotTeach(directory);
  if (to && !namedAs(to, directory)) throw new UnreadableInput('vocabulary.undo');
  const words = parsed.value;
  const outcome = await ports.vocabulary.change(directory.partnership.id, {
    words,
    from,
    to,
    by: person.id,
  });
  if (outcome === 'stale') return inPlace(asker, 'Not undone', changedMeanwhile(words));
  const now = to ? `means ${inWords(to, directory)} again` : 'means nothing in particular again';
  return inPlace(asker, 'Undone', `Undone: “${words}” ${now}.`);
}
