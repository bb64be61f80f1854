import { z } from 'zod';
import { toActionRow } from '../../../answers/action-words.ts';
import { ask } from '../../../answers/questions.ts';
import { formatCount } from '../../../answers/words.ts';
import { action, UnreadableInput } from '../../../contract/action.ts';
import type { Answer } from '../../../contract/answer.ts';
import { type Request, toActor } from '../../../contract/request.ts';
import { requireOperation } from '../../../contract/require-operation.ts';
import type { Action } from '../../../domain/action.ts';
import { wasMadeBy } from '../forms/create-action-form.ts';
import { ACTION_REFUSAL_TEXTS } from '../refusals.ts';
import { SHOW_OVERDUE } from '../suggestions.ts';
import {
  CHANGES,
  changeOne,
  MAX_AT_ONCE,
  type SeveralChange,
  severalFields,
} from './several-changes.ts';

/** What became of one of them: as it stands now, and why it was not changed. */
interface Result {
  readonly action: Action;
  readonly notDone?: string;
}

/**
 * *Change all 4*: each under the version that the confirmation showed, one after the other. One that cannot be changed holds up
 * none of the others, and the result says which were and which were not. Pressed again, what is done is not done twice.
 */
export const changeSeveral = action({
  id: 'actions.several-do',
  permission: 'actions.change-several',
  input: z.object({
    ...severalFields,
    actions: z
      .array(z.object({ ref: z.string().min(1).max(60), version: z.number().int() }))
      .max(MAX_AT_ONCE),
  }),
  async handle(request: Request, { actions, ...change }): Promise<Answer> {
    const operation = requireOperation(request, 'actions.several-do');
    const results: Result[] = [];
    for (const each of actions)
      results.push(...(await changeUnder(request, each, change, operation)));
    if (results.length === 0) throw new UnreadableInput('actions.several-do');
    return describeResults(request, change, results);
  },
});

const MEANWHILE = 'somebody changed it meanwhile';

async function changeUnder(
  request: Request,
  { ref, version }: { readonly ref: string; readonly version: number },
  change: SeveralChange,
  operation: string,
): Promise<Result[]> {
  const { directory, ports } = request;
  const { id } = directory.partnership;
  const stored = await ports.actions.find(id, ref);
  if (!stored) return [];
  const { action: before } = stored;
  if (wasMadeBy(operation, stored)) return [{ action: before }];
  if (stored.version !== version) return [{ action: before, notDone: MEANWHILE }];
  const outcome = changeOne(before, change, toActor(request), directory);
  if (!outcome.ok) return [{ action: before, notDone: explainRefusal(outcome.refusal) }];
  const { record, event } = outcome.value;
  const changed = { record, event: { ...event, operation } };
  if ((await ports.actions.record(id, changed, version)) === 'saved') return [{ action: record }];
  const now = await ports.actions.find(id, ref);
  return [
    now && wasMadeBy(operation, now)
      ? { action: now.action }
      : { action: now?.action ?? before, notDone: MEANWHILE },
  ];
}

function describeResults(
  request: Request,
  { what }: SeveralChange,
  results: readonly Result[],
): Answer {
  const done = results.filter(({ notDone }) => !notDone).length;
  const verb = CHANGES.find(({ id }) => id === what)?.done ?? 'changed';
  const left = results.length - done;
  const count =
    left === 0
      ? formatCount(done, 'action')
      : `${done} of ${formatCount(results.length, 'action')}`;
  const heading = `${count} ${verb}${left > 0 ? `, ${left} not` : ''}`;
  const rows = results.map(({ action: each, notDone }) => ({
    ...toActionRow(each, request.directory, request),
    ...(notDone && {
      state: { words: `not ${verb}: ${notDone}`, colour: 'warning' as const },
    }),
  }));
  return {
    text: `Recorded: ${heading}.`,
    heading,
    sections: [{ rows, note: `All ${results.length} shown` }],
    suggestions: [
      SHOW_OVERDUE,
      { title: 'Open actions', ...ask('list_actions', { status: 'open' }) },
    ],
  };
}

/** Why one of them cannot be changed so, as the end of a sentence. */
export function explainRefusal(refusal: keyof typeof ACTION_REFUSAL_TEXTS | 'due-missing'): string {
  const why =
    refusal === 'due-missing' ? 'Please choose the new due day.' : ACTION_REFUSAL_TEXTS[refusal];
  return `${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}`;
}
