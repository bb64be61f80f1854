import { z } from 'zod';
import { choiceField, confirmation, readForm, toActor } from '../../../answers/form.ts';
import { ownerFields } from '../../../answers/owner-fields.ts';
import { formatCount } from '../../../answers/words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../../contract/feature.ts';
import { newOperation } from '../../../contract/operation.ts';
import type { Ports, StoredAction } from '../../../contract/ports.ts';
import { questionSchema } from '../../../contract/question-schema.ts';
import { isPermitted } from '../../../domain/access.ts';
import { findActions } from '../find-actions.ts';
import { reasonField } from '../forms/update-action.ts';
import { queryOf } from '../query-of.ts';
import { cannotAnswer, WHY_NOT } from '../refusals.ts';
import {
  changeInWords,
  changeOne,
  MAX_AT_ONCE,
  type Several,
  severalFields,
  WHATS,
} from './several-changes.ts';

const rowsSchema = z.object({
  question: questionSchema,
  from: z.number().int().min(0),
  to: z.number().int().min(0),
});

/** *Change several…* on a list: which of its rows, and what is to be done with them. */
export async function chooseSeveral(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const rows = rowsSchema.safeParse(data);
  if (!rows.success) throw new UnreadableInput('actions.several');
  const refused = refuseSeveral(asker);
  if (refused) return refused;
  const { question, from, to } = rows.data;
  const query = await queryOf(asker, question, ports);
  if (!query.ok) return cannotAnswer(query.refusal, question);
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const { actions } = await findActions(asker, question, query.value, today, ports);
  return confirmation(asker, ports, {
    headline: 'Change several actions?',
    sentence: 'Nothing is recorded yet: what will happen to each is shown before you confirm.',
    fields: [
      {
        id: 'chosen',
        label: 'Which actions',
        kind: 'choices',
        required: true,
        choices: actions
          .slice(from, Math.min(to, from + MAX_AT_ONCE))
          .map(({ ref, title }) => ({ title: `${ref}  ${title}`, value: ref })),
      },
      choiceField('what', 'What is to be done', WHATS, 'move'),
      { id: 'due', label: 'New due day, to move them', kind: 'day' },
      ...ownerFields(asker.directory, {}).map((field) => ({
        ...field,
        label: `${field.label}, to give them away`,
      })),
      { id: 'reason', label: 'Why', kind: 'lines', hint: 'Needed to move, give away or withdraw' },
    ],
    confirm: 'Show what will happen',
    verb: 'actions.several-check',
    data: {},
  });
}

const chosenSchema = z.object({ ...severalFields, chosen: z.string().max(2_000) });

/** *Show what will happen*: each action as it stands and as it would be, to be confirmed once for all of them. */
export async function checkSeveral(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const { chosen, ...change } = readForm('actions.several-check', chosenSchema, data);
  const refused = refuseSeveral(asker);
  if (refused) return refused;
  const refs = [...new Set(chosen.split(',').filter(Boolean))].slice(0, MAX_AT_ONCE);
  if (refs.length === 0) return { text: 'Nothing was recorded. Please choose the actions first.' };
  const found = await findAll(asker, refs, ports);
  if (found.length === 0) throw new UnreadableInput('actions.several-check');
  const { directory } = asker;
  const actor = toActor(asker, ports);
  const today = { today: actor.today, bankHolidays: ports.calendar.bankHolidays };
  const outcomes = found.map((stored) => ({
    stored,
    outcome: changeOne(stored.action, change, actor, directory),
  }));
  const able = outcomes.flatMap(({ stored, outcome }) => (outcome.ok ? [stored] : []));
  const rows = outcomes.map(({ stored: { action }, outcome }) => ({
    title: `${action.ref}  ${action.title}`,
    line: outcome.ok
      ? changeInWords(action, outcome.value, change.what, directory, today)
      : `will not be changed: ${whyNot(outcome.refusal)}`,
  }));
  if (able.length === 0) {
    const [first] = rows;
    return {
      text: `Nothing was recorded, for none of them can be changed so. ${first ? `${first.title}: ${first.line}` : ''}`,
    };
  }
  return confirmation(asker, ports, {
    headline: `Change ${formatCount(able.length, 'action')}?`,
    sentence:
      'Each is changed as it stands here; one that somebody changes meanwhile is left as it is.',
    about: { heading: 'What will happen', rows },
    fields: change.what === 'complete' ? [] : [reasonField('Why', change.reason)],
    confirm: `Change ${able.length === 1 ? 'it' : `all ${able.length}`}`,
    verb: 'actions.several-do',
    data: {
      ...sent(change),
      operation: newOperation(),
      actions: able.map(({ action: { ref }, version }) => ({ ref, version })),
    },
  });
}

/** The change without its reason, which stands in its own field; what is empty is sent as an empty text, as a form does. */
function sent({ what, due, agency, group, person }: Several): object {
  return { what, due: due ?? '', agency: agency ?? '', group: group ?? '', person: person ?? '' };
}

/** Why one of them cannot be changed so, as the end of a sentence. */
export function whyNot(refusal: keyof typeof WHY_NOT | 'due-missing'): string {
  const why = refusal === 'due-missing' ? 'Please choose the new due day.' : WHY_NOT[refusal];
  return `${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}`;
}

/** `undefined` for administrators. */
export function refuseSeveral({ person }: Asker): Answer | undefined {
  return isPermitted(person, 'actions.change-several')
    ? undefined
    : {
        text: 'Nothing was recorded: several actions at once are changed by an administrator.',
        refused: 'access',
      };
}

async function findAll(
  asker: Asker,
  refs: readonly string[],
  ports: Ports,
): Promise<StoredAction[]> {
  const { id } = asker.directory.partnership;
  const found = await Promise.all(refs.map((ref) => ports.actions.find(id, ref)));
  return found.filter((stored) => stored !== undefined);
}
