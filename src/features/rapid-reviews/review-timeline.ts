import { formatList } from '../../answers/words.ts';
import type { Section } from '../../contract/answer.ts';
import type { Changes } from '../../domain/change-event.ts';
import {
  type Day,
  formatDay,
  formatDayWithYear,
  parseDay,
  toDay,
  toLocalTime,
} from '../../domain/dates.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import { isRevealed, type RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewEvent, ReviewEventType } from '../../domain/rapid-review-commands.ts';
import { describeLcsprEvent } from '../lcsprs/queries.ts';
import type { ReviewContext } from './find-review.ts';
import { ANSWERS, RESPONSES } from './review-words.ts';

interface TimelineEvent {
  readonly on: Day;
  readonly what: string;
}

/** So much fits on a card. */
const MAX_EVENTS = 24;

/** The story of a review, oldest first: the days that the table has, and everything that was done since. */
export function reviewTimeline(
  review: RapidReview,
  history: readonly ReviewEvent[],
  context: ReviewContext,
): NonNullable<Section['events']> {
  const { timeZone } = context.directory.partnership;
  const recorded = history.map((event) => ({
    on: event.on ?? toDay(toLocalTime(new Date(event.at), timeZone)),
    what: describeEvent(event, review, context),
  }));
  const all = [
    ...importedDays(review, history),
    ...importedResults(review, context.seesPositions),
    ...recorded,
  ]
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ on, what }) => ({ when: formatDayWithYear(on), what }));
  const earlier = all.length - MAX_EVENTS;
  return earlier > 0
    ? [{ when: 'Before', what: `${earlier + 1} earlier entries` }, ...all.slice(earlier + 1)]
    : all;
}

/** The days that came with the table, and not by an entry of the history. */
function importedDays(
  { awareOn, notifiedOn }: RapidReview,
  history: readonly ReviewEvent[],
): TimelineEvent[] {
  const isRecorded = (type: ReviewEventType, on: Day) =>
    history.some((event) => event.type === type && event.on === on);
  return [
    ...(awareOn && !isRecorded('opened', awareOn)
      ? [{ on: awareOn, what: 'the council became aware' }]
      : []),
    ...(notifiedOn && !isRecorded('notified', notifiedOn)
      ? [{ on: notifiedOn, what: 'the Panel was notified' }]
      : []),
  ];
}

/** Rounds of which only the result came with the table. */
function importedResults({ rounds }: RapidReview, seesPositions: boolean): TimelineEvent[] {
  return rounds
    .filter(({ openedAt }) => openedAt === undefined)
    .flatMap(({ confirmed, response }) => [
      ...(confirmed
        ? [
            {
              on: confirmed.on,
              what: seesPositions ? `decided locally: ${confirmed.decision}` : 'decided locally',
            },
          ]
        : []),
      ...(response?.on ? [{ on: response.on, what: RESPONSES[response.answer] }] : []),
    ]);
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  category: 'category',
  awareOn: 'day of awareness',
  notifiedOn: 'day of notification',
};

/** `day of awareness (Thu 11 March 2021, now Wed 10 March 2021)` */
function describeAmended(changes: Changes): string {
  const word = (value = 'not recorded') => {
    const on = parseDay(value);
    return on ? formatDayWithYear(on) : value;
  };
  return formatList(
    Object.entries(changes).map(
      ([field, { from, to }]) => `${FIELD_NAMES[field] ?? field} (${word(from)}, now ${word(to)})`,
    ),
  );
}

function describeEvent(event: ReviewEvent, review: RapidReview, context: ReviewContext): string {
  const { directory, today, seesPositions } = context;
  const { type, by, agency, answer, national, dueOn, what, reason, round, changes = {} } = event;
  const who = personName(directory, by);
  const partner = agency ? agencyName(directory, agency) : who;
  const itsRound = review.rounds.find(({ number }) => number === round);
  const isShown = seesPositions && itsRound !== undefined && isRevealed(itsRound);
  const why = seesPositions && reason ? `: ${reason}` : '';
  const inRound = round && round > 1 ? ` in round ${round}` : '';
  switch (type) {
    case 'opened':
      return event.on === review.awareOn
        ? `the council became aware; review opened by ${who}`
        : `review opened by ${who}, with this as the day of awareness`;
    case 'amended':
      return `${describeAmended(changes)} corrected by ${who}: ${reason}`;
    case 'withdrawn':
      return `withdrawn by ${who}: ${reason}`;
    case 'outside the criteria':
      return `ended by ${who}, it does not meet the criteria after all: ${reason}`;
    case 'reinstated':
      return `taken up again by ${who}: ${reason}`;
    case 'notified':
      return 'the Panel was notified';
    case 'asked for a summary':
      return `summaries asked from ${(what ?? '')
        .split(', ')
        .map((each) => agencyName(directory, each))
        .join(', ')}, by ${dueOn ? formatDay(dueOn, today) : 'no day'}`;
    case 'noted a summary':
      return `${partner}: ${what}`;
    case 'opened the decision':
      return round && round > 1
        ? `round ${round}: the partners are asked again`
        : 'the partners are asked for their positions';
    case 'answered':
    case 'answered on behalf': {
      const position =
        isShown && answer
          ? `: ${ANSWERS[answer]}${national ? ', national review suggested' : ''}. ${reason}`
          : '';
      return `${partner} answered${inRound}${type === 'answered' ? ` (${who})` : ` ${what ?? 'by phone'}, recorded by ${who}`}${position}`;
    }
    case 'proposed on behalf':
      return `another position of ${partner} was received ${what ?? 'by phone'}, recorded by ${who}; it counts once ${partner} agrees`;
    case 'agreed':
      return `${partner} agreed to what was recorded for it (${who})${isShown && answer ? `: ${ANSWERS[answer]}` : ''}`;
    case 'objected':
      return `${partner} objects to what was recorded on its behalf${isShown ? why : ''}`;
    case 'advised':
      return `${partner} advised${isShown ? why : ''}`;
    case 'revealed':
      return `${who} revealed the positions`;
    case 'escalated':
      return `no agreement; escalated, an answer is due ${dueOn ? formatDay(dueOn, today) : ''}${why}`;
    case 'confirmed':
      return `${seesPositions ? `${what} confirmed` : 'decision confirmed'} by ${who}${inRound}`;
    case 'sent':
      return `sent to the Panel${what ? ` with ${what} recorded` : ''}${why && ` late${why}`}`;
    case 'noted the response':
      return what === 'agreed' || what === 'asked to reconsider' || what === 'national review'
        ? RESPONSES[what]
        : what === 'more information'
          ? 'the Panel asked for more information'
          : 'the Panel answered';
    case 'corrected':
      return `corrected by ${who}${seesPositions ? ` to ${what}${why}` : ''}`;
    case 'joined an LCSPR':
      return `joined the LCSPR ${what}${event.ref && event.ref !== review.ref ? ` (${event.ref})` : ''}`;
    default:
      return describeLcsprEvent(event, context);
  }
}
