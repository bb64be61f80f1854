import type { Day } from '../domain/dates.ts';
import { looksPersonal } from '../domain/privacy-guard.ts';
import type { Actions } from '../features/ports.ts';
import type { Filters, Question } from '../features/question.ts';
import type { Spoken } from '../features/spoken.ts';
import { actionByTitle } from './action-by-title.ts';
import type { Ranking } from './classify.ts';
import { composeArgs } from './compose-args.ts';
import { composeFilters, type Scene, withDefaults } from './compose-filters.ts';
import type { Tongue } from './create-reader.ts';
import { datesIn } from './dates-in-text.ts';
import type { TitleInText } from './find-title.ts';
import { defined, leaningOf, merge, supplied } from './follow-up.ts';
import { type Heard, wordsIn } from './hear.ts';
import { plausible } from './plausible.ts';
import type { Candidate, Hearing, Reading, Reason } from './reader.ts';
import { refusalFor } from './refuse.ts';
import { AMBIGUOUS_LABEL, OUT_OF_SCOPE_LABEL, type Understanding } from './understanding.ts';
import { unitsOf } from './units.ts';

export interface Listening {
  readonly hearing: Hearing;
  readonly heard: Heard;
  readonly tongue: Tongue;
  readonly understanding: Understanding;
  readonly actions: Pick<Actions, 'titled'>;
  readonly today: Day;
}

/** Below this the best reading is only a guess. */
const SURE_ENOUGH = 0.25;
/** Below this a reading that writes is asked back. */
const SURE_TO_WRITE = 0.5;
/** Two readings are close when the second has at least so much of the share of the first. */
const CLOSE = 0.75;
/** From what was heard to what was meant. */
export async function readMessage(listening: Listening): Promise<Reading> {
  const { hearing, heard, tongue, understanding, today } = listening;
  const personal = looksPersonal(hearing.text);
  if (personal)
    return { kind: 'refused', refusal: 'personal details', because: [{ words: '', gave: 'refusal', value: personal.kind }] };
  if (heard.tokens.length === 0) return { kind: 'unknown' };

  const leaning = hearing.thread ? leaningOf(heard, hearing.thread, understanding) : 'none';
  const plainly = understanding.classifier.rank(unitsOf(heard, undefined, understanding.stems));
  const title = await actionByTitle(listening, plainly);
  const units = title ? unitsOf(heard, spanOf(title), understanding.stems) : undefined;
  const ranking = plausible(units ? understanding.classifier.rank(units) : plainly, {
    heard,
    title,
    understanding,
    thread: hearing.thread,
    leaning,
  });
  const scene: Scene = {
    heard,
    dates: datesIn(heard.tokens, today),
    directory: hearing.asker.directory,
    board: hearing.asker.home ?? tongue.vocabulary.board,
    today,
    title: title?.spans ?? [],
  };
  const candidates = byIntent(ranking, understanding)
    .slice(0, 4)
    .map(({ label, share }) => ({ label, share, ...compose(label, share, scene, title, listening, leaning) }));
  const [best, second] = candidates;
  if (!best) return { kind: 'unknown' };
  if (best.label === OUT_OF_SCOPE_LABEL) {
    return {
      kind: 'refused',
      refusal: refusalFor(heard),
      because: [{ words: hearing.text.slice(0, 80), gave: 'refusal', value: refusalFor(heard) }],
    };
  }
  const real = candidates.filter(({ label }) => label !== AMBIGUOUS_LABEL && label !== OUT_OF_SCOPE_LABEL);
  if (best.label === AMBIGUOUS_LABEL)
    return { kind: 'choice', readings: real.slice(0, 3).map(({ candidate }) => candidate) };
  const writes = understanding.spoken.get(best.candidate.question.intent)?.writes;
  if (writes && best.share < SURE_TO_WRITE && real.length > 1) {
    return { kind: 'choice', readings: real.slice(0, 2).map(({ candidate }) => candidate) };
  }
  if (best.share < SURE_ENOUGH) return { kind: 'unknown', guess: best.candidate };
  const close =
    second &&
    second.share >= best.share * CLOSE &&
    second.candidate.question.intent !== best.candidate.question.intent &&
    second.label !== OUT_OF_SCOPE_LABEL;
  if (close && best.share < 0.45) return { kind: 'choice', readings: real.slice(0, 2).map(({ candidate }) => candidate) };
  return { kind: 'question', ...best.candidate };
}

