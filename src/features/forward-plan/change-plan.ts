import { z } from 'zod';
import { choiceField, dayField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Button, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import type { Permission } from '../../domain/access.ts';
import { monthContaining } from '../../domain/calendar-spans.ts';
import type { Change } from '../../domain/change-event.ts';
import { addMonths, formatDayWithYear, type Month } from '../../domain/dates.ts';
import { DUTIES, dutyIn, findDuty } from '../../domain/duties.ts';
import {
  isAwaited,
  move,
  nextOccurrence,
  type PlanItem,
  type PlanRefusal,
  plan,
  receive,
  withdraw,
} from '../../domain/forward-plan.ts';
import { nextReference } from '../../domain/next-reference.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { readComingPeriod } from '../meetings/queries.ts';
import { openPlanForm, type PlanForm, planItemId, undoPlanPress } from './buttons.ts';
import { mayNotPlan, mayPlan, mayReceive, notRecorded } from './refusals.ts';
import { findPlanItem, planItemAnswer } from './show-item.ts';
import { planStore } from './store.ts';

const MONTHS_OFFERED = 18;

/** The months to choose from, beginning with this one. */
function monthField({ today }: Request, value: string | undefined): Field {
  const first = monthContaining(today).from;
  const months = Array.from({ length: MONTHS_OFFERED }, (_, at) => {
    const id = addMonths(first, at).slice(0, 7) as Month;
    return { id, name: formatDayWithYear(id) };
  });
  return choiceField('month', 'Meeting in', months, value, 'No month yet');
}

const monthAsked = (request: Request, question: Question): string | undefined =>
  question.args.range ? readComingPeriod(request, question)?.from.slice(0, 7) : undefined;

/** “put the LADO report on the board's plan for march, paper from the council”: a form to be confirmed. */
export async function proposePlanItem(request: Request, question: Question): Promise<Answer> {
  const { directory } = request;
  const { filters, args } = question;
  if (!mayPlan(request, filters.group)) return mayNotPlan();
  const title = typeof args.title === 'string' ? args.title : '';
  const heading = 'Add to the forward plan?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'Whoever writes the paper is reminded. Please leave out names and details of children.',
    form: {
      fields: [
        { id: 'title', label: 'Item', kind: 'text', value: sentenceCase(title), required: true },
        { ...choiceField('group', 'Comes to', directory.groups, filters.group), required: true },
        monthField(request, monthAsked(request, question)),
        choiceField('agency', 'Paper from', directory.agencies, filters.agency, 'Not known yet'),
        choiceField('duty', 'Duty it meets', DUTIES, dutyIn(title)?.id, 'No duty'),
        {
          id: 'paperDueOn',
          label: 'Paper due',
          kind: 'day',
          hint: 'Five working days before the meeting if left blank',
        },
        { id: 'dueOn', label: 'Last day', kind: 'day', hint: 'If a rule or a plan sets one' },
      ],
      submit: addPlanItem.button('Add it', {}),
    },
  };
}

/** *Add it*: under the next free reference. */
export const addPlanItem = action({
  id: 'forward-plan.add',
  permission: 'agendas.decide',
  input: z.object({
    title: lineField,
    group: idField,
    month: z.string().max(7).optional(),
    agency: idField.optional(),
    duty: idField.optional(),
    paperDueOn: dayField.optional(),
    dueOn: dayField.optional(),
  }),
  async handle(request: Request, { title, group, month, agency, duty, paperDueOn, dueOn }) {
    const { directory, store } = request;
    if (!group) return notRecorded('group-missing');
    requireGroup(request, group);
    if (!mayPlan(request, group)) return mayNotPlan();
    const actor = toActor(request);
    const wanted: PlanItem = {
      id: await nextId(request),
      title,
      group,
      ...(/^\d{4}-\d{2}$/.test(month ?? '') && { month: month as Month }),
      ...(directory.agencies.some(({ id }) => id === agency) && agency && { ownerAgency: agency }),
      ...(findDuty(duty) && duty && { duty, everyMonths: findDuty(duty)?.everyMonths ?? 12 }),
      ...(paperDueOn && { paperDueOn }),
      ...(dueOn && { dueOn }),
    };
    const decided = plan(wanted, actor);
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await store(planStore).add(wanted, decided.value.event);
    return added.ok
      ? planItemAnswer(request, added.value, 'Recorded.')
      : notRecorded(added.refusal);
  },
});

/** A group that no form of ours offers is an old or forged card. */
function requireGroup({ directory }: Request, group: string): void {
  if (!directory.groups.some(({ id }) => id === group)) throw new UnreadableInput('forward-plan');
}

async function nextId({ store }: Pick<Request, 'store'>): Promise<string> {
  const ids = (await store(planStore).list()).map(({ id }) => id);
  return nextReference(ids, 'FP-01');
}

/** “FP-03 is in: https://…”, “move FP-03 to may”: the form with what was said. */
export async function proposePlanChange(request: Request, question: Question): Promise<Answer> {
  const { args } = question;
  const found = await findPlanItem(request, args.item);
  if ('answer' in found) return found.answer;
  const form = args.mode === 'move' || args.mode === 'withdraw' ? args.mode : 'receive';
  return planForm(request, found.item, form, {
    paper: typeof args.paper === 'string' ? args.paper : '',
    reason: typeof args.reason === 'string' ? args.reason : '',
    month: monthAsked(request, question) ?? '',
  });
}

const PLAN_FORM_NEEDS = {
  receive: 'actions.change',
  move: 'agendas.decide',
  withdraw: 'agendas.decide',
} as const satisfies Readonly<Record<PlanForm, Permission>>;

