import type { Args } from '../../contract/question.ts';
import { LOOKED_AFTER_DEATH } from '../../domain/rapid-review-commands.ts';
import { typedWords } from '../entities/annotated-message.ts';
import { isInside, type Span } from '../text/span.ts';
import { MONTHS, WEEKDAYS } from '../text/word-sets.ts';
import type { FillContext } from './fill-context.ts';

/**
 * What is said of an incident: `on` which day the council became aware, `notifiedOn` which the Panel
 * was told, its `category`, and words that name a day which nobody can read, `unreadDay`.
 */
export function parseReviewDays(context: FillContext): Args {
  const { message, dates } = context;
  const days = dates.filter(({ isPeriod }) => !isPeriod);
  const notified = days.find((date) => isOfNotification(date, context));
  const aware = days.find((date) => date !== notified);
  const unread = findUnreadDay(context);
  return {
    on: aware?.day,
    date: aware?.typed,
    notifiedOn: notified?.day,
    unreadDay: unread && typedWords(message, unread),
    category: categoryIn(message.text),
    isAware:
      (message.reviewRefs.length === 0 && message.tokens.some(({ word }) => AWARE.test(word))) ||
      undefined,
  };
}

const AWARE = /^(aware|known|knew|learned|learnt|heard|happened|incident)$/;
const NOTIFIED = /^(notified|notification|panel|told|reported|sin)$/;

/** Which of “aware” and “notified” stands nearer before a day. */
function isOfNotification({ start }: Span, { message }: FillContext): boolean {
  const before = message.tokens.slice(0, start).map(({ word }) => word);
  const lastOf = (words: RegExp) => before.findLastIndex((word) => words.test(word));
  return lastOf(NOTIFIED) > lastOf(AWARE);
}

function categoryIn(text: string): string | undefined {
  const isDeath = /\b(death|died|fatal|fatality)\b/.test(text);
  const isHarm = /\b(serious(ly)? (harm|harmed|injury|injured|injuries))\b/.test(text);
  if (isDeath && !isHarm && /\blooked[- ]after\b/.test(text)) return LOOKED_AFTER_DEATH;
  return isDeath === isHarm ? undefined : isDeath ? 'death' : 'serious harm';
}

/** A word that belongs to a day … */
const OF_DAY =
  /^(\d{1,2}(st|nd|rd|th)|\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?|\d{4}-\d{2}-\d{2}|today|yesterday|tomorrow|ago|week|weekend|weekends|fortnight|month|easter|christmas|bank|holiday|term)$/;
/** … and one that can stand beside it. */
const BESIDE_DAY =
  /^(\d{1,4}|the|of|last|this|next|early|late|mid|end|start|beginning|a|few|couple|previous|before|working|days?|one|two|three|four|five|six|half)$/;
/** “aware since michaelmas”: what stands behind says when, whatever it is. */
const SAYS_WHEN = /\b(?:aware|knew|known)(?: (?:of|about) it)? (?:on|since|from|as of) /;

/** Words that name a day which nobody can read, “31 february”. */
export function findUnreadDay({
  message: { tokens, text, years },
  pastDates,
}: Pick<FillContext, 'message' | 'pastDates'>): Span | undefined {
  const days = pastDates.filter(({ isPeriod }) => !isPeriod);
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const isFree = (at: number) => at < tokens.length && !isInside(at, [...days, ...years]);
  const isOfDay = (at: number) =>
    isFree(at) && (OF_DAY.test(wordAt(at)) || WEEKDAYS.has(wordAt(at)) || MONTHS.has(wordAt(at)));
  const at = tokens.findIndex((_, each) => isOfDay(each));
  if (at >= 0) {
    let [start, end] = [at, at + 1];
    while (start > 0 && isFree(start - 1) && BESIDE_DAY.test(wordAt(start - 1))) start -= 1;
    while (isOfDay(end) || (isFree(end) && BESIDE_DAY.test(wordAt(end)))) end += 1;
    return { start, end };
  }
  const lead = SAYS_WHEN.exec(text);
  if (!lead || days.length > 0) return undefined;
  const start = text.slice(0, lead.index + lead[0].length).split(' ').length - 1;
  const length = tokens.slice(start).findIndex(({ word }) => !/[\p{L}\d]/u.test(word));
  return { start, end: length < 0 ? Math.min(tokens.length, start + 4) : start + length };
}