/** The labels of one intent stand together under the likeliest of them. */
function byIntent(ranking: Ranking, { settled }: Understanding): Ranking {
  const intentOf = (label: string) => settled.get(label)?.intent ?? label;
  const first = ranking.filter(
    ({ label }, at) => ranking.findIndex((other) => intentOf(other.label) === intentOf(label)) === at,
  );
  const sum = (label: string) =>
    ranking.filter((other) => intentOf(other.label) === intentOf(label)).reduce((total, { share }) => total + share, 0);
  return first.map(({ label }) => ({ label, share: sum(label) })).sort((a, b) => b.share - a.share);
}

function spanOf({ spans }: TitleInText): { start: number; end: number } {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

function compose(
  label: string,
  share: number,
  scene: Scene,
  title: TitleInText | undefined,
  { hearing, understanding }: Listening,
  leaning: string,
): { candidate: Candidate } {
  const { intent, args: settled, filters: given = {} } = understanding.settled.get(label) ?? { intent: label, args: {} };
  const spoken: Spoken = understanding.spoken.get(intent) ?? { said: [] };
  const { filters: heardFilters, because } = composeFilters(scene, spoken);
  const filters = { ...heardFilters, ...given };
  const named =
    spoken.reads?.includes('action') && title
      ? { match: title.words, ...(title.fits.length === 1 ? { actionRef: title.fits[0]?.ref } : {}) }
      : {};
  const args = defined({ ...named, ...composeArgs(scene, spoken, hearing.text), ...settled });
  const own: Question = { intent, filters, args };
  const merged =
    hearing.thread && leaning !== 'none'
      ? merge(hearing.thread, intent, spoken, filters, args)
      : hearing.thread
        ? supplied(hearing.thread, spoken, own)
        : own;
  const question = complete(merged, spoken, scene, hearing.thread?.question);
  const reasons: Reason[] = [
    { words: wordsIn(scene.heard, { start: 0, end: scene.heard.tokens.length }), gave: 'intent', value: label },
    ...because,
    ...Object.entries(args).map(([name, value]) => ({ words: '', gave: `args.${name}`, value: String(value) })),
  ];
  return { candidate: { question, confidence: share, because: reasons } };
}

/** Adds what goes without saying. */
function complete(
  { intent, filters, args }: Question,
  spoken: Spoken,
  { heard, board, dates }: Scene,
  before: Question | undefined,
): Question {
  const open = args.assignee === 'me' && !filters.status && spoken.takes?.includes('status') ? { status: 'open' } : {};
  const upTo =
    filters.dueRange === 'before-next-meeting' && !args.beforeMeetingOf
      ? { beforeMeetingOf: meetingGroup(heard) ?? board }
      : {};
  const dated = spoken.reads?.includes('meeting-date') && filters.group && dates.length + (args.date ? 1 : 0) > 0;
  const pinned = dated || args.lastMeetings !== undefined;
  const { meeting: _, ...others } = spoken.defaults ?? {};
  const defaults = pinned ? others : (spoken.defaults ?? {});
  const all = withDefaults({ ...open, ...filters }, { ...defaults, ...spokenBefore(defaults, before) }, board);
  const { hasDue, ...rest } = args;
  return { intent, filters: all, args: { ...(all.dueRange && hasDue === true ? rest : args), ...upTo } };
}

/** What was just spoken of goes without saying before what is usual does: after “agenda for slpr”, another item is for slpr. */
function spokenBefore({ group, reviewRef }: Filters, before: Question | undefined): Filters {
  return {
    ...(group && before?.filters.group ? { group: before.filters.group } : {}),
    ...(reviewRef && before?.filters.reviewRef ? { reviewRef: before.filters.reviewRef } : {}),
  };
}

/** The group in “before the next qppa”; another group's name elsewhere in the message is not meant. */
function meetingGroup({ tokens, mentions, faint }: Heard): string | undefined {
  const before = tokens.findIndex(({ word }) => word === 'before' || word === 'by' || word === 'until');
  const near = [...mentions, ...faint].filter(({ start }) => start > before && start <= before + 4);
  return near.flatMap(({ meanings }) => meanings.filter(({ kind }) => kind === 'group'))[0]?.id;
}
