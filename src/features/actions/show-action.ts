import { type Action, type ActionChange, standingOf } from '../../domain/action.ts';
import { type Day, inFull, inWords } from '../../domain/dates.ts';
import { agencyName, type Directory, personName, priorityIn } from '../../domain/directory.ts';
import { yearOf } from '../../domain/partnership-year.ts';
import { colourOf, ownerInWords, standingInWords, type Today } from '../action-words.ts';
import type { Asker, Reply } from '../feature.ts';
import type { Ports, StoredAction } from '../ports.ts';
import type { Question } from '../question.ts';
import { whichAction } from '../which-action.ts';
import { sentenceCase } from '../words.ts';
import type { ActionView } from './action-view.ts';

/** Answers what is known of one action, found by its reference or by words of its title. */
export async function showAction(asker: Asker, question: Question, ports: Ports): Promise<Reply> {
  const which = await whichAction(asker, question, ports);
  return 'reply' in which ? which.reply : actionReply(asker, question, which.found, ports);
}

/** One action as a card, with what was asked of it said first. */
export function actionReply(asker: Asker, question: Question, found: StoredAction, ports: Ports): Reply {
  const { directory } = asker;
  const today: Today = {
    day: ports.calendar.today(directory.partnership.timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const { action } = found;
  const history = historyOf(action, found.history, directory, today.day);
  const text = question.args.field === 'history' ? lastChange(action, history) : summary(action, directory, today);
  const view: ActionView = {
    source: `${directory.partnership.shortName} · as at ${inFull(today.day)}`,
    ref: action.ref,
    title: action.title,
    standing: sentenceCase(standingInWords(action, today)),
    colour: colourOf(action, today.day),
    facts: factsOf(action, directory, today.day),
    evidence: action.impactEvidence,
    notes: action.notes,
    history,
    suggestions: suggestionsAfter(action, question, directory),
  };
  return {
    text,
    card: { name: 'action', view, plain: plainOf(view) },
    suggestions: view.suggestions,
    thread: { question: { intent: 'action_detail', filters: {}, args: { actionRef: action.ref } } },
  };
}

function summary(action: Action, directory: Directory, today: Today): string {
  const owner = ownerInWords(action, directory);
  const due = action.dueOn ? '' : ' It has no due date.';
  const noOwner = owner ? '' : ' No owner is recorded.';
  const standing = standingInWords(action, today).replace(', no due date', '');
  return `${action.ref} “${action.title}” is ${standing}${owner ? `, with ${owner}` : ''}.${due}${noOwner}`;
}

function lastChange(action: Action, [latest]: ActionView['history']): string {
  if (!latest) return `The records do not say when ${action.ref} was last updated.`;
  return `${action.ref} was last updated on ${latest.when}: ${latest.what}.`;
}

function factsOf(action: Action, directory: Directory, today: Day): ActionView['facts'] {
  const year = yearOf(today, directory.partnership.yearStart);
  const priority = action.priority && (priorityIn(directory, action.priority, year)?.title ?? action.priority);
  const facts: [string, string | undefined][] = [
    ['Owner', ownerInWords(action, directory) ?? 'None recorded'],
    ['Due', action.dueOn ? inWords(action.dueOn, today) : 'No date recorded'],
    ['Source', action.source.name ?? action.source.kind ?? 'Not recorded'],
    ['Priority', priority || 'None recorded'],
    ['Review', action.review],
    ['Raised', action.raisedOn ? inWords(action.raisedOn, today) : 'No date recorded'],
    ['Completed', action.completedOn && inWords(action.completedOn, today)],
    ['Impact', impactInWords(action, today)],
    [
      'Verified',
      action.verifiedBy &&
        `${personName(directory, action.verifiedBy)}${action.verifiedOn ? `, ${inWords(action.verifiedOn, today)}` : ''}`,
    ],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function impactInWords(action: Action, today: Day): string | undefined {
  if (action.impactEvidence) return undefined;
  return standingOf(action, today) === 'unevidenced'
    ? 'Not yet evidenced: what changed for children or practice?'
    : undefined;
}

function historyOf(
  action: Action,
  changes: readonly ActionChange[],
  directory: Directory,
  today: Day,
): ActionView['history'] {
  const recorded = changes.map((change) => ({ on: change.at.slice(0, 10) as Day, what: changeInWords(change, directory) }));
  const known = [
    ...(action.raisedOn ? [{ on: action.raisedOn, what: 'raised' }] : []),
    ...(action.completedOn ? [{ on: action.completedOn, what: 'completed' }] : []),
  ];
  return [...known, ...recorded]
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, 8)
    .map(({ on, what }) => ({ when: inWords(on, today), what }));
}

function changeInWords({ by, verb, changes, reason }: ActionChange, directory: Directory): string {
  const fields = Object.entries(changes).map(
    ([field, { from, to }]) => `${field} ${from ? `from ${from} ` : ''}to ${to ?? 'nothing'}`,
  );
  return `${verb}${fields.length > 0 ? `, ${fields.join(', ')}` : ''} by ${personName(directory, by)}${reason ? ` (${reason})` : ''}`;
}

function suggestionsAfter(action: Action, { args }: Question, directory: Directory): string[] {
  return [
    ...(args.field === 'history' ? [] : ['when was it last updated']),
    ...(action.review ? [`actions from ${action.review}`] : []),
    ...(action.owner.agency ? [`overdue with ${agencyName(directory, action.owner.agency)}`] : ['what is overdue']),
  ].slice(0, 3);
}

function plainOf({ ref, title, standing, facts, evidence, notes, history }: ActionView): string {
  return [
    `${ref}: ${title}.`,
    `${standing}.`,
    ...facts.map((fact) => `${fact.title}: ${fact.value}.`),
    ...(evidence ? [`What changed: ${evidence}.`] : []),
    ...(notes ? [`Notes: ${notes}.`] : []),
    ...history.map(({ when, what }) => `${when}: ${what}.`),
  ].join('\n');
}
