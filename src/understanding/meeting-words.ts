import { MONTHS } from './calendar-words.ts';
import type { DateInText } from './dates-in-text.ts';
import { contains, type Heard, overlapsAny, type Span } from './heard.ts';

/** A report “for the board” is for its next meeting. */
export function forMeeting(heard: Heard): (Span & { value: string }) | undefined {
  const report = heard.tokens.findIndex(({ word }) =>
    /^(report|paper|papers|briefing|slides|pack)$/.test(word),
  );
  const group = heard.mentions.find(
    ({ start, meanings }) =>
      meanings[0].kind === 'group' &&
      heard.tokens.slice(Math.max(0, start - 2), start).some(({ word }) => word === 'for'),
  );
  return report >= 0 && group ? { start: group.start, end: group.end, value: 'next' } : undefined;
}

/** “the last 3”, “last year”, “when did it last meet” */
const NOT_A_MEETING =
  /^(\d+|few|couple|two|three|four|five|six|years?|weeks?|months?|meet|met|get|got|come|came|attend|attended|updated|changed|sat)$/;

/** “last board”, “todays meeting”, “the march board” */
export function meetingOf(
  heard: Heard,
  dates: readonly DateInText[],
): (Span & { value: string }) | undefined {
  const { tokens } = heard;
  for (const [at, { word }] of tokens.entries()) {
    const span = { start: at, end: at + 1 };
    if (
      overlapsAny(span, heard.years) ||
      dates.some((date) => !date.month && contains(date, span) && MONTHS.has(word))
    )
      continue;
    const month = MONTHS.get(word);
    if (
      month &&
      !/^(since|from|after|by|before)$/.test(tokens[at - 1]?.word ?? '') &&
      !(word === 'may' && !/^(in|the|last|our|of|at|for)$/.test(tokens[at - 1]?.word ?? ''))
    )
      return { ...span, value: `month:${month}` };
    const follows = tokens.slice(at + 1, at + 3).map((token) => token.word);
    if (/^(last|previous|latest)$/.test(word) && !NOT_A_MEETING.test(follows[0] ?? ''))
      return { ...span, value: 'last' };
    if (word === 'time' && tokens[at - 1]?.word === 'last') return { ...span, value: 'last' };
    if (
      /^(today|todays|now|tonight|currently)$/.test(word) ||
      (word === 'this' && /^(meeting|mornings?|afternoons?|board)$/.test(follows[0] ?? ''))
    )
      return { ...span, value: 'this' };
    if (
      word === 'next' ||
      (/^(upcoming|coming|forthcoming)$/.test(word) &&
        (/^(meeting|board|one)$/.test(follows[0] ?? '') ||
          heard.mentions.some(({ start }) => start === at + 1)))
    )
      return { ...span, value: 'next' };
  }
  return undefined;
}
