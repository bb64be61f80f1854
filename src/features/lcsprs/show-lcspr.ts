import { ask } from '../../answers/questions.ts';
import { undoButton } from '../../answers/undo-words.ts';
import { formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, Section } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { formatDayWithYear, toDay, toLocalTime } from '../../domain/dates.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { openHold } from '../retention-holds/buttons.ts';
import { findHold } from '../retention-holds/queries.ts';
import { aboutLcspr, describeUndo, openLcsprStep } from './buttons.ts';
import { describeLcsprEvent } from './describe-event.ts';
import { describeField, LCSPR_FIELDS, type LcsprField } from './describe-field.ts';
import {
  describeHistory,
  describeRules,
  describeState,
  lineOfTime,
  toCaseRow,
  toFacts,
} from './describe-lcspr.ts';
import { findLcspr, listSeen, noSuchLcspr } from './find-lcspr.ts';
import { possibleSteps } from './lcspr-steps.ts';
import { describePublication } from './publication.ts';

/** So much of the history fits a card. */
const MAX_EVENTS = 10;

/** “who is the reviewer of heron”, “where can I read LCSPR-B”: of one by its name; of all where none is named. */
export async function showLcspr(request: Request, question: Question): Promise<Answer> {
  const { reviewRef } = question.filters;
  const field = toField(question.args.field);
  const named = await findLcspr(request, question);
  if (named) return lcsprAnswer(request, named, { field });
  const all = await listSeen(request);
  const covering = all.filter(({ cases }) => reviewRef && cases.includes(reviewRef));
  if (covering.length === 1) return lcsprAnswer(request, covering[0] as Lcspr, { field });
  if (covering.length === 0 && reviewRef && reviewRef !== 'latest')
    return request.directory.reviewRefs.includes(reviewRef)
      ? {
          text: `No LCSPR is recorded for ${reviewRef}.`,
          suggestions: noSuchLcspr(undefined, all).suggestions ?? [],
        }
      : noSuchLcspr(reviewRef, all);
  const asked = covering.length > 0 ? covering : all.filter(({ withdrawn }) => !withdrawn);
  const [only, ...others] = asked;
  if (!only) return noSuchLcspr(undefined, asked);
  if (others.length === 0) return lcsprAnswer(request, only, { field });
  return {
    text: asked.map((lcspr) => describeField(field ?? 'publication', lcspr, request)).join(' '),
    suggestions: asked
      .slice(0, 3)
      .map(({ name }) => ({ title: `Show ${name}`, ...aboutLcspr(name) })),
    thread: { question },
  };
}

const toField = (value: unknown): LcsprField | undefined =>
  typeof value === 'string' && value in LCSPR_FIELDS ? (value as LcsprField) : undefined;

/** One LCSPR from the decision to its publication, with what was asked of it said first. */
export async function lcsprAnswer(
  request: Request,
  lcspr: Lcspr,
  { field, news }: { readonly field?: LcsprField | undefined; readonly news?: string } = {},
): Promise<Answer> {
  const { directory, ports } = request;
  const { id } = directory.partnership;
  const { name, cases } = lcspr;
  const isHolder = isPermitted(request.person, 'records.hold') && request.place.kind === 'personal';
  const [reviews, history, hold] = await Promise.all([
    ports.reviews.all(id),
    // Of one that is published everybody may read that alone.
    cases.length > 0 || isPermitted(request.person, 'lcsprs.record')
      ? ports.reviews.lcsprHistory(id, name)
      : [],
    isHolder ? findHold(request, 'lcspr', name) : undefined,
  ]);
  const covered = reviews.filter(({ ref }) => cases.includes(ref));
  const state = describeState(lcspr, request);
  const undo = news ? describeUndo(name, history.at(-1)) : undefined;
  const soFar = news ? undefined : describeHistory(lcspr, request);
  const text = field
    ? describeField(field, lcspr, request)
    : `${describeCover(name, covered)}${soFar ? `${soFar} ` : ''}${describePublication(lcspr, request)}`;
  const events = history
    .toReversed()
    .slice(0, MAX_EVENTS)
    .map((event) => ({
      when: formatDayWithYear(
        toDay(toLocalTime(new Date(event.at), directory.partnership.timeZone)),
      ),
      what: describeLcsprEvent(event, request),
    }));
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: 'local child safeguarding practice review',
    heading: name,
    state: { ...state, words: sentenceCase(state.words) },
    sections: [
      ...(undo ? [{ buttons: [undoButton(undo)] }] : []),
      { facts: toFacts(lcspr, request) },
      {
        heading: 'Timeline',
        events: lineOfTime(lcspr, request),
        note: describeRules(lcspr, request),
      },
      { heading: covered.length === 1 ? 'Its case' : 'Its cases', rows: covered.map(toCaseRow) },
      { heading: 'What was recorded here', events },
      ...(hold
        ? [
            {
              facts: [
                {
                  title: 'Record held',
                  value: `${hold.until ? `until ${formatDayWithYear(hold.until)}` : 'until it is released'}: ${hold.reason}`,
                },
              ],
            },
          ]
        : []),
      ...stepSections(request, lcspr),
    ],
    suggestions: [
      { title: 'Show its actions', ...ask('list_actions', { reviewRef: name }) },
      { title: 'All LCSPRs', ...ask('lcspr_list') },
    ],
    thread: { question: aboutLcspr(name).question, ...(undo && { undo }) },
  };
}

const describeCover = (name: string, covered: readonly RapidReview[]): string =>
  covered.length > 0 ? `${name} covers ${formatList(covered.map(({ ref }) => ref))}. ` : '';

/** What an administrator can record next. */
function stepSections({ person, place }: Request, lcspr: Lcspr): Section[] {
  if (!isPermitted(person, 'lcsprs.record') || place.kind !== 'personal') return [];
  const choices = possibleSteps(lcspr).map(({ id, title }) => ({ title, value: id }));
  return [
    {
      fields: [
        {
          id: 'step',
          label: 'Record what happened next',
          kind: 'choice',
          value: choices[0]?.value,
          choices,
        },
      ],
      buttons: [
        openLcsprStep.button('Record it', { lcspr: lcspr.name }),
        openHold.button('Hold record', { kind: 'lcspr', record: lcspr.name }),
      ],
    },
  ];
}
