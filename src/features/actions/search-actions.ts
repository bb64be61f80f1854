import { actionRow } from '../../answers/action-words.ts';
import type { Asker, Hit } from '../../contract/feature.ts';
import type { Ports, StoredAction } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermitted } from '../../domain/access.ts';
import { actionReply } from './action-reply.ts';
import type { ActionView } from './action-view.ts';
import { findActions } from './find-actions.ts';
import { queryOf } from './query-of.ts';

/** Actions for the search of the message extension: by reference, else by words of the title; without words the asker's own. */
export async function searchActions(
  asker: Asker,
  words: string,
  most: number,
  ports: Ports,
): Promise<readonly Hit[]> {
  if (!isPermitted(asker.person, 'actions.read')) return [];
  const { id } = asker.directory.partnership;
  const refs = words ? await refsLike(id, words, most, ports) : await ownRefs(asker, most, ports);
  const found = await Promise.all(refs.slice(0, most).map((ref) => ports.actions.find(id, ref)));
  return found.flatMap((stored) => (stored ? [hitOf(asker, stored, ports)] : []));
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
    actions.titled(partnership, words, most),
  ]);
  return named ? [named.action.ref] : titled.map(({ ref }) => ref);
}

const MINE: Question = {
  intent: 'list_actions',
  filters: { status: 'open' },
  args: { assignee: 'me' },
};

async function ownRefs(asker: Asker, most: number, ports: Ports): Promise<string[]> {
  const query = await queryOf(asker, MINE, ports);
  if (!query.ok) return [];
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const { actions } = await findActions(asker, MINE, query.value, today, ports);
  return actions.slice(0, most).map(({ ref }) => ref);
}

/** What goes into a chat with others is where the action stands: neither its notes nor who changed what. */
function hitOf(asker: Asker, stored: StoredAction, ports: Ports): Hit {
  const { directory } = asker;
  const { calendar } = ports;
  const today = {
    today: calendar.today(directory.partnership.timeZone),
    bankHolidays: calendar.bankHolidays,
  };
  const row = actionRow(stored.action, directory, today);
  const { card } = actionReply(
    asker,
    { intent: 'action_detail', filters: {}, args: {} },
    stored,
    ports,
  );
  if (!card) throw new Error('One action is always shown on a card');
  const { notes: _, earlier: __, ...shown } = card.view as ActionView;
  const view: ActionView = { ...shown, history: [], presses: [], suggestions: [] };
  const line = `${row.line} · ${row.standing}`;
  return {
    title: `${row.ref} ${row.title}`,
    line,
    answer: {
      text: row.title,
      card: { ...card, view, plain: `${row.ref}: ${row.title}. ${line}.` },
    },
  };
}
