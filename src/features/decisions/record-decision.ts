import { z } from 'zod';
import { describeQuorumSnapshot, toDecisionRow } from '../../answers/decision-words.ts';
import { choiceField, dayField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatMeeting } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import { findSuccession } from '../../contract/ports/meeting-lookup.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { toDay } from '../../domain/dates.ts';
import {
  type Decision,
  type DecisionRefusal,
  markInError,
  takeDecision,
} from '../../domain/decision.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { findAgendaLine } from '../agendas/queries.ts';
import { describeBound, quorumFor } from '../declarations/queries.ts';
import { findCurrentMeeting, findMeeting } from '../meetings/queries.ts';
import { correctButton, describeUndo, openDecisionForm } from './buttons.ts';
import { addDecision, decisionStore, toKey } from './store.ts';

const BETWEEN = 'between';
const input = z.object({
  group: z.string().min(1).max(200),
  meeting: z.string().max(200),
  /** The line of its agenda, by its number. */
  line: z.number().int().optional(),
  what: lineField,
  options: lineField.optional(),
  dissent: lineField.optional(),
  authority: lineField,
  priority: idField.optional(),
  /** The decision that this one corrects. */
  corrects: z.string().max(200).optional(),
  correctsOn: dayField.optional(),
});

const NOT_RECORDED: Readonly<Record<DecisionRefusal, string>> = {
  'decision-missing': 'Please say what was decided.',
  'authority-missing':
    'Please say by what authority: the group’s terms of reference, the chair’s delegated powers …',
  personal:
    'That looks like somebody’s personal details. Please leave out names, dates of birth and addresses, and use a reference instead.',
  inquorate:
    'The meeting is not quorate at this moment. The chair can go on with a reason, on the roll-call; then this can be recorded.',
  'not-yet': 'That meeting is still to come.',
};

/** “record a decision: …”: a form, with the quorum of this moment. Nothing is recorded before it is confirmed. */
export async function proposeDecision(
  request: Request,
  { filters, args }: Question,
): Promise<Answer> {
  const { home, person } = request;
  const here = await findCurrentMeeting(request);
  // “We adopt …” is said by the one group in which somebody sits.
  const [sits, ...others] = person.groups;
  const own = others.length === 0 ? sits : undefined;
  const group = filters.group ?? here?.group ?? home ?? own;
  if (!group)
    return { text: 'Which group decided? Say, for instance: record a decision of the board.' };
  const meeting = here?.group === group ? here : await findTodays(group, request);
  return decisionForm(request, {
    group,
    meeting,
    what: typeof args.decision === 'string' ? args.decision : '',
  });
}

/** `/decision BOARD-2021-05-12 4`: the form for a decision on an item of a meeting's agenda. */
export async function proposeDecisionAt(request: Request, text: string): Promise<Answer> {
  const [id, number] = text.split(/\s+/);
  const meeting = id ? await findMeeting(request, id) : await findCurrentMeeting(request);
  return meeting
    ? decisionFormOn(request, meeting, Number(number))
    : {
        text: 'At which meeting? Ask for its agenda, and press *Decision on …* there.',
        suggestions: [NEXT_AGENDA],
      };
}

/** *Decision on 4*, on the agenda. */
export const decisionOnItem = action({
  ...openDecisionForm,
  permission: 'decisions.record',
  async handle(request: Request, { meeting: id, number }) {
    const meeting = await findMeeting(request, id);
    if (!meeting) throw new UnreadableInput('decisions.form');
    return decisionFormOn(request, meeting, number);
  },
});

async function decisionFormOn(request: Request, meeting: Meeting, number: number): Promise<Answer> {
  const line = await findAgendaLine(request, meeting, number);
  const what = line?.item ? `${line.title}: ` : '';
  return decisionForm(request, { group: meeting.group, meeting, line: line?.number, what });
}

const NEXT_AGENDA: Suggestion = { title: 'Agenda', ...ask('agenda', { meeting: 'next' }) };

interface Proposed {
  readonly group: string;
  readonly meeting: Meeting | undefined;
  /** The line of its agenda, by its number. */
  readonly line?: number | undefined;
  readonly what: string;
  /** The decision whose words are put right. */
  readonly corrects?: Decision | undefined;
}

export async function decisionForm(
  request: Request,
  { group, meeting, line, what, corrects }: Proposed,
): Promise<Answer> {
  const { directory, person, today } = request;
  const { yearStart } = directory.partnership;
  if (!isPermittedOn(person, 'decisions.record', { group })) return mayNotRecord(directory, group);
  const year = yearContaining(today, yearStart);
  const priorities = directory.priorities.filter((priority) => priority.year === year);
  const item = meeting && (await findAgendaLine(request, meeting, line))?.title;
  const now = meeting && (await quorumFor(request, meeting, item));
  const where = meeting
    ? `${formatMeeting(meeting, directory)}. ${describeQuorumSnapshot(now?.snapshot, directory)}.${describeBound(now?.bound ?? [], directory)}`
    : `${groupName(directory, group)}, between meetings.`;
  const heading = corrects ? 'Correct this decision?' : 'Record a decision?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${where} Please leave out names and details of children.`,
    form: {
      fields: [
        { id: 'what', label: 'What was decided', kind: 'lines', value: what, required: true },
        {
          id: 'options',
          label: 'Options considered',
          kind: 'lines',
          value: corrects?.options.join('\n'),
          hint: 'One on each line',
        },
        {
          id: 'dissent',
          label: 'Who dissented, and why',
          kind: 'lines',
          value: corrects?.dissent,
          hint: 'Leave blank if none',
        },
        {
          id: 'authority',
          label: 'Authority',
          kind: 'text',
          value: corrects?.authority ?? `${groupName(directory, group)}, terms of reference`,
          required: true,
        },
        choiceField(
          'priority',
          'Priority',
          priorities.map((priority) => ({ id: priority.id, name: priority.title })),
          corrects?.priority ?? '',
          'No priority',
        ),
      ],
      submit: recordDecision.button(corrects ? 'Record correction' : 'Record it', {
        group,
        meeting: meeting?.id ?? BETWEEN,
        ...(line && { line }),
        ...(corrects && { corrects: corrects.id, correctsOn: corrects.decidedOn }),
      }),
    },
  };
}

