import { toActionRow } from '../../answers/action-words.ts';
import { ask } from '../../answers/questions.ts';
import {
  describeState,
  formatAddressees,
  toRecommendationRow,
} from '../../answers/recommendation-words.ts';
import { aboutRecommendation, aboutSource } from '../../answers/source-questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, Button } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import type { KnownRecommendation } from '../../domain/recommendation.ts';
import { recommendationOwner } from '../../domain/recommendation.ts';
import { toReferenceKey } from '../../domain/reference-key.ts';
import { sourceTitle } from '../../domain/source.ts';
import { listThemes } from '../themes/queries.ts';
import { describeUndo, formButton, verifyButton } from './buttons.ts';
import { findRecommendation, listRecommendations } from './queries.ts';
import { mayDo, noSuchRecommendation } from './refusals.ts';
import { recommendationStore } from './store.ts';

/** So many steps of its history are shown, the latest first. */
const MAX_EVENTS = 6;

/** One recommendation: what is asked, what was answered, its actions, and what came of it. */
export async function showRecommendation(request: Request, { args }: Question): Promise<Answer> {
  const found = await findNamed(request, args.recommendation);
  return 'answer' in found ? found.answer : recommendationAnswer(request, found.known);
}

/** `OF15-07 of Ofsted inspection 2015 (met)` */
const describeOther = (known: KnownRecommendation, request: Request): string =>
  `${known.recommendation.ref} of ${known.source.name} (${describeState(known, request).words})`;

/** The recommendation that a message names, however its reference is typed. */
export async function findNamed(
  request: Request,
  words: unknown,
): Promise<{ readonly known: KnownRecommendation } | { readonly answer: Answer }> {
  const ref = typeof words === 'string' ? words : '';
  const all = ref ? await listRecommendations(request) : [];
  const known = all.find((each) => toReferenceKey(each.recommendation.ref) === toReferenceKey(ref));
  return known ? { known } : { answer: noSuchRecommendation(ref) };
}

/** A recommendation with all that is known of it; `news` is what has just become of it. */
export async function recommendationAnswer(
  request: Request,
  known: KnownRecommendation,
  news?: string,
): Promise<Answer> {
  const { directory, today, store } = request;
  const { recommendation, source, actions } = known;
  const { ref, text: words } = recommendation;
  const [history, all, themes] = await Promise.all([
    store(recommendationStore).history(ref),
    listRecommendations(request),
    listThemes(request),
  ]);
  const state = describeState(known, request);
  const undo = news ? describeUndo(ref, history.at(-1)) : undefined;
  const earlier = all.filter((each) => each.recommendation.ref === recommendation.repeats);
  const later = all.filter((each) => each.recommendation.repeats === ref);
  const relations = [
    ...earlier.map((each) => `repeats ${describeOther(each, request)}`),
    later.length > 0 &&
      `is asked for again by ${formatList(later.map((each) => describeOther(each, request)))}`,
  ].filter((each) => each !== false);
  const related = relations.length > 0 ? `, ${formatList(relations)}` : '';
  const text = `${ref}, ${sourceTitle(source)}${related}: ${state.words}.`;
  const rows = (of: readonly KnownRecommendation[]) =>
    of.map((each) => toRecommendationRow(each, directory, request));
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: sourceTitle(source),
    heading: ref,
    sentence: words,
    state: { ...state, words: sentenceCase(state.words) },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      {
        facts: [
          {
            title: 'Addressed to',
            value: sentenceCase(formatAddressees(recommendation, directory)),
          },
          ...responseFacts(known, request),
          ...evidenceFacts(known, request),
          {
            title: 'Themes',
            value:
              recommendation.themes
                .map((id) => themes.find((theme) => theme.id === id)?.name ?? id)
                .join('; ') || 'None',
          },
        ],
      },
      { heading: 'Repeats', rows: rows(earlier) },
      { heading: 'Repeated by', rows: rows(later) },
      {
        heading: 'Actions',
        rows: actions.map((action) => toActionRow(action, directory, request)),
        note: actions.length === 0 ? 'No action serves it yet' : '',
      },
      {
        heading: 'History',
        events: history
          .toReversed()
          .slice(0, MAX_EVENTS)
          .map((event) => describeEvent(event, request)),
      },
      { buttons: moreButtons(request, known) },
    ],
    buttons: nextButtons(request, known),
    suggestions: [
      { title: 'All of this source', ...aboutSource(source.id) },
      ...(earlier[0]
        ? [
            {
              title: `Show ${earlier[0].recommendation.ref}`,
              ...aboutRecommendation(earlier[0].recommendation.ref),
            },
          ]
        : []),
      {
        title: 'What is left of it',
        ...ask('list_recommendations', {}, { source: source.id, unmet: 'left' }),
      },
    ].slice(0, 3),
    thread: { ...aboutRecommendation(ref), ...(undo && { undo }) },
  };

  function describeEvent({ at, by, type, reason }: ChangeEvent, { directory: names }: Request) {
    const on = at.includes('T') ? toDay(toLocalTime(new Date(at), names.partnership.timeZone)) : at;
    return {
      when: formatDay(on as typeof today, today),
      what: `${sentenceCase(type)} by ${by === 'import' ? 'an import' : personName(names, by)}${reason ? `: ${reason}` : ''}`,
    };
  }
}

