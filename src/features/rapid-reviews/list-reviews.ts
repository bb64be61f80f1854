import type { ActionRow, Figure } from '../../answers/card-parts.ts';
import { counted, listed, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { isUndecided, type RapidReview } from '../../domain/rapid-review.ts';
import {
  type Outcomes,
  outcomesOf,
  type Timeliness,
  timelinessOf,
  wentForward,
} from '../../domain/review-figures.ts';
import { hearsPositions } from './review-access.ts';
import type { ReviewListView } from './review-views.ts';
import {
  colourOf,
  deadlinesIn,
  type Setting,
  settingOf,
  sourceOf,
  standingInWords,
} from './review-words.ts';

const MAX_ROWS = 15;

/** “rapid reviews this year”, “how many went to lcspr”, “which are still undecided”: the list, counted and timed. */
export async function listReviews(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const { directory } = asker;
  const { partnership } = directory;
  const setting = await settingOf(directory, hearsPositions(asker), ports);
  const { filters } = question;
  const year = filters.year && resolveYear(filters.year, setting.today, partnership.yearStart);
  if (filters.year && !year)
    return { text: `I do not know the year “${filters.year}”. Years are written like 2020-21.` };
  const yearOfReview = (review: RapidReview) =>
    review.year ??
    (review.awareOn ? yearContaining(review.awareOn, partnership.yearStart) : undefined);
  const all = await ports.reviews.all(partnership.id);
  const ofYear = all.filter((review) => !year || yearOfReview(review) === year);
  const wanted = ofYear.filter((review) => fits(review, filters.status, setting));
  const outcomes = outcomesOf(ofYear, setting.lcsprs);
  const timeliness = timelinessOf(ofYear, partnership.clocks, setting.bankHolidays);
  const when = year ? ` in ${year}` : '';
  const text = answerInWords(filters.status, {
    outcomes,
    timeliness,
    wanted,
    when,
    sees: setting.sees,
  });
  if (wanted.length === 0)
    return {
      text,
      suggestions: ['rapid reviews', 'rapid reviews last year'],
      thread: { question },
    };
  const isOpenList = filters.status === 'open';
  const view: ReviewListView = {
    source: sourceOf(setting),
    headline: `${counted(wanted.length, 'rapid review')}${when}${inStatus(filters.status)}`,
    figures: isOpenList ? [] : figuresOf(outcomes, timeliness, setting.sees),
    rows: wanted.slice(-MAX_ROWS).map((review) => rowOf(review, setting)),
    shares: isOpenList ? [] : sharesOf(timeliness, wanted.slice(-MAX_ROWS)),
    extent: wanted.length > MAX_ROWS ? `The latest ${MAX_ROWS} of ${wanted.length}` : '',
    suggestions: isOpenList
      ? wanted.slice(-2).map(({ ref }) => `deadline for ${ref}`)
      : [
          'which rapid reviews are undecided',
          ...(wanted.at(-1) ? [`tell me about ${wanted.at(-1)?.ref}`] : []),
        ],
  };
  const lines = view.rows.map(
    ({ ref, title, line, standing }) => `${ref}, ${title}: ${line}; ${standing}.`,
  );
  return {
    text,
    card: { name: 'review-list', view, plain: [text, ...lines].join('\n') },
    suggestions: view.suggestions,
    thread: { question },
  };
}

/** `LCSPR` and `no LCSPR` are what became of a case in the end; `open` is what is still to be decided. */
function fits(review: RapidReview, status: string | undefined, { lcsprs }: Setting): boolean {
  if (status === 'open') return isUndecided(review);
  if (status === 'LCSPR') return wentForward(review, lcsprs);
  return status === 'no LCSPR' ? !isUndecided(review) && !wentForward(review, lcsprs) : true;
}

function inStatus(status: string | undefined): string {
  if (status === 'open') return ', not decided yet';
  return status === 'LCSPR' || status === 'no LCSPR'
    ? ` with ${status === 'LCSPR' ? 'an' : 'no'} LCSPR`
    : '';
}

interface Found {
  readonly outcomes: Outcomes;
  readonly timeliness: Timeliness;
  readonly wanted: readonly RapidReview[];
  readonly when: string;
  readonly sees: boolean;
}

function answerInWords(
  status: string | undefined,
  { outcomes, timeliness, wanted, when, sees }: Found,
): string {
  const { all, decided, needed, notNeeded, noesAccepted, noesQuestioned, forward, lcsprs } =
    outcomes;
  if (all === 0) return `No rapid review${when} is recorded.`;
  const refs = listed(wanted.map(({ ref }) => ref));
  if (status === 'open')
    return wanted.length === 0
      ? `Every rapid review${when} has been decided.`
      : `${counted(wanted.length, 'rapid review')} ${verb(wanted.length, 'is', 'are')} not decided yet: ${refs}.`;
  const went = `${counted(forward, 'case')} of ${all} went forward to an LCSPR${when}, as ${counted(lcsprs, 'review')}`;
  const locally = sees
    ? ` Locally ${needed} ${verb(needed, 'was', 'were')} decided LCSPR and ${notNeeded} no LCSPR.`
    : '';
  const panel = sees
    ? ` The Panel accepted ${noesAccepted || 'none'} of the ${notNeeded} noes and questioned ${noesQuestioned || 'none'}.`
    : '';
  if (status === 'LCSPR') return `${went}.${locally}`;
  if (status === 'no LCSPR')
    return `${counted(wanted.length, 'case')} of ${all} did not go forward to an LCSPR${when}.${panel}`;
  const open = decided < all ? `, ${all - decided} not yet` : '';
  const time = timeliness.taken.length > 0 ? ` ${timeInWords(timeliness)}` : '';
  return `${counted(all, 'rapid review')}${when}: ${decided} decided${open}.${locally}${panel} ${went.replace(when, '')}.${time}`;
}

function timeInWords({ taken, onTime, average }: Timeliness): string {
  const took = average === undefined ? '' : `, after ${average} working days on average`;
  const later = taken.filter(({ onlyLater }) => onlyLater).map(({ ref }) => ref);
  const only = later.length > 0 ? `; ${listed(later)} counted from the notification` : '';
  const all = taken.length === 1 ? 'It was' : `All ${taken.length} were`;
  const share =
    onTime === taken.length ? all : `${onTime} of ${taken.length} ${verb(onTime, 'was', 'were')}`;
  return `${share} on time against the rules in force${took}${only}.`;
}

function figuresOf(
  outcomes: Outcomes,
  { taken, onTime, late, average }: Timeliness,
  sees: boolean,
): Figure[] {
  const locally = {
    number: `${outcomes.needed} / ${outcomes.notNeeded}`,
    caption: 'LCSPR / no LCSPR locally',
    colour: 'default',
  };
  const forward = {
    number: `${outcomes.forward}`,
    caption: `went forward, as ${counted(outcomes.lcsprs, 'review')}`,
    colour: 'default',
  };
  const caption = `on time${average === undefined ? '' : `, ${average} working days on average`}`;
  const timely = {
    number: `${onTime}/${taken.length}`,
    caption,
    colour: late > 0 ? 'attention' : 'good',
  };
  return [...(sees ? [locally] : []), forward, ...(taken.length > 0 ? [timely] : [])] as Figure[];
}

function sharesOf({ taken }: Timeliness, among: readonly RapidReview[]) {
  return taken
    .filter(({ ref }) => among.some((review) => review.ref === ref))
    .map(({ ref, days, met, onTime, onlyLater }) => ({
      label: `${ref}, ${days} of ${met.length}${onlyLater ? ' from the notification' : ''}`,
      count: days,
      colour: onTime ? 'good' : 'attention',
    }));
}

function rowOf(review: RapidReview, setting: Setting): ActionRow {
  const due = deadlinesIn(review, setting)?.due;
  const finished = review.rounds[0]?.confirmed;
  const time = finished
    ? `decided ${formatDayWithYear(finished.on)}`
    : due
      ? `due ${formatDay(due.on, setting.today)}`
      : 'its days are not recorded';
  return {
    ref: review.ref,
    title: review.category ?? 'category not recorded',
    line: `${review.awareOn ? `aware ${formatDayWithYear(review.awareOn)} · ` : ''}${time}`,
    standing: standingInWords(review, setting),
    colour: colourOf(review, setting),
  };
}
