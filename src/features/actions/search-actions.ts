import { toActionRow } from '../../answers/action-words.ts';
import type { Hit } from '../../contract/answer.ts';
import type { Ports, StoredAction } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { actionAnswer } from './action-answer.ts';
import { toActionQuery } from './action-query.ts';
import { findActions } from './find-actions.ts';

/** Actions for the search of the message extension: by reference, else by words of the title; without words the asker's own. */
export async function searchActions(
  request: Request,
  words: string,
  most: number,
): Promise<readonly Hit[]> {
  const { person, directory, ports } = request;
  if (!isPermitted(person, 'actions.read')) return [];
  const { id } = directory.partnership;
  const refs = words ? await refsLike(id, words, most, ports) : await ownRefs(request, most);
  const found = await Promise.all(refs.slice(0, most).map((ref) => ports.actions.find(id, ref)));
  return found.flatMap((stored) => (stored ? [toHit(request, stored)] : []));
}

/** Letters, then a number: `sa 019` is SA-019. */
const REF = /^\p{L}[\p{L}\p{N}]*(?:[ -]\p{L}*\p{N}+)+$/u;

async function refsLike(
  partnership: string,
  words: string,
  most: number,
  { actions }: Ports,
): Promise<string[]> {
  const [named, titled] = await Promise.all([
    REF.test(words)
      ? actions.find(partnership, words.toUpperCase().replaceAll(' ', '-'))
      : undefined,
    actions.searchTitles(partnership, words, most),
  ]);
  return named ? [named.action.ref] : titled.map(({ ref }) => ref);
}

const MINE: Question = {
  intent: 'list_actions',
  filters: { status: 'open' },
  args: { assignee: 'me' },
};

async function ownRefs(request: Request, most: number): Promise<string[]> {
  const query = await toActionQuery(request, MINE);
  if (!query.ok) return [];
  const { actions } = await findActions(request, MINE, query.value);
  return actions.slice(0, most).map(({ ref }) => ref);
}

/** What goes into a chat with others is where the action stands: neither its notes nor who changed what. */
function toHit(request: Request, stored: StoredAction): Hit {
  const { ref, title, line, state } = toActionRow(stored.action, request.directory, request);
  const { sections = [], source, heading, state: shown } = actionAnswer(request, stored);
  const shared = sections.filter(({ heading: of }) => of !== 'Notes' && of !== 'History');
  return {
    title: `${ref} ${title}`,
    line: `${line} · ${state?.words}`,
    answer: { text: title, source, heading, state: shown, sections: shared },
  };
}
