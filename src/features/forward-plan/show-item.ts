import { ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Button } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { dutyIn, findDuty } from '../../domain/duties.ts';
import { isAwaited, type PlanItem, paperDueOn } from '../../domain/forward-plan.ts';
import { toReferenceKey } from '../../domain/reference-key.ts';
import { aboutPlanItem, describePlanUndo, planButton } from './buttons.ts';
import { describePlanState, describeWhere, formatPlanOwner, toPlanRow } from './describe-item.ts';
import { listPlan, withMeetings } from './queries.ts';
import { mayPlan, mayReceive } from './refusals.ts';
import { planStore } from './store.ts';

/** “FP-03”, “when is our MASA due for review”: never another item than the one that is named. */
export async function showPlanItem(request: Request, question: Question): Promise<Answer> {
  const { args, filters } = question;
  if (args.item) {
    const found = await findPlanItem(request, args.item);
    return 'answer' in found ? found.answer : planItemAnswer(request, found.item);
  }
  const duty = dutyIn(String(args.duty ?? ''));
  if (!duty) return { text: 'Which item of the forward plan do you mean? Say its reference.' };
  const all = (await listPlan(request)).filter(
    ({ item }) =>
      (item.duty === duty.id || (!item.duty && duty.words.test(item.title))) &&
      (!filters.group || item.group === filters.group) &&
      !item.withdrawnOn,
  );
  const awaited = all.filter(({ item }) => isAwaited(item));
  const [next, ...others] = awaited.length > 0 ? awaited : all.slice(-1);
  if (!next)
    return {
      text: `${duty.name}: nothing is on the forward plan, so I can’t tell when it is due. It is usually ${duty.when} (${duty.source}).`,
      suggestions: [{ title: 'The forward plan', ...ask('list_forward_plan') }],
      thread: { question },
    };
  const answer = await planItemAnswer(request, next.item);
  if (others.length === 0) return answer;
  return {
    ...answer,
    sections: [
      ...(answer.sections ?? []),
      {
        heading: 'Also on the plan',
        rows: others.map((each) => toPlanRow(each, request.directory, request)),
      },
    ],
  };
}

/** One item with all that is known of it; `news` is what has just become of it. */
export async function planItemAnswer(
  request: Request,
  item: PlanItem,
  news?: string,
): Promise<Answer> {
  const { directory, today, bankHolidays, store } = request;
  const [known] = await withMeetings(request, [item]);
  if (!known) return { text: 'It is not on the plan any more.' };
  const history = await store(planStore).history(item.id);
  const undo = news ? describePlanUndo(item.id, history.at(-1)) : undefined;
  const duty = findDuty(item.duty);
  const due = paperDueOn(item, known.meeting, bankHolidays);
  const { words, colour } = describePlanState(known, request);
  const text = `${item.id} “${item.title}”: ${describeWhere(known, directory)}, ${words}.`;
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: item.id,
    heading: item.title,
    state: { words: sentenceCase(words), colour },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      {
        facts: [
          { title: 'Comes to', value: describeWhere(known, directory) },
          { title: 'Paper from', value: formatPlanOwner(item, directory) },
          ...(due ? [{ title: 'Paper due', value: formatDay(due, today) }] : []),
          ...(item.dueOn ? [{ title: 'Last day', value: formatDay(item.dueOn, today) }] : []),
          ...(duty ? [{ title: 'Duty', value: `${duty.name}. ${duty.source}` }] : []),
          ...(item.withdrawnBecause ? [{ title: 'Reason', value: item.withdrawnBecause }] : []),
        ],
      },
    ],
    buttons: buttonsFor(request, item),
    suggestions: [
      { title: 'The forward plan', ...ask('list_forward_plan', { group: item.group }) },
    ],
    thread: { ...ask('plan_item_detail', {}, { item: item.id }), ...(undo && { undo }) },
  };
}

function buttonsFor(request: Request, item: PlanItem): Button[] {
  const paper = item.paper ? [{ title: 'Open the paper', url: item.paper }] : [];
  if (!isAwaited(item)) return paper;
  return [
    ...(mayReceive(request, item) ? [planButton(item.id, 'receive')] : []),
    ...(mayPlan(request, item.group)
      ? [planButton(item.id, 'move'), planButton(item.id, 'withdraw')]
      : []),
  ];
}

/** The item that words name by its reference; or what to say where there is none. */
export async function findPlanItem(
  { store }: Pick<Request, 'store'>,
  words: unknown,
): Promise<{ readonly item: PlanItem } | { readonly answer: Answer }> {
  const wanted = toReferenceKey(String(words ?? ''));
  const item = (await store(planStore).list()).find(({ id }) => toReferenceKey(id) === wanted);
  if (item) return { item };
  return {
    answer: {
      text: words
        ? `Nothing on the forward plan has the reference ${String(words).toUpperCase()}.`
        : 'Which item of the forward plan do you mean? Say its reference.',
      suggestions: [{ title: 'The forward plan', ...ask('list_forward_plan') }],
    },
  };
}

/** Who changed FP-03. */
export async function planHistory(
  { store }: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const item = await store(planStore).get(ref);
  if (!item) return undefined;
  return {
    ref,
    owner: { group: item.group, ...(item.ownerAgency && { agency: item.ownerAgency }) },
    events: await store(planStore).history(ref),
    record: { title: `Show ${ref}`, ...aboutPlanItem(ref) },
  };
}
