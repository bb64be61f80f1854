import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { bareLcsprName, type Lcspr } from '../../domain/lcspr.ts';
import { aboutLcspr } from './buttons.ts';

/** All that the asker may see, by name. */
export async function listSeen({ directory, ports }: Pick<Request, 'directory' | 'ports'>) {
  const all = await ports.reviews.lcsprs(directory.partnership.id);
  const byName = ({ name }: Lcspr) => bareLcsprName(name);
  return all.toSorted((a, b) => byName(a).localeCompare(byName(b), 'en', { numeric: true }));
}

/** The local review that a question names, as the records have it; `undefined` where it names a case. */
export async function findLcspr(
  request: Pick<Request, 'directory' | 'ports'>,
  { filters }: Question,
): Promise<Lcspr | undefined> {
  if (!request.directory.lcsprs.some(({ name }) => name === filters.reviewRef)) return undefined;
  return (await listSeen(request)).find(({ name }) => name === filters.reviewRef);
}

/** No LCSPR has that name, or none is there at all: the names there are, for whoever may know them. */
export function noSuchLcspr(named: string | undefined, lcsprs: readonly Lcspr[]): Answer {
  const names = lcsprs.map(({ name }) => name);
  const known =
    names.length > 0
      ? `I know ${formatList(names)}.`
      : 'No LCSPR is in the records for you to see.';
  const suggestions = names
    .slice(0, 3)
    .map((name) => ({ title: `Show ${name}`, ...aboutLcspr(name) }));
  return {
    text: named ? `I know no LCSPR called “${named}”. ${known}` : known,
    suggestions: [...suggestions, { title: 'All LCSPRs', ...ask('lcspr_list') }].slice(0, 3),
  };
}
