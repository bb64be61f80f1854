import type { Day } from '../../domain/dates.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import { type AnnotatedMessage, textOf } from '../entities/annotated-message.ts';
import { isInside, type Span } from '../text/span.ts';
import type { DateMention } from './dates.ts';
import { parseSpan, type RangeMention, saysRaised } from './due-range.ts';
import { timeAgo } from './named-periods.ts';
import { findOwed, findUndone } from './owed.ts';

/** What is asked of days gone by: what was due then, or what state things were in. */
type LookingBack = 'due' | 'state';

/** So many words may stand between “was” and “overdue”: the agency, “any of the”. */
const MAX_BETWEEN = 8;
const PARTS = /^(and|but|is|are|that|which|who|because|so)$/;
const AS_AT = /\b(as at|as of|as it stood|as things stood|position (at|on))\b/;
const FELL_DUE = /\b(fell|came|went|had fallen|had come) due\b/;
/** “Which overdue actions were there”, “how many open ones did we have” */
const WAS_THERE =
  /\b(was|were) there\b|\bdid (\S+ ){1,4}have\b|\b(we|they) had\b|\bhad (we|they)\b/;

/**
 * Whether a message asks what was due, or what was overdue or open, and not what is.
 * @example “what was still open at christmas”: 'state'
 */
export function findLookingBack(message: AnnotatedMessage): LookingBack | undefined {
  const { tokens, text, filterValues } = message;
  const states = filterValues.filter(
    ({ filter, value }) => filter === 'status' || (filter === 'dueRange' && value === 'overdue'),
  );
  for (const [at, { word }] of tokens.entries()) {
    if (!/^(was|were|had|did)$/.test(word)) continue;
    for (let next = at + 1; next <= at + MAX_BETWEEN && tokens[next]; next += 1) {
      const after = tokens[next]?.word ?? '';
      if (PARTS.test(after)) break;
      if (isInside(next, states)) return 'state';
      if (after === 'due') return 'due';
    }
  }
  if (FELL_DUE.test(text)) return 'due';
  const isState = states.length > 0 && (AS_AT.test(text) || WAS_THERE.test(text));
  return isState ? 'state' : undefined;
}

/** Whether the days of a message lie behind. */
export const looksBack = (message: AnnotatedMessage): boolean =>
  findLookingBack(message) !== undefined ||
  findOwed(message)?.isPast === true ||
  findUndone(message) !== undefined;

/** The day itself, or that of the last meeting of a group, or of the board. */
interface AsAt extends Span {
  readonly day: Day | 'last-meeting';
  readonly group?: string | undefined;
}

/**
 * The day as at which a state is asked for: the last of the days that are named, “at christmas”,
 * “last month”.
 * @example “what was overdue on 1 march”: '2021-03-01'
 */
export function parseAsAt(
  message: AnnotatedMessage,
  dates: readonly DateMention[],
  today: Day,
  yearStart: string,
): AsAt | undefined {
  const isState = findLookingBack(message) === 'state' && !findOwed(message);
  if (!isState || saysRaised(message)) return undefined;
  const atMeeting = parseLastMeeting(message);
  if (atMeeting) return atMeeting;
  const others = message.filterValues.filter(({ value }) => value !== 'overdue');
  const found = parseSpan({ ...message, filterValues: others }, dates, today, yearStart);
  const { from, to } = (found && resolveDueRange(found.range, today)) ?? {};
  const day = timeAgo(message.text, today) ?? to;
  // “overdue since march” is so today; “completed in march” became so then.
  const isSince = from !== undefined && to === undefined;
  const isCompletion =
    from !== to && message.filterValues.some(({ value }) => value === 'complete');
  return found && day && !isSince && !isCompletion ? { ...found, day } : undefined;
}

/** “At the last board”, “when qppa last met”: the day of that meeting. */
function parseLastMeeting(message: AnnotatedMessage): AsAt | undefined {
  const { tokens, entities, weakEntities } = message;
  for (const start of tokens.keys()) {
    const lead = AT_LAST.exec(textOf(message, { start, end: start + 4 }))?.[0];
    if (!lead) continue;
    const from = start + lead.trim().split(' ').length;
    const named = [...entities, ...weakEntities].find((each) => each.start === from);
    const group = named?.senses.find(({ kind }) => kind === 'group')?.id;
    const end = named && group ? named.end : from;
    const rest = textOf(message, { start: end, end: end + 2 });
    const isMeeting = /^last (met|sat)\b/.test(rest) || /^meetings?\b/.test(rest);
    if (lead.startsWith('when') ? !isMeeting : !group && !isMeeting) continue;
    return {
      start,
      end: end + (isMeeting ? rest.split(' ').length : 0),
      day: 'last-meeting',
      group,
    };
  }
  return undefined;
}

const AT_LAST = /^(?:(?:at|by|before|for) (?:the |our )?(?:last|previous)|when(?: the)?)(?= )/;

/**
 * Whether it is asked what was due in days gone by, whatever became of it: “what was due last
 * december”, “what were we meant to do by march”.
 */
export function asksWhatWasDue(
  message: AnnotatedMessage,
  { range }: RangeMention,
  today: Day,
): boolean {
  const { from, to } = resolveDueRange(range, today) ?? {};
  const isAhead = (from !== undefined && from > today) || (from === undefined && to === undefined);
  const isOverdue = message.filterValues.some(({ value }) => value === 'overdue');
  if (isAhead || isOverdue || range === 'overdue') return false;
  const owed = findOwed(message);
  if (owed) return owed.isPast && owed.isMeant && !findUndone(message);
  return (
    findLookingBack(message) === 'due' || (from !== undefined && to !== undefined && to < today)
  );
}
