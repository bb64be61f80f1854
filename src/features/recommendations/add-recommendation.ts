import { z } from 'zod';
import { choiceField, dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { addRecommendation, type Recommendation } from '../../domain/recommendation.ts';
import { type Source, sourceTitle } from '../../domain/source.ts';
import { chooseSource, listSources } from '../sources/queries.ts';
import { openNewRecommendation } from './buttons.ts';
import { findRecommendation } from './queries.ts';
import { mayNot, notRecorded } from './refusals.ts';
import { recommendationAnswer } from './show-recommendation.ts';
import { recommendationStore } from './store.ts';

/** “add a recommendation to the HS review: …”: a form with what was said. */
export async function proposeRecommendation(request: Request, question: Question): Promise<Answer> {
  if (!isPermitted(request.person, 'recommendations.add')) return mayNot('recommendations.add');
  const { source: words, title } = question.args;
  const text = typeof title === 'string' ? title : '';
  const found =
    typeof words === 'string' ? await chooseSource(request, question, words) : undefined;
  if (found && 'answer' in found) return found.answer;
  return newForm(request, found?.source, text, question.filters.agency);
}

/** *Add recommendation* on a source. */
export const openNewForm = action({
  ...openNewRecommendation,
  permission: 'recommendations.add',
  async handle(request: Request, { source: id }): Promise<Answer> {
    const source = (await listSources(request)).find((each) => each.id === id);
    if (!source) throw new UnreadableInput(openNewRecommendation.id);
    return newForm(request, source);
  },
});

async function newForm(
  request: Request,
  source: Source | undefined,
  text = '',
  agency = '',
): Promise<Answer> {
  const sources = await listSources(request);
  if (sources.length === 0)
    return {
      text: 'Nothing was recorded: a recommendation belongs to a review, audit or inspection, and none is kept yet. Say “add a source” first.',
    };
  const heading = 'Add a recommendation?';
  const choices = sources.map((each) => ({ id: each.id, name: sourceTitle(each) }));
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'In the source’s own words. Please leave out names and details of children.',
    form: {
      fields: [
        choiceField('source', 'Source', choices, source?.id ?? choices[0]?.id),
        { id: 'text', label: 'Recommendation', kind: 'lines', value: text, required: true },
        {
          id: 'addressedTo',
          label: 'Addressed to (none: the partnership)',
          kind: 'choices',
          value: agency,
          choices: request.directory.agencies.map(({ id, name }) => ({ title: name, value: id })),
        },
        { id: 'responseDueOn', label: 'Response due', kind: 'day' },
      ],
      submit: recordRecommendation.button('Add recommendation', {}),
    },
  };
}

/** *Add recommendation*: under the next free reference of its source. */
export const recordRecommendation = action({
  id: 'recommendations.add',
  permission: 'recommendations.add',
  input: z.object({
    source: z.string().max(100),
    text: lineField,
    addressedTo: z.string().max(2000).optional().default(''),
    responseDueOn: dayField.optional(),
  }),
  async handle(request: Request, { source: id, text, addressedTo, responseDueOn }) {
    const source = (await listSources(request)).find((each) => each.id === id);
    if (!source) throw new UnreadableInput('recommendations.add');
    const store = request.store(recommendationStore);
    const all = await store.list();
    const agencies = request.directory.agencies.map((agency) => agency.id);
    const wanted: Recommendation = {
      ref: nextRef(source, all),
      source: id,
      text,
      addressedTo: addressedTo.split(',').filter((agency) => agencies.includes(agency)),
      ...(responseDueOn && { responseDueOn }),
      themes: [],
      actions: [],
    };
    const decided = addRecommendation(wanted, toActor(request));
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await store.add(decided.value.record, decided.value.event);
    if (!added.ok) return notRecorded(added.refusal);
    const known = await findRecommendation(request, added.value.ref);
    return known ? recommendationAnswer(request, known, 'Recorded.') : notRecorded('not-found');
  },
});

/** The next of its source, after the pattern of those there are; the first is called after the source. */
function nextRef(source: Source, all: readonly Recommendation[]): string {
  const own = all.filter((each) => each.source === source.id).map(({ ref }) => ref);
  const ref = nextReference(own, `${toPrefix(source)}-01`);
  return all.some((each) => each.ref === ref) ? `${source.id}-01` : ref;
}

/** `OFV23` for the Ofsted focused visit of 2023. */
function toPrefix({ id, on }: Source): string {
  const words = id.match(/[A-Za-z]+/g) ?? [id];
  const letters = words.length > 1 ? words.map(([first]) => first).join('') : id.slice(0, 2);
  return `${letters.slice(0, 4)}${on?.slice(2, 4) ?? ''}`.toUpperCase();
}
