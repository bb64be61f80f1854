import { aboutReview } from '../../answers/questions.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { AnswerRow, Fact, Section, State } from '../../contract/answer.ts';
import { CLOCKS } from '../../domain/clocks.ts';
import { type Day, formatDay, formatDayWithYear, toDay, toLocalTime } from '../../domain/dates.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import {
  advanceCopyDue,
  availableUntil,
  type LcsprState,
  lcsprClock,
  lcsprState,
  nextMilestone,
  plannedPublication,
} from '../../domain/lcspr-clocks.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { aboutLcspr } from './buttons.ts';
import { endless, type LcsprMoment, publicationDeadline, toCalendar } from './publication.ts';

const COLOURS: Readonly<Record<LcsprState, State['colour']>> = {
  'under way': 'warning',
  late: 'attention',
  published: 'good',
  'not published': 'default',
  withdrawn: 'accent',
};

/** How an LCSPR stands, by word and colour. */
export function describeState(lcspr: Lcspr, moment: LcsprMoment): State {
  const state = lcsprState(lcspr, moment.today, toCalendar(moment));
  const delay = lcspr.delays.at(-1);
  const isDelayed = isUnderWay(lcspr) && delay !== undefined && delay.until >= moment.today;
  const words =
    state === 'late'
      ? 'late'
      : state === 'published'
        ? `published on ${formatDayWithYear(lcspr.published?.on as Day)}`
        : state === 'not published'
          ? 'not to be published'
          : state;
  const delayed = isDelayed ? `, delayed until ${formatDay(delay.until, moment.today)}` : '';
  return { words: `${words}${delayed}`, colour: COLOURS[state] };
}

/** An LCSPR in a list: how it stands, when it is due, why it is late. */
export function toLcsprRow(lcspr: Lcspr, moment: LcsprMoment): AnswerRow {
  const due = publicationDeadline(lcspr, moment);
  const isOpen = isUnderWay(lcspr);
  const reason =
    lcspr.withheld?.reason ??
    lcspr.published?.reason ??
    (isOpen ? lcspr.delays.at(-1)?.reason : undefined);
  const { words, colour } = describeState(lcspr, moment);
  return {
    ref: lcspr.name,
    title: lcspr.cases.length > 0 ? `covers ${lcspr.cases.join(', ')}` : '',
    state: { words, colour },
    line: isOpen ? (due ? `due ${formatDay(due, moment.today)}` : 'its start is not recorded') : '',
    ...(reason && { details: reason }),
    opens: aboutLcspr(lcspr.name),
  };
}

/** What is recorded of an LCSPR, and what is not, as far as it is still to come. */
export function toFacts(lcspr: Lcspr, moment: LcsprMoment): Fact[] {
  const { today } = moment;
  const { decidedOn, published, withheld, delays } = lcspr;
  const isOpen = isUnderWay(lcspr);
  const calendar = toCalendar(moment);
  const due = publicationDeadline(lcspr, moment);
  const delay = delays.at(-1);
  const day = (on: Day | undefined) => on && formatDayWithYear(on);
  const missing = isOpen ? 'not recorded' : undefined;
  const copyDue = isOpen
    ? advanceCopyDue(lcspr, plannedPublication(lcspr, calendar), calendar)
    : undefined;
  const next = isOpen ? nextMilestone(lcspr, calendar) : undefined;
  const until = published?.where && (published.until ?? availableUntil(published.on, calendar));
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Decided', day(decidedOn) ?? missing],
    ['Publication due', due && `${formatDay(due, today)}${isOpen && due < today ? ', late' : ''}`],
    ['Delayed until', delay && `${formatDay(delay.until, today)}: ${endless(delay.reason)}`],
    [
      'Panel told of it',
      delay && (day(delay.panelToldOn) ?? (isOpen ? 'not recorded' : undefined)),
    ],
    ['Reviewer', lcspr.reviewer ?? missing],
    ['Scope', lcspr.scope],
    ['Family offered a part', day(lcspr.familyOfferedOn) ?? missing],
    ['Draft due', lcspr.draftDueOn && formatDay(lcspr.draftDueOn, today)],
    [
      'Advance copy',
      lcspr.advanceCopyOn
        ? `sent ${formatDayWithYear(lcspr.advanceCopyOn)}`
        : copyDue && `to the Panel and the Secretary of State by ${formatDay(copyDue, today)}`,
    ],
    ['Next milestone', next && `${next.what}, by ${formatDay(next.dueOn, today)}`],
    ['Published', day(published?.on)],
    ['Why late', published?.reason],
    ['Where', published?.where],
    ['Available until', until ? formatDay(until, today) : undefined],
    ['Not published', withheld && `${day(withheld.on)}: ${endless(withheld.reason)}`],
    [
      'Improvements',
      withheld && (withheld.improvementsAt ?? 'where they are published is not recorded'),
    ],
    ['Withdrawn', lcspr.withdrawn?.reason],
  ];
  // An address is shown as it was written.
  const isAddress = (title: string) => title === 'Where' || title === 'Improvements';
  return facts.flatMap(([title, value]) =>
    value ? [{ title, value: isAddress(title) ? value : sentenceCase(value) }] : [],
  );
}

