import { z } from 'zod';
import { choiceField, pleaseCheck } from '../../../answers/form.ts';
import { ownerFields } from '../../../answers/owner-fields.ts';
import { formatCount } from '../../../answers/words.ts';
import { action, UnreadableInput } from '../../../contract/action.ts';
import type { Answer, AnswerRow, Field } from '../../../contract/answer.ts';
import type { StoredAction } from '../../../contract/ports.ts';
import { type Request, toActor } from '../../../contract/request.ts';
import { toActionQuery } from '../action-query.ts';
import { openSeveral } from '../buttons.ts';
import { findActions } from '../find-actions.ts';
import { reasonField } from '../forms/update-action.ts';
import { cannotAnswer } from '../refusals.ts';
import { changeSeveral, explainRefusal } from './change-several.ts';
import {
  CHANGES,
  changeOne,
  describeSeveral,
  MAX_AT_ONCE,
  type SeveralChange,
  severalFields,
} from './several-changes.ts';

/** *Change several…* on a list: which of its rows, and what is to be done with them. */
export const chooseSeveral = action({
  ...openSeveral,
  permission: 'actions.change-several',
  async handle(request: Request, { question, from, to }): Promise<Answer> {
    const query = await toActionQuery(request, question);
    if (!query.ok) return cannotAnswer(query.refusal, question);
    const { actions } = await findActions(request, question, query.value);
    const shown = actions.slice(from, Math.min(to, from + MAX_AT_ONCE));
    const choices = shown.map(({ ref, title }) => ({ title: `${ref}  ${title}`, value: ref }));
    const heading = 'Change several actions?';
    return {
      text: pleaseCheck(heading),
      heading,
      sentence: 'Nothing is recorded yet: what will happen to each is shown before you confirm.',
      form: {
        fields: severalFormFields(request, choices),
        submit: checkSeveral.button('Show what will happen', {}),
      },
    };
  },
});

function severalFormFields({ directory }: Request, choices: Field['choices']): Field[] {
  return [
    {
      id: 'chosen',
      label: 'Which actions',
      kind: 'choices',
      required: true,
      ...(choices && { choices }),
    },
    choiceField('what', 'What is to be done', CHANGES, 'move'),
    { id: 'due', label: 'New due day, to move them', kind: 'day' },
    ...ownerFields(directory, {}).map((field) => ({
      ...field,
      label: `${field.label}, to give them away`,
    })),
    { id: 'reason', label: 'Why', kind: 'lines', hint: 'Needed to move, give away or withdraw' },
  ];
}

/** *Show what will happen*: each action as it stands and as it would be, to be confirmed once for all of them. */
export const checkSeveral = action({
  id: 'actions.several-check',
  permission: 'actions.change-several',
  input: z.object({ ...severalFields, chosen: z.string().max(2_000) }),
  async handle(request: Request, { chosen, ...change }): Promise<Answer> {
    const { directory } = request;
    const refs = [...new Set(chosen.split(',').filter(Boolean))].slice(0, MAX_AT_ONCE);
    if (refs.length === 0)
      return { text: 'Nothing was recorded. Please choose the actions first.' };
    const found = await findAll(request, refs);
    if (found.length === 0) throw new UnreadableInput('actions.several-check');
    const actor = toActor(request);
    const outcomes = found.map((stored) => ({
      stored,
      outcome: changeOne(stored.action, change, actor, directory),
    }));
    const able = outcomes.flatMap(({ stored, outcome }) => (outcome.ok ? [stored] : []));
    const rows: AnswerRow[] = outcomes.map(({ stored: { action: before }, outcome }) => ({
      title: `${before.ref}  ${before.title}`,
      line: outcome.ok
        ? describeSeveral(before, outcome.value, change.what, directory, request)
        : `will not be changed: ${explainRefusal(outcome.refusal)}`,
    }));
    if (able.length === 0) {
      const [first] = rows;
      return {
        text: `Nothing was recorded, for none of them can be changed so. ${first ? `${first.title}: ${first.line}` : ''}`,
      };
    }
    return confirmSeveral(change, able, rows);
  },
});

function confirmSeveral(
  change: SeveralChange,
  able: readonly StoredAction[],
  rows: readonly AnswerRow[],
): Answer {
  const heading = `Change ${formatCount(able.length, 'action')}?`;
  const { what, due, agency, group, person } = change;
  // What is empty is sent as an empty text, as a form does; the reason stands in its own field.
  const chosen = { what, due: due ?? '', agency: agency ?? '', group: group ?? '' };
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'Each is changed as it stands here; one that somebody changes meanwhile is left as it is.',
    sections: [{ heading: 'What will happen', rows }],
    form: {
      fields: what === 'complete' ? [] : [reasonField('Why', change.reason)],
      submit: changeSeveral.button(`Change ${able.length === 1 ? 'it' : `all ${able.length}`}`, {
        ...chosen,
        person: person ?? '',
        actions: able.map(({ action: { ref }, version }) => ({ ref, version })),
      }),
    },
  };
}

async function findAll(
  { directory, ports }: Request,
  refs: readonly string[],
): Promise<StoredAction[]> {
  const { id } = directory.partnership;
  const found = await Promise.all(refs.map((ref) => ports.actions.find(id, ref)));
  return found.filter((stored) => stored !== undefined);
}