function responseFacts({ recommendation, dueOn }: KnownRecommendation, { today }: Request) {
  const { response, responseReason, respondedOn } = recommendation;
  if (!response)
    return [
      {
        title: 'Response',
        value: dueOn ? `Due ${formatDay(dueOn, today)}` : 'None yet, no day set',
      },
    ];
  const on = respondedOn ? `, ${formatDay(respondedOn, today)}` : '';
  return [
    { title: 'Response', value: `${sentenceCase(response)}${on}` },
    ...(responseReason ? [{ title: 'Reason', value: responseReason }] : []),
  ];
}

function evidenceFacts({ recommendation }: KnownRecommendation, { today, directory }: Request) {
  const { evidence, evidenceBy, evidenceOn, verifiedBy, verifiedOn } = recommendation;
  if (!evidence) return [];
  const sign = (by: string | undefined, on: typeof evidenceOn) =>
    [by && personName(directory, by), on && formatDay(on, today)].filter(Boolean).join(', ');
  return [
    { title: 'Evidence', value: evidence },
    { title: 'Given by', value: sign(evidenceBy, evidenceOn) || 'Not recorded' },
    {
      title: 'Verified by',
      value: verifiedBy ? sign(verifiedBy, verifiedOn) : 'Nobody yet',
    },
  ];
}

/** What takes it further, the likeliest first. */
function nextButtons(request: Request, { recommendation, state }: KnownRecommendation): Button[] {
  const { ref } = recommendation;
  const may = (permission: Parameters<typeof mayDo>[1]) =>
    mayDo(request, permission, recommendation);
  if (state === 'awaiting a response' || state === 'not accepted')
    return may('recommendations.change') ? [formButton('Respond…', ref, 'respond')] : [];
  if (state === 'evidence to verify')
    return may('recommendations.verify')
      ? [verifyButton(ref), formButton('Send back…', ref, 'send-back')]
      : [];
  if (state === 'met' || !may('recommendations.change')) return [];
  const evidence = formButton('Give evidence…', ref, 'evidence');
  const raise = formButton('Raise an action…', ref, 'raise');
  return state === 'actions complete' ? [evidence, raise] : [raise, evidence];
}

function moreButtons(request: Request, { recommendation }: KnownRecommendation): Button[] {
  const { ref, actions } = recommendation;
  if (!mayDo(request, 'recommendations.change', recommendation)) return [];
  return [
    formButton('Link an action…', ref, 'link'),
    ...(actions.length > 0 ? [formButton('Unlink an action…', ref, 'unlink')] : []),
    formButton('Themes…', ref, 'themes'),
    formButton('Repeats…', ref, 'repeats'),
  ];
}

/** What became of a recommendation, for those who ask who changed it. */
export async function recommendationHistory(
  request: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const known = await findRecommendation(request, ref.toUpperCase());
  if (!known) return undefined;
  const { recommendation } = known;
  return {
    ref: recommendation.ref,
    owner: recommendationOwner(recommendation),
    events: await request.store(recommendationStore).history(recommendation.ref),
    record: { title: recommendation.ref, ...aboutRecommendation(recommendation.ref) },
  };
}
