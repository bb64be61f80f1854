import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import { type LcsprState, lcsprState } from '../../domain/lcspr-clocks.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { describeDelay } from './describe-field.ts';
import { toLcsprRow } from './describe-lcspr.ts';
import { listSeen, noSuchLcspr } from './find-lcspr.ts';
import { publicationDeadline, toCalendar } from './publication.ts';

/** So many fit a phone; the others are counted. */
const MAX_ROWS = 20;

/** How the states are asked for; one that is delayed is under way or late. */
const STATES = ['under way', 'late', 'delayed', 'published', 'not published'] as const;
type ListedState = (typeof STATES)[number];

/** “which LCSPRs are late and why”, “what did we publish in 2020-21”: all, or those that stand so. */
export async function listLcsprs(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const seen = await listSeen(request);
  const all = seen.filter(({ withdrawn }) => !withdrawn);
  if (all.length === 0) return noSuchLcspr(undefined, all);
  const state = STATES.find((each) => each === question.args.state);
  const year = question.filters.year
    ? resolveYear(question.filters.year, today, directory.partnership.yearStart)
    : undefined;
  const found = all.filter(
    (lcspr) => fits(request, lcspr, state) && (!year || isOfYear(request, lcspr, year)),
  );
  const text = describeList(request, { all, found, state, year });
  return {
    text,
    heading: sentenceCase(
      `${formatCount(found.length, 'LCSPR')}${state ? ` ${state}` : ''}${year ? ` in ${year}` : ''}`,
    ),
    about: 'local child safeguarding practice reviews',
    sections: [
      {
        rows: found.slice(0, MAX_ROWS).map((lcspr) => toLcsprRow(lcspr, request)),
        note: found.length > MAX_ROWS ? `The first ${MAX_ROWS} of ${found.length} shown` : '',
      },
    ],
    suggestions: [
      ...(state === 'late'
        ? []
        : [{ title: 'Which are late?', ...ask('lcspr_list', {}, { state: 'late' }) }]),
      ...(state ? [{ title: 'All LCSPRs', ...ask('lcspr_list') }] : []),
      { title: 'Reviews with an LCSPR', ...ask('rapid_review_list', { status: 'LCSPR' }) },
    ].slice(0, 3),
    thread: { question },
  };
}

function fits(request: Request, lcspr: Lcspr, state: ListedState | undefined): boolean {
  const stands: LcsprState = lcsprState(lcspr, request.today, toCalendar(request));
  switch (state) {
    case undefined:
      return true;
    case 'under way':
      return isUnderWay(lcspr);
    case 'delayed':
      return isUnderWay(lcspr) && lcspr.delays.length > 0;
    default:
      return stands === state;
  }
}

/** Of a year are those that were published in it, or decided on where they are not. */
function isOfYear({ directory }: Request, lcspr: Lcspr, year: string): boolean {
  const on = lcspr.published?.on ?? lcspr.withheld?.on ?? lcspr.decidedOn;
  return on !== undefined && yearContaining(on, directory.partnership.yearStart) === year;
}

interface Listed {
  readonly all: readonly Lcspr[];
  readonly found: readonly Lcspr[];
  readonly state: ListedState | undefined;
  readonly year: string | undefined;
}

function describeList(request: Request, { all, found, state, year }: Listed): string {
  const when = year ? ` in ${year}` : '';
  const undated = all.filter(
    (lcspr) => isUnderWay(lcspr) && publicationDeadline(lcspr, request) === undefined,
  );
  const unknown =
    undated.length > 0 && (state === undefined || state === 'late')
      ? ` Of ${formatList(undated.map(({ name }) => name))} the day of the decision is not recorded, so I cannot tell whether ${undated.length === 1 ? 'it is' : 'they are'} late.`
      : '';
  if (state === 'late') {
    const late =
      found.length === 0
        ? `None of ${formatCount(all.length, 'LCSPR')} is known to be late.`
        : `${found.length} of ${formatCount(all.length, 'LCSPR')} ${pluralVerb(found.length, 'is', 'are')} late. ${found.map((lcspr) => describeDelay(lcspr, request)).join(' ')}`;
    return `${late}${unknown}`;
  }
  if (state) {
    const why = found
      .filter(() => state === 'delayed' || state === 'not published')
      .map((lcspr) => ` ${describeDelay(lcspr, request)}`)
      .join('');
    const names = found.length > 0 ? `: ${formatList(found.map(({ name }) => name))}` : '';
    return `${found.length || 'None'} of ${formatCount(all.length, 'LCSPR')} ${pluralVerb(found.length || 1, 'is', 'are')} ${state === 'not published' ? 'not to be published' : state}${when}${names}.${why}`;
  }
  const count = (each: ListedState) => found.filter((lcspr) => fits(request, lcspr, each)).length;
  const parts = [
    `${count('under way')} under way`,
    ...(count('late') > 0 ? [`${count('late')} of them late`] : []),
    `${count('published')} published`,
    ...(count('not published') > 0 ? [`${count('not published')} not to be published`] : []),
  ];
  return `${formatCount(found.length, 'LCSPR')}${when}: ${formatList(parts)}.${unknown}`;
}
