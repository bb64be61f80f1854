import { actionRow, formatDueDay, type Moment } from '../../answers/action-words.ts';
import { type ActionRow, inNewMessage } from '../../answers/card-parts.ts';
import { formatCount } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Action, isOverdue } from '../../domain/action.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { mayChange } from './action-access.ts';
import { openPresses } from './action-presses.ts';
import type { FormPress } from './action-view.ts';
import { findActions } from './find-actions.ts';
import { listInWords } from './list-in-words.ts';
import { queryOf } from './query-of.ts';
import { cannotAnswer } from './refusals.ts';

/** An action with what can be done with it. */
export interface WorkRow extends ActionRow {
  readonly presses: readonly FormPress[];
}

/** A part of somebody's work: what is in their own name, what is with their agency. */
export interface WorkPart {
  readonly heading: string;
  readonly rows: readonly WorkRow[];
}

/** `cards/my-work.json` */
export interface MyWorkView {
  readonly source: string;
  readonly headline: string;
  readonly sentence: string;
  readonly parts: readonly WorkPart[];
  /** What the button for the whole list sends; left out when all is shown. */
  readonly all?: { readonly label: string; readonly question: Question };
  readonly suggestions: readonly string[];
}

/** So many rows of each part; buttons stand under the first of all, for a phone scrolls. */
const MAX_ROWS = 6;
const MAX_WITH_BUTTONS = 6;

/** “what have i got”: nothing but what is open and the asker's own. */
export function isMyWork({ filters, args }: Question): boolean {
  const { assignee, ...others } = args;
  const asked = Object.values(others).filter((value) => value !== undefined);
  return (
    assignee === 'me' &&
    asked.length === 0 &&
    Object.keys(filters).every((filter) => filter === 'status') &&
    filters.status === 'open'
  );
}

/** The asker's work as a card: what is in their own name, then what is with their agency, each with what can be done. */
export async function showMyWork(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const query = await queryOf(asker, question, ports);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const { directory, person } = asker;
  const { shortName, timeZone } = directory.partnership;
  const today: Moment = {
    today: ports.calendar.today(timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const found = await findActions(asker, question, query.value, today.today, ports);
  const text = listInWords(asker, question, query.value, found, today);
  const all = found.actions.length;
  const own = found.actions.filter(({ owner }) => owner.person === person.id);
  const others = found.actions.filter(({ owner }) => owner.person !== person.id);
  const parts = partsOf(asker, own, others, today);
  const shown = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const overdue = found.actions.filter((action) => isOverdue(action, today.today)).length;
  const view: MyWorkView = {
    source: `${shortName} · as at ${formatDayWithYear(today.today)}`,
    headline: all === 0 ? 'Nothing is open' : `Your work: ${formatCount(all, 'open action')}`,
    sentence: `${overdue || 'None'} of them ${overdue > 1 ? 'are' : 'is'} overdue.`,
    parts,
    ...(shown < all && { all: { label: `Show all ${all}`, question } }),
    suggestions: ['which of those are overdue', 'due this month', 'when is my next meeting'],
  };
  return {
    text,
    card: all > 0 ? { name: 'my-work', view, plain: plainOf(text, view) } : undefined,
    suggestions: view.suggestions,
    thread: { question, list: { question, shown: 0, all } },
  };
}

function partsOf(
  asker: Asker,
  own: readonly Action[],
  others: readonly Action[],
  today: Moment,
): WorkPart[] {
  const { agency } = asker.person;
  const name = agency ? agencyName(asker.directory, agency) : 'your agency';
  let buttons = asker.place.kind === 'personal' ? MAX_WITH_BUTTONS : 0;
  const rowOf = (action: Action): WorkRow => {
    const mayPress = buttons > 0 && mayChange(asker.person, action);
    if (mayPress) buttons -= 1;
    return {
      ...rowFor(action, asker, today),
      presses: mayPress ? openPresses(action.ref).map(inNewMessage) : [],
    };
  };
  const part = (heading: string, actions: readonly Action[]): WorkPart[] =>
    actions.length > 0 ? [{ heading, rows: actions.slice(0, MAX_ROWS).map(rowOf) }] : [];
  return [...part('In your own name', own), ...part(`With ${name}`, others)];
}

/** Whose it is stands above; only a colleague is named. */
function rowFor(action: Action, { person, directory }: Asker, today: Moment): ActionRow {
  const owner = action.owner.person;
  const colleague = owner && owner !== person.id ? `${personName(directory, owner)} · ` : '';
  return {
    ...actionRow(action, directory, today),
    line: `${colleague}${formatDueDay(action, today.today)}`,
  };
}

function plainOf(text: string, { parts }: MyWorkView): string {
  const lines = parts.flatMap(({ heading, rows }) => [
    `${heading}:`,
    ...rows.map(({ ref, title, line, standing }) => `${ref}: ${title}. ${line}, ${standing}.`),
  ]);
  return [text, ...lines].join('\n');
}
