import { z } from 'zod';
import { agendaOf } from '../../answers/agenda-lines.ts';
import { decisionRow, quorumThenInWords } from '../../answers/decision-words.ts';
import {
  choiceField,
  confirmation,
  idField,
  lineField,
  readForm,
  toActor,
} from '../../answers/form.ts';
import { meetingInWords } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { newOperation, operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import { type DecisionRefusal, takeDecision } from '../../domain/decision.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { thisMeeting } from '../which-meeting.ts';
import type { DecisionsView } from './decisions-view.ts';

const BETWEEN = 'between';
const schema = z.object({
  group: z.string().min(1).max(200),
  meeting: z.string().max(200),
  operation: operationSchema,
  what: lineField,
  options: lineField.optional(),
  dissent: lineField.optional(),
  authority: lineField,
  priority: idField.optional(),
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
  asker: Asker,
  { filters, args }: Question,
  ports: Ports,
): Promise<Answer> {
  const here = await thisMeeting(asker, ports);
  const group = filters.group ?? here?.group ?? asker.home;
  if (!group)
    return { text: 'Which group decided? Say, for instance: record a decision of the board.' };
  const meeting = here?.group === group ? here : await todays(group, asker, ports);
  return decisionForm(
    asker,
    group,
    meeting,
    typeof args.decision === 'string' ? args.decision : '',
    ports,
  );
}

/** `/decision BOARD-2021-05-12 4`, pressed on the agenda: the form for a decision on that item. */
export async function proposeDecisionOn(asker: Asker, text: string, ports: Ports): Promise<Answer> {
  const { id } = asker.directory.partnership;
  const [meetingId, number] = text.split(/\s+/);
  const meeting = meetingId
    ? (await ports.meetings.find(id, meetingId))?.meeting
    : await thisMeeting(asker, ports);
  if (!meeting)
    return {
      text: 'At which meeting? Ask for its agenda, and press *Decision on …* there.',
      suggestions: ['whats on the agenda'],
    };
  const { lines } = await agendaOf(id, meeting, ports);
  const line = lines.find((each) => each.number === Number(number));
  return decisionForm(asker, meeting.group, meeting, line?.item ? `${line.title}: ` : '', ports);
}

async function decisionForm(
  asker: Asker,
  group: string,
  meeting: Meeting | undefined,
  what: string,
  ports: Ports,
): Promise<Answer> {
  const { directory, person } = asker;
  const { id, timeZone, yearStart } = directory.partnership;
  if (!isPermittedOn(person, 'decisions.record', { group })) return mayNotRecord(asker, group);
  const year = yearContaining(ports.calendar.today(timeZone), yearStart);
  const priorities = directory.priorities.filter((priority) => priority.year === year);
  const then = meeting && (await ports.registers.quorumNow(id, meeting.id));
  const where = meeting
    ? `${meetingInWords(meeting, directory)}. ${quorumThenInWords(then, directory)}.`
    : `${groupName(directory, group)}, between meetings.`;
  return confirmation(asker, ports, {
    headline: 'Record a decision?',
    sentence: `${where} Please leave out names and details of children.`,
    fields: [
      { id: 'what', label: 'What was decided', kind: 'lines', value: what, required: true },
      { id: 'options', label: 'Options there were', kind: 'lines', hint: 'One on each line' },
      {
        id: 'dissent',
        label: 'Who dissented, and why',
        kind: 'lines',
        hint: 'Empty when nobody did',
      },
      {
        id: 'authority',
        label: 'Authority',
        kind: 'text',
        value: `${groupName(directory, group)}, terms of reference`,
        required: true,
      },
      choiceField(
        'priority',
        'Priority',
        priorities.map((priority) => ({ id: priority.id, name: priority.title })),
        '',
        'No priority',
      ),
    ],
    confirm: 'Record it',
    verb: 'decisions.record',
    data: { group, meeting: meeting?.id ?? BETWEEN, operation: newOperation() },
  });
}

/** *Record it*, with the quorum of this very moment. Pressed again, it shows what the first press recorded. */
export async function recordDecision(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('decisions.record', schema, data);
  const { directory, person } = asker;
  const { id, shortName } = directory.partnership;
  if (!directory.groups.some((group) => group.id === form.group))
    throw new UnreadableInput('decisions.record');
  if (!isPermittedOn(person, 'decisions.record', { group: form.group }))
    return mayNotRecord(asker, form.group);
  const meeting =
    form.meeting === BETWEEN ? undefined : (await ports.meetings.find(id, form.meeting))?.meeting;
  if (form.meeting !== BETWEEN && meeting?.group !== form.group)
    throw new UnreadableInput('decisions.record');
  const actor = toActor(asker, ports);
  const decidedOn: Day = meeting ? toDay(meeting.startsAt) : actor.today;
  const recorded = (
    await ports.decisions.between(id, { group: form.group, from: decidedOn, to: actor.today })
  ).find((decision) => decision.id === form.operation);
  const wanted = {
    id: form.operation,
    group: form.group,
    meetingId: meeting?.id,
    decidedOn,
    what: form.what,
    options: (form.options ?? '')
      .split('\n')
      .map((option) => option.trim())
      .filter(Boolean),
    dissent: form.dissent,
    authority: form.authority,
    priority: directory.priorities.find((priority) => priority.id === form.priority)?.id,
  };
  const then = meeting && (await ports.registers.quorumNow(id, meeting.id));
  const decided = recorded ? undefined : takeDecision(wanted, then, actor);
  if (decided && !decided.ok) {
    const refused = decided.refusal === 'personal' ? 'privacy' : undefined;
    return { text: `Nothing was recorded. ${NOT_RECORDED[decided.refusal]}`, refused };
  }
  const decision = recorded ?? (decided && (await ports.decisions.record(id, decided.value)));
  if (!decision) throw new UnreadableInput('decisions.record');
  const text = `Recorded: “${decision.what}”.`;
  const view: DecisionsView = {
    source: `${shortName} · ${meeting ? meetingInWords(meeting, directory) : groupName(directory, form.group)}`,
    headline: 'Decision recorded',
    decisions: [decisionRow(decision, directory)],
    extent: '',
    suggestions: ['whats on the agenda', 'decisions this year'],
  };
  return { text, card: { name: 'decisions', view, plain: text } };
}

async function todays(
  group: string,
  { directory }: Asker,
  ports: Ports,
): Promise<Meeting | undefined> {
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const found = await ports.meetings.between(id, group, today, today);
  return found.find(({ status }) => status === 'scheduled' || status === 'held');
}

function mayNotRecord({ directory }: Asker, group: string): Answer {
  return {
    text: `Nothing was recorded: decisions of ${groupName(directory, group)} are recorded by its chair or an administrator.`,
    refused: 'access',
  };
}
