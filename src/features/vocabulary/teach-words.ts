import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { findNamed, type Named } from './find-named.ts';
import { parseWords, taught } from './taught-words.ts';
import { cannotTeach, changedMeanwhile, inWords, note, written } from './words-replies.ts';

/** “/vocabulary the dads work = fathers theme”: from the next message on, everybody here is understood so. */
export async function teachWords(
  asker: Asker,
  typed: string,
  named: string,
  ports: Ports,
): Promise<Answer> {
  const { directory, person } = asker;
  const parsed = parseWords(typed);
  if (!parsed.ok) return cannotTeach(parsed.refusal);
  const words = parsed.value;
  const { found, near } = findNamed(named, directory);
  const [meant, another] = found;
  if (!meant || another) return askWhich(words, meant ? found : near, meant ? 'several' : 'none');

  const from = taught(words, directory);
  const to = { kind: meant.kind, id: meant.id };
  const outcome = await ports.vocabulary.change(directory.partnership.id, {
    words,
    from,
    to,
    by: person.id,
  });
  if (outcome === 'stale') return note(changedMeanwhile(words));
  if (outcome === 'unchanged')
    return note(`“${words}” means ${inWords(meant, directory)} already.`);
  const before = from ? ` Until now it meant ${inWords(from, directory)}.` : '';
  const text = `“${words}” now means ${inWords(meant, directory)}, for everybody in ${directory.partnership.shortName}.${before}`;
  return written(asker, `“${words}” is learned`, text, { words, from: to, to: from });
}

/** Each button says the command again, with the kind and the whole name of one record. */
function askWhich(words: string, records: readonly Named[], how: 'several' | 'none'): Answer {
  const text =
    how === 'several'
      ? `That could be ${records.length} records, so nothing was written. Which does “${words}” mean?`
      : `I know no agency, group or priority by that name, so nothing was written. Does “${words}” mean one of these?`;
  const choices = records.map(({ kind, name }) => ({
    label: name,
    detail: kind,
    ask: `/vocabulary ${words} = ${kind} ${name}`,
  }));
  const plain = [text, ...choices.map(({ label, detail }) => `${label} (${detail}).`)].join('\n');
  return {
    text,
    card: { name: 'choose', view: { headline: `What does “${words}” mean?`, choices }, plain },
  };
}
