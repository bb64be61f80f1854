import { z } from 'zod';
import { describeWhoMay } from '../../answers/access-words.ts';
import { choiceField, dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { notUndone } from '../../answers/not-undone.ts';
import { UNDONE } from '../../answers/undo-words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { undoRecord } from '../../contract/undo-record.ts';
import { isPermitted } from '../../domain/access.ts';
import {
  addSource,
  changeSource,
  nextSourceId,
  SOURCE_KINDS,
  type Source,
  type SourceRefusal,
  sourceTitle,
} from '../../domain/source.ts';
import { listRecommendations } from '../recommendations/queries.ts';
import { openSourceForm, sourceId, undoSourcePress } from './buttons.ts';
import { chooseSource, listSources } from './queries.ts';
import { sourceAnswer } from './show-source.ts';
import { sourceStore } from './store.ts';

const WHY_NOT: Readonly<
  Record<SourceRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'name-missing': 'Please give its name.',
  'name-taken':
    'Another source goes by that name already. Give this one a name of its own, such as with its year.',
  'not-found': 'It is not in the records any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody added it meanwhile. Please look at the list of sources.',
};

const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

/** “add an inspection: Ofsted focused visit”, “change Ofsted 2015”: the form with what was said. */
export async function proposeSource(request: Request, question: Question): Promise<Answer> {
  const { mode, source: words, title } = question.args;
  const permission = mode === 'change' ? 'sources.change' : 'sources.add';
  if (!isPermitted(request.person, permission))
    return {
      text: `Nothing was recorded: sources are ${mode === 'change' ? 'changed' : 'added'} by ${describeWhoMay(permission)}.`,
      refused: 'access',
    };
  if (mode !== 'change') return sourceForm(typeof title === 'string' ? title : '');
  const found = await chooseSource(request, question, typeof words === 'string' ? words : '');
  return 'answer' in found ? found.answer : sourceForm('', found.source);
}

/** *Change…* on a source. */
export const openSource = action({
  ...openSourceForm,
  permission: 'sources.change',
  async handle(request: Request, { source: id }): Promise<Answer> {
    const source = (await listSources(request)).find((each) => each.id === id);
    if (!source) throw new UnreadableInput(openSourceForm.id);
    return sourceForm('', source);
  },
});

const KINDS = SOURCE_KINDS.map((id) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1) }));

function sourceForm(name: string, source?: Source): Answer {
  const heading = source ? `Change ${sourceTitle(source)}?` : 'Add a source?';
  const kind = source?.kind ?? KINDS.find(({ id }) => name.toLowerCase().includes(id))?.id;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'A review, audit, inspection, scrutiny or survey that asks something of you.',
    form: {
      fields: [
        { id: 'name', label: 'Name', kind: 'text', value: source?.name ?? name, required: true },
        choiceField('kind', 'Kind', KINDS, kind ?? 'inspection'),
        { id: 'body', label: 'Who made it', kind: 'text', value: source?.body ?? '' },
        {
          id: 'on',
          label: 'Day of its report',
          kind: 'day',
          ...(source?.on && { value: source.on }),
        },
        {
          id: 'alsoKnownAs',
          label: 'Other names (; between them)',
          kind: 'text',
          value: source?.alsoKnownAs.join('; ') ?? '',
        },
      ],
      submit: source
        ? recordSourceChange.button('Record change', { source: source.id })
        : recordSource.button('Add source', {}),
    },
  };
}

const fields = {
  name: lineField,
  kind: z.enum(SOURCE_KINDS),
  body: lineField.optional(),
  on: dayField.optional(),
  alsoKnownAs: lineField.optional().default(''),
};

const parseNames = (text: string): string[] =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);

/** *Add source* */
export const recordSource = action({
  id: 'sources.add',
  permission: 'sources.add',
  nameFields: ['name', 'body', 'alsoKnownAs'],
  input: z.object(fields),
  async handle(request: Request, { name, kind, body, on, alsoKnownAs }): Promise<Answer> {
    const all = await request.store(sourceStore).list();
    const id = nextSourceId(
      { name, ...(on && { on }) },
      all.map((each) => each.id),
    );
    const wanted: Source = {
      id,
      name,
      kind,
      alsoKnownAs: parseNames(alsoKnownAs),
      ...(body && { body }),
      ...(on && { on }),
    };
    const decided = addSource(wanted, all, toActor(request));
    if (!decided.ok) return repeated(request, name, decided.refusal);
    const added = await request.store(sourceStore).add(decided.value.record, decided.value.event);
    return added.ok ? sourceAnswer(request, added.value, 'Recorded.') : notRecorded(added.refusal);
  },
});

/** A press that comes twice finds the source that the first one added. */
async function repeated(request: Request, name: string, refusal: SourceRefusal): Promise<Answer> {
  const source = (await listSources(request)).find((each) => each.name === name);
  const history = source ? await request.store(sourceStore).history(source.id) : [];
  const isOwn = request.operation && history.some((each) => each.operation === request.operation);
  return source && isOwn ? sourceAnswer(request, source, 'Recorded.') : notRecorded(refusal);
}

/** *Record change* */
export const recordSourceChange = action({
  id: 'sources.change',
  permission: 'sources.change',
  nameFields: ['name', 'body', 'alsoKnownAs'],
  input: z.object({ source: sourceId, ...fields }),
  async handle(request: Request, { source: id, body, on, alsoKnownAs, ...input }) {
    const all = await listSources(request);
    if (!all.some((each) => each.id === id)) throw new UnreadableInput('sources.change');
    const wanted = { ...input, body: body || undefined, on, alsoKnownAs: parseNames(alsoKnownAs) };
    const actor = toActor(request);
    const changed = await request
      .store(sourceStore)
      .change(id, (each) => changeSource(each, wanted, all, actor));
    return changed.ok
      ? sourceAnswer(request, changed.value, 'Recorded.')
      : notRecorded(changed.refusal);
  },
});

/** *Undo*: what was changed is set back; a source that was added goes, while nothing belongs to it. */
export const undoSource = action({
  ...undoSourcePress,
  permission: 'own',
  async handle(request: Request, { source: id, change }): Promise<Answer> {
    if (!(await listSources(request)).some((each) => each.id === id))
      throw new UnreadableInput(undoSourcePress.id);
    const all = await listRecommendations(request);
    if (all.some(({ source }) => source.id === id)) {
      const history = await request.store(sourceStore).history(id);
      if (history.at(-1)?.type === 'added') return notUndone('changed-since');
    }
    const undone = await undoRecord(request, sourceStore, id, change);
    if (!undone.ok) return notUndone(undone.refusal);
    const source = (await listSources(request)).find((each) => each.id === id);
    return source
      ? sourceAnswer(request, source, UNDONE)
      : { text: 'Undone. It is not among the sources any more.', endsForm: true };
  },
});
