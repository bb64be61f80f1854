import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { isInside, type Span } from '../text/span.ts';
import { MONTHS } from '../text/word-sets.ts';
import type { DateMention } from './dates.ts';

type MeetingMention = Span & { readonly value: string };

/** “the last 3”, “last year”, “when did it last meet”, “when were they last seen” */
const NOT_A_MEETING =
  /^(\d+|few|couple|two|three|four|five|six|years?|weeks?|months?|meet|met|get|got|come|came|attend|attended|updated|changed|sat|see|saw|seen|in|here|there|turned|showed)$/;

/**
 * “last board”, “todays meeting”, “the march board”, “july 2020”; else a report “for the board” is for the next.
 */
export function parseMeeting(
  message: AnnotatedMessage,
  dates: readonly DateMention[],
  hasDefault: boolean,
): MeetingMention | undefined {
  const days = dates.filter(({ isPeriod }) => !isPeriod);
  for (const [at, { word }] of message.tokens.entries()) {
    const isInDate = MONTHS.has(word) && isInside(at, days);
    const value =
      isInside(at, message.years) || isInDate ? undefined : meetingAt(message, at, word);
    if (!value) continue;
    const year = /^(20\d\d)s?$/.exec(message.tokens[at + 1]?.word ?? '')?.[1];
    return year && value.startsWith('month:')
      ? { start: at, end: at + 2, value: `month:${year}-${value.slice('month:'.length)}` }
      : { start: at, end: at + 1, value };
  }
  return hasDefault ? undefined : meetingOfReport(message);
}

function meetingAt(
  { tokens, entities }: AnnotatedMessage,
  at: number,
  word: string,
): string | undefined {
  const before = tokens[at - 1]?.word ?? '';
  const after = tokens[at + 1]?.word ?? '';
  const month = MONTHS.get(word);
  const canBeMonth = word !== 'may' || /^(in|the|last|our|of|at|for)$/.test(before);
  if (month && canBeMonth && !/^(since|from|after|by|before)$/.test(before))
    return `month:${month}`;
  // “The last MET meeting”, of a group that is called so.
  const isGroup = entities.some(
    ({ start, senses }) => start === at + 1 && senses[0].kind === 'group',
  );
  if (/^(last|previous|latest)$/.test(word) && (isGroup || !NOT_A_MEETING.test(after)))
    return 'last';
  if (word === 'time' && before === 'last') return 'last';
  if (/^(today|todays|now|tonight|currently)$/.test(word)) return 'this';
  if (word === 'this' && /^(meeting|mornings?|afternoons?|board)$/.test(after)) return 'this';
  if (word === 'next' && !/^(weeks?|months?|years?|quarters?)$/.test(after)) return 'next';
  const isNamed =
    /^(meeting|board|one)$/.test(after) || entities.some(({ start }) => start === at + 1);
  return /^(upcoming|coming|forthcoming)$/.test(word) && isNamed ? 'next' : undefined;
}

function meetingOfReport({ tokens, entities }: AnnotatedMessage): MeetingMention | undefined {
  const isReport = tokens.some(({ word }) =>
    /^(report|paper|papers|briefing|slides|pack)$/.test(word),
  );
  const group = entities.find(
    ({ start, senses }) =>
      senses[0].kind === 'group' &&
      tokens.slice(Math.max(0, start - 2), start).some(({ word }) => word === 'for'),
  );
  return isReport && group ? { start: group.start, end: group.end, value: 'next' } : undefined;
}