interface TimeEvent {
  readonly on: Day;
  readonly what: string;
  /** It happened; left out of what is or was only due. */
  readonly isStep: boolean;
}

/** The line of time: every day of it, gone by or to come, oldest first. */
export const lineOfTime = (lcspr: Lcspr, moment: LcsprMoment): NonNullable<Section['events']> =>
  listDays(lcspr, moment).map(({ on, what }) => ({ when: formatDayWithYear(on), what }));

/** What happened so far, in a sentence. */
export function describeHistory(lcspr: Lcspr, moment: LcsprMoment): string | undefined {
  const past = listDays(lcspr, moment).filter(({ on, isStep }) => isStep && on <= moment.today);
  const steps = past.map(({ on, what }) => `${formatDayWithYear(on)} ${what}`);
  return steps.length > 0 ? `${lcspr.name} so far: ${steps.join('; ')}.` : undefined;
}

function listDays(lcspr: Lcspr, moment: LcsprMoment): readonly TimeEvent[] {
  const { today } = moment;
  const isOpen = isUnderWay(lcspr);
  const calendar = toCalendar(moment);
  const at = (on: Day | undefined, what: string, isStep = false): TimeEvent[] =>
    on ? [{ on, what, isStep }] : [];
  const done = (on: Day | undefined, what: string) => at(on, what, true);
  const planned = plannedPublication(lcspr, calendar);
  const due = publicationDeadline(lcspr, moment);
  const next = isOpen ? nextMilestone(lcspr, calendar) : undefined;
  const { published, withheld, delays } = lcspr;
  const all = [
    ...done(lcspr.decidedOn, 'decided to start it'),
    ...done(lcspr.familyOfferedOn, 'the family was offered a part'),
    ...(lcspr.milestones ?? []).flatMap(({ what, dueOn, doneOn }) =>
      doneOn
        ? done(doneOn, `${what}${doneOn > dueOn ? `, due ${formatDay(dueOn, today)}` : ''}`)
        : at(dueOn, `${what}: ${dueOn < today ? 'late' : 'to come'}`),
    ),
    ...(next && !next.isSet ? at(next.dueOn, `${next.what}: no milestone is set`) : []),
    // A milestone of that day says the same.
    ...((lcspr.milestones ?? []).some(
      ({ what, dueOn }) => dueOn === lcspr.draftDueOn && /draft/i.test(what),
    )
      ? []
      : at(lcspr.draftDueOn, 'draft due')),
    ...delays.flatMap(({ at: recorded, until, reason }) =>
      done(
        recorded
          ? toDay(toLocalTime(new Date(recorded), moment.directory.partnership.timeZone))
          : undefined,
        `delayed until ${formatDay(until, today)}: ${endless(reason)}`,
      ),
    ),
    ...delays.flatMap(({ panelToldOn }) => done(panelToldOn, 'the Panel was told of the delay')),
    ...done(lcspr.advanceCopyOn, 'advance copy sent to the Panel and the Secretary of State'),
    ...(isOpen && planned ? at(advanceCopyDue(lcspr, planned, calendar), 'advance copy due') : []),
    ...at(due, 'last day to publish in time'),
    ...(isOpen && delays.length > 0 ? at(planned, 'publication as it is delayed') : []),
    ...done(published?.on, 'published'),
    ...done(withheld?.on, 'recorded that it will not be published'),
  ];
  return all.toSorted((a, b) => a.on.localeCompare(b.on));
}

/** The rules behind its days, with their sources. */
export function describeRules(lcspr: Lcspr, moment: LcsprMoment): string {
  const on = lcspr.decidedOn ?? moment.today;
  const calendar = toCalendar(moment);
  const publish = lcsprClock(CLOCKS.publish, on, calendar);
  const copy = lcsprClock(CLOCKS.advanceCopy, on, calendar);
  const milestone = lcsprClock(CLOCKS.milestone, on, calendar);
  const parts = [
    publish?.months &&
      `Published within ${formatCount(publish.months, 'calendar month')} of the decision (${publish.source})`,
    copy?.workingDays &&
      `advance copy ${formatCount(copy.workingDays, 'working day')} before (${copy.source})`,
    milestone?.workingDays &&
      `a milestone every ${formatCount(milestone.workingDays, 'working day')} (${milestone.source})`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** A case that it covers: what is known of it to whoever sees it. */
export function toCaseRow({ ref, category, awareOn }: RapidReview): AnswerRow {
  return {
    ref,
    title: category ?? 'category not recorded',
    line: awareOn ? `aware ${formatDayWithYear(awareOn)}` : '',
    opens: aboutReview(ref),
  };
}
