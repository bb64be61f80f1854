import { z } from 'zod';
import { formatAdministrators } from '../../answers/access-words.ts';
import { choiceField, dayField, idField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, AnswerRow } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type Day, parseDay } from '../../domain/dates.ts';
import { type Deputy, type DeputyRefusal, endDeputy, nameDeputy } from '../../domain/deputy.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { openNaming } from './buttons.ts';
import { describeDays, describeDeputy, listDeputies } from './queries.ts';
import { deputyStore } from './store.ts';

/** So many people stand in the list of a form. */
const MAX_PEOPLE = 60;

const WHY_NOT: Readonly<Record<DeputyRefusal | 'not-found' | 'changed-meanwhile', string>> = {
  'own-agency': 'They work there, and take its seat without being named.',
  'own-naming': 'Nobody names themselves. Please ask another administrator, or its lead.',
  'days-disagree': 'The last day is before the first.',
  'day-past': 'The last day is over. Please give one still to come, or none.',
  'not-found': 'They are not named there.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please look again.',
};

interface DeputyDraft {
  readonly agency?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** “make Jo Smith deputy for the police”: a form; “is no longer”: the list, to end it. Nothing is recorded yet. */
export async function proposeDeputy(
  request: Request,
  { filters, args }: Question,
): Promise<Answer> {
  const own = request.person.roles.includes('administrator') ? undefined : request.person.agency;
  const agency = filters.agency ?? own;
  if (args.mode === 'end')
    return showDeputies(request, agency, 'To end one, press End next to the person.');
  const on = parseDay(args.on);
  return namingForm(request, {
    agency,
    person: typeof args.person === 'string' ? args.person : undefined,
    ...(args.starts ? { from: on } : { to: on }),
  });
}

/** *Name a deputy*, on the card of an agency or a person. */
export const openNamingForm = action({
  ...openNaming,
  permission: 'deputies.name',
  async handle(request: Request, draft): Promise<Answer> {
    requireListed(request, openNaming.id, draft);
    return namingForm(request, draft);
  },
});

/** *Name deputy*: from then on they take the seat without being confirmed. */
export const recordDeputy = action({
  id: 'deputies.name',
  permission: 'deputies.name',
  input: z.object({
    agency: idField.optional(),
    person: idField.optional(),
    from: dayField.optional(),
    to: dayField.optional(),
  }),
  async handle(request: Request, { agency, person: id, from, to }): Promise<Answer> {
    const { directory, store, today } = request;
    requireListed(request, 'deputies.name', { agency, person: id });
    const person = directory.people.find((each) => each.id === id);
    if (!agency || !person)
      return { text: 'Nothing was recorded. Please choose the person and the agency.' };
    if (!mayName(request, agency)) return mayNotName(request);
    const actor = toActor(request);
    const wanted = { agency, person, from: from ?? today, ...(to && { to }) };
    const changed = await store(deputyStore).addOrChange([agency, person.id], (before) =>
      nameDeputy(before, wanted, actor),
    );
    if (!changed.ok) return notRecorded(changed.refusal);
    return showDeputies(request, agency, `Recorded: ${describeDeputy(request, changed.value)}.`);
  },
});

/** *End*: from today on their claim to the seat is confirmed like anybody else’s. */
export const endNaming = action({
  id: 'deputies.end',
  permission: 'deputies.name',
  input: z.object({ agency: z.string().max(200), person: z.string().max(200) }),
  async handle(request: Request, { agency, person }): Promise<Answer> {
    if (!mayName(request, agency)) return mayNotName(request);
    const actor = toActor(request);
    const changed = await request
      .store(deputyStore)
      .change([agency, person], (deputy) => endDeputy(deputy, actor));
    if (!changed.ok && changed.refusal === 'not-found') throw new UnreadableInput('deputies.end');
    if (!changed.ok) return notRecorded(changed.refusal);
    const { directory } = request;
    const text = `Recorded: ${personName(directory, person)} is no longer deputy for ${agencyName(directory, agency)}.`;
    return showDeputies(request, agency, text);
  },
});

/**
 * Looks whether the partnership knows what a card names.
 * @throws UnreadableInput when it does not: the card is old, forged or another partnership’s
 */
function requireListed(
  { directory }: Request,
  id: string,
  { agency, person }: Pick<DeputyDraft, 'agency' | 'person'>,
): void {
  const isKnown = (named: string | undefined, among: readonly { readonly id: string }[]) =>
    !named || among.some((each) => each.id === named);
  if (!isKnown(agency, directory.agencies) || !isKnown(person, directory.people))
    throw new UnreadableInput(id);
}

function namingForm(request: Request, { agency, person, from, to }: DeputyDraft): Answer {
  const { directory, today } = request;
  const agencies = directory.agencies.filter(({ id }) => mayName(request, id));
  if (agencies.length === 0 || (agency && !mayName(request, agency))) return mayNotName(request);
  const people = directory.people
    .filter((each) => !each.erasedOn)
    .sort((a, b) => Number(b.id === person) - Number(a.id === person))
    .slice(0, MAX_PEOPLE)
    .map(({ id, displayName }) => ({ id, name: displayName }));
  const heading = 'Name a deputy?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'They take the agency’s seat at meetings on these days, and nobody needs to confirm them. It does not let them see rapid reviews.',
    form: {
      fields: [
        { ...choiceField('person', 'Person', people, person), required: true },
        {
          ...choiceField('agency', 'Deputy for', agencies, agency ?? agencies[0]?.id),
          required: true,
        },
        { id: 'from', label: 'From', kind: 'day', value: from ?? today, required: true },
        { id: 'to', label: 'Until (leave blank if no end)', kind: 'day', value: to ?? '' },
      ],
      submit: recordDeputy.button('Name deputy', {}),
    },
  };
}

async function showDeputies(
  request: Request,
  agency: string | undefined,
  news: string,
): Promise<Answer> {
  const { directory } = request;
  const deputies = await listDeputies(request, agency);
  const where = agency ? ` for ${agencyName(directory, agency)}` : '';
  const rows = deputies.map((deputy) => deputyRow(request, deputy));
  return {
    text: rows.length > 0 ? news : `${news} No named deputy is recorded${where}.`,
    about: 'deputies',
    heading: `Named deputies${where}`,
    sentence: news,
    sections: [{ rows }],
  };
}

function deputyRow(request: Request, deputy: Deputy): AnswerRow {
  const { directory } = request;
  const { agency, person, namedBy } = deputy;
  return {
    title: personName(directory, person),
    line: [agencyName(directory, agency), describeDays(request, deputy)]
      .filter(Boolean)
      .join(' · '),
    ...(namedBy !== 'import' && { details: `named by ${personName(directory, namedBy)}` }),
    buttons: mayName(request, agency) ? [endNaming.button('End', { agency, person })] : [],
  };
}

const mayName = ({ person }: Pick<Request, 'person'>, agency: string): boolean =>
  isPermittedOn(person, 'deputies.name', { agency });

const mayNotName = ({ directory }: Request): Answer => ({
  text: `Nothing was recorded: an agency’s deputy is named by its partner lead or an administrator. Please ask ${formatAdministrators(directory)}.`,
  refused: 'access',
});

const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});
