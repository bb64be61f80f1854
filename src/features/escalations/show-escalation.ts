import { aboutAction, ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button, Fact } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type Day, formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import {
  type Escalation,
  escalationClosedOn,
  escalationDays,
  heldUntil,
  isEscalationOpen,
} from '../../domain/escalation.ts';
import { describeUndo, formButton } from './buttons.ts';
import {
  aboutEscalation,
  describeStanding,
  formatParties,
  formatSubject,
  LEVEL_NAMES,
} from './describe-escalation.ts';
import { escalationOwner, mayDo, mayNotRead, noSuchEscalation } from './refusals.ts';
import { escalationStore } from './store.ts';

/** So many lines of its history stand on a card, the latest first. */
const MAX_EVENTS = 12;

/** “ESC-3”, “esc 03” and “3” are ESC-03. */
const sameReference = (id: string, wanted: string): boolean =>
  Number(/\d+$/.exec(id)?.[0]) === Number(/\d+$/.exec(wanted)?.[0]) &&
  (/^\d+$/.test(wanted) || /^\D*/.exec(id)?.[0].replace(/\W/g, '') === letters(wanted));

const letters = (text: string): string =>
  (/^\D*/.exec(text)?.[0] ?? '').replace(/\W/g, '').toUpperCase();

/** The escalation with a reference however it is typed, or what to say when there is none. */
export async function findEscalation(
  { store, person }: Request,
  wanted: unknown,
): Promise<{ readonly escalation: Escalation } | { readonly answer: Answer }> {
  if (!isPermitted(person, 'escalations.read')) return { answer: mayNotRead() };
  const ref = typeof wanted === 'string' ? wanted.trim() : '';
  const all = ref ? await store(escalationStore).list() : [];
  const escalation =
    all.find(({ id }) => id.toUpperCase() === ref.toUpperCase()) ??
    all.find(({ id }) => sameReference(id, ref));
  return escalation ? { escalation } : { answer: noSuchEscalation(ref) };
}

/** The escalation that a card names. */
export async function requireEscalation({ store }: Request, id: string): Promise<Escalation> {
  const escalation = await store(escalationStore).get(id);
  if (!escalation) throw new UnreadableInput('escalations');
  return escalation;
}

/** “where is ESC-03” */
export async function showEscalation(request: Request, { args }: Question): Promise<Answer> {
  const found = await findEscalation(request, args.escalation);
  return 'answer' in found ? found.answer : escalationAnswer(request, found.escalation);
}

/** An escalation with its steps and days; `news` is what has just become of it. */
export async function escalationAnswer(
  request: Request,
  escalation: Escalation,
  news?: string,
): Promise<Answer> {
  const { directory, today, store } = request;
  const { id, matter, about, subject } = escalation;
  const history = await store(escalationStore).history(id);
  const state = describeStanding(escalation, request);
  const parties = formatParties(escalation, directory);
  const undo = news ? describeUndo(id, history.at(-1)) : undefined;
  const text = `${id}, ${parties}: ${state.words}.`;
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: 'escalation',
    heading: `${id}: ${parties}`,
    sentence: matter,
    state: { ...state, words: sentenceCase(state.words) },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      { facts: toFacts(escalation, request) },
      { heading: 'Steps', events: listSteps(escalation, request) },
      {
        heading: 'History',
        events: history.toReversed().slice(0, MAX_EVENTS).map(describeEvent),
      },
    ],
    buttons: nextButtons(request, escalation),
    suggestions: [
      { title: 'Open escalations', ...ask('list_escalations') },
      ...(about === 'action' && subject
        ? [{ title: `Show ${subject}`, ...aboutAction(subject) }]
        : []),
    ],
    thread: { ...aboutEscalation(id), ...(undo && { undo }) },
  };

  function describeEvent({ at, by, type, reason }: ChangeEvent) {
    const on = at.includes('T')
      ? toDay(toLocalTime(new Date(at), directory.partnership.timeZone))
      : (at as Day);
    const what = type === 'added' ? 'opened' : type;
    const who = by === 'import' ? 'an import' : personName(directory, by);
    return {
      when: formatDay(on, today),
      what: `${sentenceCase(what)} by ${who}${reason ? `: ${reason}` : ''}`,
    };
  }
}

function toFacts(escalation: Escalation, { directory, today }: Request): Fact[] {
  const held = isEscalationOpen(escalation) ? heldUntil(escalation, today) : undefined;
  const answeredBy = [
    escalation.answeredBy && personName(directory, escalation.answeredBy),
    escalation.answeredOn && formatDay(escalation.answeredOn, today),
  ];
  const facts: [string, string | undefined][] = [
    ['About', sentenceCase(formatSubject(escalation))],
    ['From', agencyName(directory, escalation.fromAgency)],
    ['To', agencyName(directory, escalation.toAgency)],
    [
      'Opened',
      `${formatDay(escalation.openedOn, today)} by ${personName(directory, escalation.openedBy)}`,
    ],
    ['Held', held && `until ${formatDay(held, today)}: ${escalation.holdReason ?? ''}`],
    ['Answer', escalation.answer],
    ['Answered by', answeredBy.filter(Boolean).join(', ') || undefined],
    ['Outcome', escalation.outcome && sentenceCase(escalation.outcome)],
    ['What changed', escalation.changed],
    ['Withdrawn because', escalation.withdrawnBecause],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

/** What has happened and what comes while nobody answers; of a closed one what came before. */
function listSteps(escalation: Escalation, { today, bankHolidays }: Request) {
  const days = escalationDays(escalation, bankHolidays);
  const { seniorDays, partnersDays } = escalation;
  const closedOn = escalationClosedOn(escalation);
  const steps: [Day, string][] = [
    [days.opened, `Opened to ${LEVEL_NAMES.senior}, who have ${seniorDays} working days`],
    [
      days.partners,
      `${goes(days.partners)} up to the ${LEVEL_NAMES.partners}, who have ${partnersDays} working days`,
    ],
    [days.unanswered, `${goes(days.unanswered)} to the ${LEVEL_NAMES.unanswered}`],
  ];
  return steps
    .filter(([on]) => !closedOn || on <= closedOn)
    .map(([on, what]) => ({ when: formatDay(on, today), what }));

  function goes(on: Day): string {
    return on > today ? 'Unless answered, goes' : 'Went';
  }
}

function nextButtons(request: Request, escalation: Escalation): Button[] {
  const { id, outcome } = escalation;
  const answers = mayDo(request, 'escalations.answer', escalation);
  const changes = mayDo(request, 'escalations.change', escalation);
  if (isEscalationOpen(escalation))
    return [
      ...(answers ? [formButton('Answer…', id, 'answer')] : []),
      ...(changes
        ? [formButton('Hold…', id, 'hold'), formButton('Withdraw…', id, 'withdraw')]
        : []),
    ];
  if (!changes) return [];
  return [
    ...(escalation.answeredOn
      ? [formButton(outcome ? 'Change outcome…' : 'Record outcome…', id, 'outcome')]
      : []),
    formButton('Correct…', id, 'correct'),
  ];
}

/** What became of an escalation, for those who ask who changed it. */
export async function escalationHistory(
  { store }: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const escalation = await store(escalationStore).get(ref.toUpperCase());
  if (!escalation) return undefined;
  return {
    ref: escalation.id,
    owner: escalationOwner(escalation, 'escalations.change'),
    events: await store(escalationStore).history(escalation.id),
    record: { title: escalation.id, ...aboutEscalation(escalation.id) },
  };
}
