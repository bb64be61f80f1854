import type { Args } from '../../contract/question.ts';
import type { FillContext } from './fill-context.ts';

const TO = /^(to|until|till)$/;
const FILLS = /^(the|on|a)$/;

/**
 * The day of a meeting. Of two days the one behind “to” is the new one, and the other is where the
 * meeting stands now.
 * @example “move it from 14 april to 21 april”: `{ on: '2021-04-21', movedFrom: '2021-04-14' }`
 */
export function parseMeetingDate({ dates, message: { tokens, text } }: FillContext): Args {
  /** The word before a day, small words aside. */
  const leadOf = (date: (typeof dates)[number]): string => {
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
  return {
    date: found?.typed ?? tokens.find(({ word }) => /^(today|tomorrow)$/.test(word))?.word,
    on: found && !found.isPeriod ? found.day : undefined,
    movedFrom: isMoved ? from.day : undefined,
  };
}

/** “thursday’s meeting, make it friday” */
const MAKES_IT = /\b(make it|change it)\b/;
