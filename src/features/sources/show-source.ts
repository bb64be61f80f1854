import { toActionRow } from '../../answers/action-words.ts';
import { ask } from '../../answers/questions.ts';
import { describeStates, toRecommendationRow } from '../../answers/recommendation-words.ts';
import { aboutSource } from '../../answers/source-questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Action, isOpen, mostUrgentFirst } from '../../domain/action.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { isSettled } from '../../domain/recommendation.ts';
import { findSources, isNamedSource, type Source, sourceTitle } from '../../domain/source.ts';
import { addRecommendationButton } from '../recommendations/buttons.ts';
import { listRecommendations } from '../recommendations/queries.ts';
import { changeSourceButton, describeUndo } from './buttons.ts';
import { chooseSource, listSources } from './queries.ts';
import { sourceStore } from './store.ts';

const MAX_ROWS = 15;

/** “what is left of Ofsted 2015”: its recommendations by state, and its actions. */
export async function showSource(request: Request, question: Question): Promise<Answer> {
  const { source: words } = question.args;
  if (typeof words !== 'string' || !words)
    return {
      text: 'Which review, audit or inspection do you mean? Say its name, such as Ofsted 2015.',
      suggestions: [{ title: 'All sources', ...aboutSource() }],
      thread: { question },
    };
  const found = await chooseSource(request, question, words);
  return 'answer' in found ? found.answer : sourceAnswer(request, found.source);
}

/** A source with all that it asked for; `news` is what has just become of it. */
export async function sourceAnswer(
  request: Request,
  source: Source,
  news?: string,
): Promise<Answer> {
  const { directory, person, store } = request;
  const [all, everyAction, history] = await Promise.all([
    listRecommendations(request),
    listAllActions(request),
    store(sourceStore).history(source.id),
  ]);
  const own = all.filter((each) => each.source.id === source.id);
  const left = own.filter(({ state }) => !isSettled(state));
  const linked = own.flatMap(({ recommendation }) => recommendation.actions);
  const actions = everyAction.filter(
    ({ ref, source: { name } }) =>
      linked.includes(ref) || (name !== undefined && isNamedSource(source, name)),
  );
  const open = actions.filter(isOpen);
  const asked =
    own.length > 0
      ? `${formatCount(own.length, 'recommendation')}: ${describeStates(own)}`
      : 'no recommendation is kept';
  const done =
    actions.length > 0
      ? `${open.length} of ${formatCount(actions.length, 'action')} ${pluralVerb(open.length, 'is', 'are')} open`
      : 'no action serves it';
  const text = `${sourceTitle(source)}: ${asked}; ${done}.`;
  const undo = news ? describeUndo(source.id, history.at(-1)) : undefined;
  const rows = (of: typeof own) =>
    of.slice(0, MAX_ROWS).map((each) => toRecommendationRow(each, directory, request, false));
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: source.kind,
    heading: sourceTitle(source),
    sentence: sentenceCase(`${asked}; ${done}.`),
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      {
        facts: [
          { title: 'Kind', value: sentenceCase(source.kind) },
          ...(source.body ? [{ title: 'By', value: source.body }] : []),
          ...(source.on ? [{ title: 'Report of', value: formatDayWithYear(source.on) }] : []),
          ...(source.alsoKnownAs.length > 0
            ? [{ title: 'Also called', value: source.alsoKnownAs.join('; ') }]
            : []),
        ],
      },
      { heading: `Left to do (${left.length})`, rows: rows(left), note: cut(left.length) },
      {
        heading: 'Settled',
        rows: rows(own.filter(({ state }) => isSettled(state))),
        note: cut(own.length - left.length),
      },
      {
        heading: 'Actions',
        rows: mostUrgentFirst(actions, request.today)
          .slice(0, MAX_ROWS)
          .map((action) => toActionRow(action, directory, request)),
        note: cut(actions.length),
      },
    ].filter(({ rows: some }) => some?.length !== 0),
    buttons: [
      ...(isPermitted(person, 'recommendations.add') ? [addRecommendationButton(source.id)] : []),
      ...(isPermitted(person, 'sources.change') ? [changeSourceButton(source.id)] : []),
    ],
    suggestions: [
      {
        title: 'What is left',
        ...ask('list_recommendations', {}, { source: source.id, unmet: 'left' }),
      },
      {
        title: 'Not accepted, and why',
        ...ask('list_recommendations', {}, { source: source.id, refused: 'not accepted' }),
      },
      { title: 'All sources', ...aboutSource() },
    ],
    thread: { ...aboutSource(source.id), ...(undo && { undo }) },
  };
}

const cut = (count: number): string => (count > MAX_ROWS ? `${MAX_ROWS} of ${count} shown` : '');

const listAllActions = ({ directory, today, ports }: Request): Promise<Action[]> =>
  ports.actions.list(directory.partnership.id, {}, today);

/** What became of a source, for those who ask who changed it. */
export async function sourceHistory(
  request: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const [source, ...others] = findSources(await listSources(request), ref);
  if (!source || others.length > 0) return undefined;
  const events = await request.store(sourceStore).history(source.id);
  return {
    ref: source.id,
    owner: {},
    events,
    record: { title: sourceTitle(source), ...aboutSource(source.id) },
  };
}