/** *Received…*, *Move…*, *Take off…* */
export const openPlanChange = action({
  ...openPlanForm,
  permission: { field: 'form', is: PLAN_FORM_NEEDS },
  handle: async (request: Request, { item, form }): Promise<Answer> =>
    planForm(request, await requireItem(request, item), form),
});

interface Said {
  readonly paper?: string;
  readonly reason?: string;
  readonly month?: string;
}

function planForm(request: Request, item: PlanItem, form: PlanForm, said: Said = {}): Answer {
  const may = form === 'receive' ? mayReceive(request, item) : mayPlan(request, item.group);
  if (!may) return mayNotPlan();
  if (!isAwaited(item)) return notRecorded(item.receivedOn ? 'received-already' : 'withdrawn');
  const { id, title } = item;
  const reason: Field = {
    id: 'reason',
    label: 'Reason',
    kind: 'lines',
    value: said.reason ?? '',
    required: true,
  };
  const forms: Readonly<Record<PlanForm, readonly [string, readonly Field[], Button]>> = {
    receive: [
      `${id} is received?`,
      [
        { id: 'on', label: 'Received on', kind: 'day', value: request.today, required: true },
        {
          id: 'paper',
          label: 'Link to the paper',
          kind: 'text',
          value: said.paper ?? '',
          hint: 'https://…',
        },
      ],
      recordReceived.button('Record it', { item: id }),
    ],
    move: [
      `Move ${id}?`,
      [
        choiceField('group', 'Comes to', request.directory.groups, item.group),
        monthField(request, said.month || item.month),
        reason,
      ],
      recordMove.button('Move it', { item: id }),
    ],
    withdraw: [
      `Take ${id} off the plan?`,
      [reason],
      recordWithdrawal.button('Take it off', { item: id }),
    ],
  };
  const [heading, fields, submit] = forms[form];
  return { text: pleaseCheck(heading), heading, sentence: title, form: { fields, submit } };
}

type Decide = (
  item: PlanItem,
  actor: ReturnType<typeof toActor>,
) => Outcome<Change<PlanItem>, PlanRefusal>;

async function change(request: Request, id: string, decide: Decide): Promise<Answer> {
  const actor = toActor(request);
  const changed = await request.store(planStore).change(id, (each) => decide(each, actor));
  return changed.ok
    ? planItemAnswer(request, changed.value, 'Recorded.')
    : notRecorded(changed.refusal);
}

/** *Record it*; what comes again is planned for the next time. */
export const recordReceived = action({
  id: 'forward-plan.receive',
  permission: 'actions.change',
  input: z.object({ item: planItemId, on: dayField.optional(), paper: lineField.optional() }),
  async handle(request: Request, { item: id, on = request.today, paper }): Promise<Answer> {
    const item = await requireItem(request, id);
    if (!mayReceive(request, item)) return mayNotPlan();
    const answer = await change(request, id, (each, actor) => receive(each, { on, paper }, actor));
    await planNext(request, item);
    return answer;
  },
});

/** The next time of an item that comes again, once: where one with its title is awaited, that is it. */
async function planNext(request: Request, item: PlanItem): Promise<void> {
  const { store } = request;
  const all = await store(planStore).list();
  const now = all.find(({ id }) => id === item.id);
  const isPlanned = all.some(
    (each) => isAwaited(each) && each.group === item.group && each.title === item.title,
  );
  const next = now?.receivedOn && !isPlanned && nextOccurrence(item, await nextId(request));
  if (!next) return;
  const decided = plan(next, toActor(request));
  if (decided.ok) await store(planStore).add(next, decided.value.event);
}

/** *Move it*, to another month or group. */
export const recordMove = action({
  id: 'forward-plan.move',
  permission: 'agendas.decide',
  input: z.object({
    item: planItemId,
    group: idField,
    month: z.string().max(7).optional(),
    reason: lineField,
  }),
  async handle(request: Request, { item: id, group, month = '', reason }): Promise<Answer> {
    const item = await requireItem(request, id);
    if (!mayPlan(request, item.group)) return mayNotPlan();
    if (!group) return notRecorded('group-missing');
    requireGroup(request, group);
    if (!/^\d{4}-\d{2}$/.test(month)) return notRecorded('when-missing');
    const to = { group, month: month as Month, reason };
    return change(request, id, (each, actor) => move(each, to, actor));
  },
});

/** *Take it off*, with the reason. */
export const recordWithdrawal = action({
  id: 'forward-plan.withdraw',
  permission: 'agendas.decide',
  input: z.object({ item: planItemId, reason: lineField }),
  async handle(request: Request, { item: id, reason }): Promise<Answer> {
    const item = await requireItem(request, id);
    if (!mayPlan(request, item.group)) return mayNotPlan();
    return change(request, id, (each, actor) => withdraw(each, reason, actor));
  },
});

/** *Undo*: sets back what was just recorded; an item added by mistake goes. */
export const undoPlan = action({
  ...undoPlanPress,
  permission: 'own',
  async handle(request: Request, { item: id, change: press }): Promise<Answer> {
    await requireItem(request, id);
    const undone = await undoRecord(request, planStore, id, press);
    if (!undone.ok) return notUndone(undone.refusal);
    const now = await request.store(planStore).get(id);
    return now
      ? planItemAnswer(request, now, UNDONE)
      : { text: `Undone. ${id} is not on the forward plan any more.`, endsForm: true };
  },
});

async function requireItem({ store }: Request, id: string): Promise<PlanItem> {
  const item = await store(planStore).get(id);
  if (!item) throw new UnreadableInput('forward-plan');
  return item;
}
