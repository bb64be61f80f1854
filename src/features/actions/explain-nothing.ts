import { toActionRow } from '../../answers/action-words.ts';
import { withArticle } from '../../answers/with-article.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ActionQuery } from '../../domain/action-query.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { listSourceNames } from './action-query.ts';

const MAX_NEAREST = 3;
const MAX_SOURCES = 4;

/** Where nothing was found by words: that no record has them, and what comes nearest. */
export async function explainNothing(
  request: Request,
  { filters, args }: Question,
  query: ActionQuery,
): Promise<Pick<Answer, 'text' | 'heading' | 'sections'> | undefined> {
  const { directory, today, ports } = request;
  const { id } = directory.partnership;
  if (query.sourceNames?.length === 0) {
    const names = await listSourceNames(request, filters.source);
    return { text: describeUnknownSource(args.sourceName ?? '', filters.source, names) };
  }
  if (query.person && args.assignee !== 'me') return explainNoneOwned(request, query.person);
  if (!query.topic) return undefined;
  const about = await ports.actions.list(id, { topic: query.topic }, today);
  if (about.length > 0) return undefined;
  const text = `No action has “${query.topic}” in its title.`;
  const nearest = await ports.actions.searchTitles(id, query.topic, MAX_NEAREST);
  const found = await Promise.all(nearest.map(({ ref }) => ports.actions.findCurrent(id, ref)));
  const rows = found.flatMap((action) => (action ? [toActionRow(action, directory, request)] : []));
  return rows.length === 0
    ? { text }
    : { text: `${text} The nearest I found:`, heading: 'Nearest titles', sections: [{ rows }] };
}

/** Somebody who owns nothing by name, with what their agency has; nothing where they own something. */
async function explainNoneOwned(
  { directory, ports }: Request,
  person: string,
): Promise<{ readonly text: string } | undefined> {
  const tallies = await ports.actions.tallies(directory.partnership.id);
  const { open, closed } = tallies.get('person', person);
  if (open + closed > 0) return undefined;
  const text = `No action is assigned to ${personName(directory, person)} by name.`;
  const agency = directory.people.find(({ id }) => id === person)?.agency;
  const own = agency && tallies.get('agency', agency);
  if (!agency || !own || own.open + own.closed === 0) return { text };
  return {
    text: `${text} ${agencyName(directory, agency)} has ${formatCount(own.open, 'open action')}.`,
  };
}

function describeUnknownSource(
  words: string,
  kind: string | undefined,
  names: readonly string[],
): string {
  const none = `No actions come from ${kind ? `${withArticle(kind)} called` : 'a source called'} “${words}”.`;
  if (!kind || names.length === 0) return none;
  const shown = names.slice(0, MAX_SOURCES).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  const listed = more > 0 ? [...shown, `${formatCount(more, 'other')}`] : shown;
  return shown.length === 1
    ? `${none} The only one recorded is ${shown[0]}.`
    : `${none} Those recorded are ${formatList(listed)}.`;
}