/** *Record it*, with the quorum of this very moment. Pressed again, it shows what the first press recorded. */
export const recordDecision = action({
  id: 'decisions.record',
  permission: 'decisions.record',
  input,
  async handle(request: Request, form) {
    const { directory, person, operation, store } = request;
    const { group } = form;
    if (!operation || !directory.groups.some((each) => each.id === group))
      throw new UnreadableInput('decisions.record');
    if (!isPermittedOn(person, 'decisions.record', { group }))
      return mayNotRecord(directory, group);
    const isBetween = form.meeting === BETWEEN;
    const meeting = isBetween ? undefined : await findMeeting(request, form.meeting);
    if (!isBetween && meeting?.group !== group) throw new UnreadableInput('decisions.record');
    const actor = toActor(request);
    const corrected = await findCorrected(store, form);
    const decidedOn = corrected?.decidedOn ?? (meeting ? toDay(meeting.startsAt) : actor.today);
    const before = await store(decisionStore).get([group, decidedOn, operation]);
    if (before) return decisionRecorded(before, meeting, directory);
    const isShared = request.place.kind !== 'personal' && !corrected;
    const successor = isShared && meeting && (await findSuccession(request, meeting)).successor;
    if (meeting && successor)
      return decideToday(request, { over: meeting, meeting: successor, what: form.what });
    const line = meeting && (await findAgendaLine(request, meeting, form.line));
    const wanted = {
      id: operation,
      group,
      meetingId: meeting?.id,
      item: corrected ? corrected.item : line?.title,
      decidedOn,
      what: form.what,
      options: splitLines(form.options),
      dissent: form.dissent,
      authority: form.authority,
      priority: directory.priorities.find((priority) => priority.id === form.priority)?.id,
    };
    const then = corrected
      ? corrected.quorumThen
      : meeting && (await quorumFor(request, meeting, line?.title))?.snapshot;
    const taken = takeDecision(wanted, then, actor);
    if (!taken.ok)
      return {
        text: `Nothing was recorded. ${NOT_RECORDED[taken.refusal]}`,
        refused: taken.refusal === 'personal' ? 'privacy' : undefined,
      };
    const recorded = await addDecision(store, taken.value);
    if (corrected)
      await store(decisionStore).change(toKey(corrected), (decision) =>
        markInError(decision, { reason: 'corrected', correctedBy: recorded.id }, actor),
      );
    return decisionRecorded(recorded, meeting, directory);
  },
});

/** The decision that a form puts right; one that is marked already is corrected by its own correction. */
async function findCorrected(
  store: Request['store'],
  { group, corrects, correctsOn }: z.output<typeof input>,
): Promise<Decision | undefined> {
  if (!corrects || !correctsOn) return undefined;
  const found = await store(decisionStore).get([group, correctsOn, corrects]);
  if (!found) throw new UnreadableInput('decisions.record');
  return found;
}

/** The form of an old card, in a chat where the next meeting goes on: it is offered to that one. */
async function decideToday(
  request: Request,
  { over, meeting, what }: { over: Meeting; meeting: Meeting; what: string },
): Promise<Answer> {
  const form = await decisionForm(request, { group: meeting.group, meeting, what });
  const said = `${formatMeeting(over, request.directory)}, is over, and nothing was recorded there. To record a decision of that meeting, do so in our own chat.`;
  return { ...form, text: `${said} ${form.text}`, sentence: `${said} ${form.sentence}` };
}

function decisionRecorded(
  decision: Decision,
  meeting: Meeting | undefined,
  directory: Directory,
): Answer {
  const where = meeting ? formatMeeting(meeting, directory) : groupName(directory, decision.group);
  const undo = describeUndo(decision);
  return {
    text: `Recorded: “${decision.what}”.`,
    source: `${directory.partnership.shortName} · ${where}`,
    heading: 'Decision recorded',
    sections: [
      { buttons: [undoButton(undo), correctButton(decision)] },
      { rows: [toDecisionRow(decision, directory)] },
    ],
    thread: {
      ...ask('decisions_log', { group: decision.group }, { decision: decision.id }),
      undo,
    },
    suggestions: [
      NEXT_AGENDA,
      { title: 'Decisions this year', ...ask('decisions_log', { year: 'current' }) },
    ],
  };
}

const splitLines = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

async function findTodays(
  group: string,
  { directory, today, ports }: Request,
): Promise<Meeting | undefined> {
  const found = await ports.meetings.list(directory.partnership.id, group, today, today);
  return found.find(({ status }) => status === 'scheduled' || status === 'held');
}

export function mayNotRecord(directory: Directory, group: string): Answer {
  return {
    text: `Nothing was recorded: decisions of ${groupName(directory, group)} are recorded by its chair or an administrator.`,
    refused: 'access',
  };
}
