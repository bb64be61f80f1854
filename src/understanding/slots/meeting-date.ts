import type { Args } from '../../contract/question.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import { isInside } from '../text/span.ts';
import type { DateMention } from './date-mention.ts';
import { parseDayRange } from './day-range.ts';
import type { FillContext } from './fill-context.ts';

const TO = /^(to|until|till)$/;
const FILLS = /^(the|on|a)$/;

/**
 * The day of a meeting. Of two days the one behind “to” is the new one, and the other is where the
 * meeting stands now; so is one that names the meeting. `within` is the week or month in which it is.
 * @example “move it from 14 april to 21 april”: `{ on: '2021-04-21', movedFrom: '2021-04-14' }`
 * @example “postpone thursday's meeting”: `{ on: '2021-03-18', movedFrom: '2021-03-18' }`
 */
export function parseMeetingDate(context: FillContext): Args {
  const {
    dates,
    today,
    message: { tokens, text },
  } = context;
  /** The word before a day, small words aside. */
  const leadOf = (date: DateMention): string => {
    let at = FILLS.test(tokens[date.start]?.word ?? '') ? date.start : date.start - 1;
    while (FILLS.test(tokens[at]?.word ?? '')) at -= 1;
    return tokens[at]?.word ?? '';
  };
  const [first, ...later] = dates;
  const to =
    dates.findLast((date) => TO.test(leadOf(date))) ??
    later.findLast((date) => leadOf(date) === 'for') ??
    (MAKES_IT.test(text) ? later.at(-1) : undefined);
  const found = to ?? (first && leadOf(first) !== 'from' ? first : later[0]);
  const from = dates.find((date) => date !== found && !date.isPeriod);
  const isMoved = from && (to !== undefined || leadOf(from) === 'from');
  const own = isMoved ? from : found && !to && isOwnDay(found, context) ? found : undefined;
  return {
    date: found?.typed ?? tokens.find(({ word }) => /^(today|tomorrow)$/.test(word))?.word,
    on: found && !found.isPeriod ? laterThanToday(found, own, today) : undefined,
    movedFrom: own && !own.isPeriod ? own.day : undefined,
    within: !found && !INTO.test(text) ? weekOrMonthIn(context) : undefined,
  };
}

/** Said on a Monday, “move friday's meeting to monday” means the next. */
const laterThanToday = (
  { day, typed }: DateMention,
  own: DateMention | undefined,
  today: Day,
): Day =>
  own && own.day > day && day === today && !/\d|today/i.test(typed) ? addDays(day, 7) : day;

/** “thursday’s meeting, make it friday” */
const MAKES_IT = /\b(make it|change it)\b/;
const INTO = /\b(to|until|till|into|for) (the )?(next|following|this) (week|month)\b/;
const INSTEAD = /\b(instead|rather|now|make|be|hold|do)\b/;
const MEETING = /^(meetings?|board|panel|group|sub-?group|session|one|sitting)$/;

/**
 * Whether a day names the meeting: “thursday's”, “the 12 may board”, “the meeting on thursday”, and
 * “postpone thursday” where no group is named.
 */
function isOwnDay({ start, end }: DateMention, { message }: FillContext): boolean {
  const { tokens, text, entities } = message;
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const groups = entities.filter(({ senses }) => senses[0].kind === 'group');
  const isMeeting = (at: number) => MEETING.test(wordAt(at)) || isInside(at, groups);
  if (/['’]s$/.test(tokens[end - 1]?.typed ?? '') || isMeeting(end)) return true;
  let at = start;
  while (/^(on|of|the)$/.test(wordAt(at - 1))) at -= 1;
  const isLinked = at < start || /^(on|of)$/.test(wordAt(start));
  if (INSTEAD.test(text)) return false;
  return (isLinked && isMeeting(at - 1)) || (groups.length === 0 && CHANGES.test(wordAt(at - 1)));
}

const CHANGES = /^(postpone|move|delay|defer|shift|reschedule|rearrange)$/;

const weekOrMonthIn = (context: FillContext): string | undefined => {
  const range = parseDayRange(context);
  return range && /^(this|next)-(week|month)$|^between:/.test(range) ? range : undefined;
};
