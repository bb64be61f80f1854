import { z } from 'zod';
import { choiceField, dayField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { acceptChange } from '../../domain/change-event.ts';
import {
  LEARNING_KINDS,
  type LearningItem,
  type LearningReply,
  replyDueOn,
  send,
} from '../../domain/learning.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { accept } from '../../domain/outcome.ts';
import { findSources } from '../../domain/source.ts';
import { listSources } from '../sources/queries.ts';
import { NOUNS } from './describe-learning.ts';
import { notRecorded } from './refusals.ts';
import { learningAnswerOf } from './show-learning.ts';
import { learningReplyStore, learningStore } from './store.ts';

/** “send the neglect briefing to all agencies”: a form. Nobody is told before it is confirmed. */
export async function proposeLearning(
  request: Request,
  { filters, args }: Question,
): Promise<Answer> {
  const { directory, person, today } = request;
  if (!isPermitted(person, 'learning.send'))
    return {
      text: 'Nothing was sent: briefings are sent by administrators, the chair and the scrutineer.',
      refused: 'access',
    };
  const sources = await listSources(request);
  const [from, ...others] = typeof args.from === 'string' ? findSources(sources, args.from) : [];
  const named = [...(filters.agency ? [filters.agency] : []), ...(args.others ?? [])];
  const chosen =
    named.length > 0
      ? named
      : directory.agencies.filter(({ kind }) => kind !== 'attendee').map(({ id }) => id);
  const heading = 'Send a briefing?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'Each agency’s lead is asked to confirm it, and reminded until they do. Please leave out names and details of children.',
    form: {
      fields: [
        {
          id: 'title',
          label: 'What it is called',
          kind: 'text',
          value: typeof args.title === 'string' ? sentenceCase(args.title) : '',
          required: true,
        },
        choiceField(
          'kind',
          'Kind',
          LEARNING_KINDS.map((kind) => ({ id: kind, name: NOUNS[kind] })),
          args.events ? 'event' : 'briefing',
        ),
        choiceField(
          'source',
          'From',
          sources,
          others.length > 0 ? '' : from?.id,
          'No review or audit',
        ),
        { id: 'on', label: 'Sent or held on', kind: 'day', value: today, required: true },
        { id: 'link', label: 'Where it can be read', kind: 'text' },
        {
          id: 'agencies',
          label: 'Agencies',
          kind: 'choices',
          value: chosen.join(','),
          choices: directory.agencies.map(({ id, name }) => ({ title: name, value: id })),
        },
      ],
      submit: recordLearning.button('Send it', {}),
    },
  };
}

/** *Send it*: under the next free reference, with a reply to wait for from each agency. */
export const recordLearning = action({
  id: 'learning.send',
  permission: 'learning.send',
  input: z.object({
    title: lineField,
    kind: z.enum(LEARNING_KINDS),
    source: idField.optional(),
    on: dayField,
    link: lineField.optional(),
    agencies: z.string().max(20_000),
  }),
  async handle(request: Request, { agencies: chosen, source, on, ...input }): Promise<Answer> {
    const { directory, store, today, bankHolidays } = request;
    const actor = toActor(request);
    const known = await store(learningStore).list();
    const isListed = (id: string) => directory.agencies.some((agency) => agency.id === id);
    const agencies = [...new Set(chosen.split(','))].filter(isListed);
    const from = (await listSources(request)).find(({ id }) => id === source)?.id;
    const wanted: LearningItem = {
      id: nextReference(
        known.map(({ id }) => id),
        'LB-001',
      ),
      title: input.title,
      kind: input.kind,
      on: on ?? today,
      ...(from && { source: from }),
      ...(input.link && { link: input.link }),
    };
    const decided = send(wanted, agencies, actor);
    if (!decided.ok) return notRecorded(decided.refusal);
    const added = await store(learningStore).add(wanted, decided.value.event);
    if (!added.ok) return notRecorded(added.refusal);
    const item = added.value;
    for (const agency of agencies) {
      const waiting: LearningReply = {
        item: item.id,
        agency,
        sentOn: today,
        dueOn: replyDueOn(today, bankHolidays),
        state: 'waiting',
      };
      await store(learningReplyStore).addOrChange([item.id, agency], (stored) =>
        stored ? accept({ record: stored }) : acceptChange(waiting, { type: 'sent' }, actor),
      );
    }
    return learningAnswerOf(request, item.id, 'Recorded. Each agency’s lead is told.');
  },
});
