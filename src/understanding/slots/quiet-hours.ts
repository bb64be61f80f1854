import type { Args } from '../../contract/question.ts';
import { MONTHS } from '../text/word-sets.ts';

/** When quiet time begins or ends where a message does not say it. */
const EVENING = '18:00';
const MORNING = '08:00';

const NAMED_TIMES: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  lunch: '13:00',
  'tea time': '17:00',
  'school pick up': '15:00',
};
/** Not the 14 of “until 14 april”. */
const NO_DATE = `(?!\\d|st|nd|rd|th| (?:of )?(?:${[...MONTHS.keys()].join('|')}))`;
const TIME = String.raw`(\d{1,2}(?:[:.]\d{2})?(?: ?(?:am|pm)\b|${NO_DATE})|noon|midday|lunch|tea time|school pick up)`;

/** “Not before nine”; “after two days” is no hour. */
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOUR_IN_WORDS = new RegExp(
  String.raw`\b(before|after|past|until|till|between|from|and|to) (${HOURS.join('|')})\b(?! (?:days?|weeks?|months?|hours?|minutes?|more|of))`,
  'g',
);

const PATTERNS: readonly (readonly [RegExp, (found: RegExpExecArray) => Args])[] = [
  [
    new RegExp(String.raw`\bonly\b.*\b(?:between|from) ${TIME} (?:and|to|till|until) ${TIME}`),
    wantedBetween,
  ],
  [
    new RegExp(String.raw`\b(?:between|from|hours) ${TIME} (?:and|to|till|until) ${TIME}`),
    quietBetween,
  ],
  [new RegExp(String.raw`\b(?:after|past) ${TIME}.*\bbefore ${TIME}`), quietBetween],
  [
    new RegExp(String.raw`\b(?:before|until|till) ${TIME}`),
    ([, to]) => ({ quietFrom: EVENING, quietTo: morning(to) }),
  ],
  [
    new RegExp(String.raw`\b(?:after|past|finish at) ${TIME}`),
    ([, from]) => ({ quietFrom: evening(from), quietTo: MORNING }),
  ],
  [/\bmornings?\b/, () => ({ quietFrom: '12:00', quietTo: MORNING })],
  [/\b(?:evenings?|after work)\b/, () => ({ quietFrom: EVENING, quietTo: MORNING })],
  [/\b(?:night|nights|overnight)\b/, () => ({ quietFrom: '20:00', quietTo: '07:00' })],
  [
    /\b(?:working|office|after|out of) hours|outside work\b/,
    () => ({ quietFrom: '17:00', quietTo: '09:00' }),
  ],
];

/**
 * The hours without messages that somebody asks for.
 * @example parseQuietHours('no messages after 6pm please') // { quietFrom: '18:00', quietTo: '08:00' }
 * @example parseQuietHours('only between 9 and 5') // { quietFrom: '17:00', quietTo: '09:00' }
 */
export function parseQuietHours(text: string): Args {
  const inFigures = text.replace(
    HOUR_IN_WORDS,
    (_, lead: string, hour: string) => `${lead} ${HOURS.indexOf(hour) + 1}`,
  );
  for (const [pattern, toHours] of PATTERNS) {
    const found = pattern.exec(inFigures);
    if (found) return toHours(found);
  }
  return {};
}

/** Messages are wanted from one time to the other. */
function wantedBetween([, from, to]: RegExpExecArray): Args {
  return { quietFrom: evening(to), quietTo: morning(from) };
}

function quietBetween([, from, to]: RegExpExecArray): Args {
  return { quietFrom: evening(from), quietTo: morning(to) };
}

/** An hour without am or pm: “after 6” is in the afternoon, “before 9” in the morning. */
const evening = (typed = '') => timeOfDay(typed, (hour) => (hour < 12 ? hour + 12 : hour));
const morning = (typed = '') => timeOfDay(typed, (hour) => (hour < 6 ? hour + 12 : hour));

function timeOfDay(typed: string, resolve: (hour: number) => number): string | undefined {
  const named = NAMED_TIMES[typed.trim()];
  if (named) return named;
  const parts = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/.exec(typed.trim());
  const number = Number(parts?.[1]);
  const half = parts?.[3];
  const hour = half ? (number % 12) + (half === 'pm' ? 12 : 0) : resolve(number);
  const minute = Number(parts?.[2] ?? 0);
  return parts && hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : undefined;
}

const pad = (number: number) => String(number).padStart(2, '0');
