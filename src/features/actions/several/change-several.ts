import { z } from 'zod';
import { actionRow, type Moment } from '../../../answers/action-words.ts';
import { readForm, toActor } from '../../../answers/form.ts';
import { formatCount } from '../../../answers/words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../../contract/feature.ts';
import { operationSchema } from '../../../contract/operation.ts';
import type { Ports } from '../../../contract/ports.ts';
import type { Action } from '../../../domain/action.ts';
import { formatDayWithYear } from '../../../domain/dates.ts';
import type { ActionListView } from '../action-list-view.ts';
import { madeBy } from '../forms/create-action-form.ts';
import { refuseSeveral, whyNot } from './propose-several.ts';
import { changeOne, MAX_AT_ONCE, type Several, severalFields, WHATS } from './several-changes.ts';

const schema = z.object({
  ...severalFields,
  operation: operationSchema,
  actions: z
    .array(z.object({ ref: z.string().min(1).max(60), version: z.number().int() }))
    .max(MAX_AT_ONCE),
});

/** What became of one of them: as it stands now, and why it was not changed. */
interface Became {
  readonly action: Action;
  readonly notDone?: string;
}

/**
 * *Change all 4*: each under the version that the confirmation showed, one after the other. One that cannot be changed holds up
 * none of the others, and the result says which were and which were not. Pressed again, what is done is not done twice.
 */
export async function changeSeveral(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { operation, actions, ...change } = readForm('actions.several-do', schema, data);
  const refused = refuseSeveral(asker);
  if (refused) return refused;
  const became: Became[] = [];
  for (const each of actions)
    became.push(...(await changeUnder(asker, each, change, operation, ports)));
  if (became.length === 0) throw new UnreadableInput('actions.several-do');
  return resultReply(asker, change, became, ports);
}

async function changeUnder(
  asker: Asker,
  { ref, version }: { readonly ref: string; readonly version: number },
  change: Several,
  operation: string,
  ports: Ports,
): Promise<Became[]> {
  const { directory } = asker;
  const { id } = directory.partnership;
  const meanwhile = 'somebody changed it meanwhile';
  const stored = await ports.actions.find(id, ref);
  if (!stored) return [];
  const { action } = stored;
  if (madeBy(operation, stored)) return [{ action }];
  if (stored.version !== version) return [{ action, notDone: meanwhile }];
  const outcome = changeOne(action, change, toActor(asker, ports), directory);
  if (!outcome.ok) return [{ action, notDone: whyNot(outcome.refusal) }];
  const { record: next, event: line } = outcome.value;
  const saved = await ports.actions.record(
    id,
    { record: next, event: { ...line, operation } },
    version,
  );
  if (saved === 'saved') return [{ action: next }];
  const now = await ports.actions.find(id, ref);
  return [
    now && madeBy(operation, now)
      ? { action: now.action }
      : { action: now?.action ?? action, notDone: meanwhile },
  ];
}

function resultReply(
  { directory }: Asker,
  { what }: Several,
  became: readonly Became[],
  ports: Ports,
): Answer {
  const { shortName, timeZone } = directory.partnership;
  const today: Moment = {
    today: ports.calendar.today(timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const done = became.filter(({ notDone }) => !notDone).length;
  const verb = WHATS.find(({ id }) => id === what)?.done ?? 'changed';
  const left = became.length - done;
  const text = `Recorded: ${done === became.length ? formatCount(done, 'action') : `${done} of ${formatCount(became.length, 'action')}`} ${verb}${left > 0 ? `, ${left} not` : ''}.`;
  const rows = became.map(({ action, notDone }) => {
    const row = actionRow(action, directory, today);
    return notDone
      ? { ...row, standing: `not ${verb}: ${notDone}`, colour: 'warning' as const }
      : row;
  });
  const view: ActionListView = {
    source: `${shortName} · as at ${formatDayWithYear(today.today)}`,
    headline: text.replace(/^Recorded: /, '').replace(/\.$/, ''),
    rows,
    extent: `All ${became.length} shown`,
    suggestions: ['what is overdue', 'open actions'],
  };
  const lines = rows.map(({ ref, title, standing }) => `${ref}: ${title}, ${standing}.`);
  return {
    text,
    card: { name: 'action-list', view, plain: [text, ...lines].join('\n') },
    suggestions: view.suggestions,
  };
}
