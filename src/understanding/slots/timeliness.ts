import { type Span, toSpan } from '../text/span.ts';

/** How things that are done were done, by the day that they were due. */
export type Timeliness = 'late' | 'on time' | 'early';

const DONE =
  '(?:complet\\w+|finish\\w*|clos(?:e|es|ed|ing)|done|deliver(?:s|ed|ing)?|sorted|signed off|wrapped up|ticked off|discharged|cross\\w+ the (?:finish\\w* )?line|(?:over|across) the (?:finish\\w* )?line)';
const DONES = '(?:completions?|finish(?:es|ers?)?|closures?|deliver(?:y|ies))';
const BETWEEN =
  '(?: (?!(?:and|or|but(?! (?:only |well )?(?:late|later|after|past|behind)\\b)|which|not|if)\\b)\\S+){0,4}?';
const DATE = '(?:(?:due |agreed |target )?(?:dates?|days?|deadlines?)|timescales?|time)';
const ITS = '(?:the|its|their|his|her|our)';

/** The words for each, behind those that say that something is done. */
const WAYS: Readonly<Record<Timeliness, string>> = {
  late: `(?:too )?late|overdue|(?:after|past|beyond|over|behind) (?:${ITS} )?${DATE}|after (?:it was|they were|it is) due|behind schedule|later than (?:(?:it|they) (?:was|were|should)|due|agreed|planned|(?:${ITS} )?${DATE})`,
  'on time': `on time|in time|to time|(?:on|to) schedule|by (?:${ITS} )?(?:due |agreed |target )?(?:dates?|deadlines?)|by when (?:it was|they were) due|within (?:${ITS} )?${DATE}|when (?:it was|they were) due`,
  early: `early|before (?:${ITS} )?(?:due |agreed |target )?(?:dates?|deadlines?)|before (?:it was|they were) due|ahead of (?:time|schedule|(?:${ITS} )?${DATE})`,
};

/** Other ways of saying it, with the words for “done” behind. */
const BEFORE_DONE: Readonly<Record<Timeliness, string>> = {
  late: `(?:late|overdue) (?:\\w+ )?${DONES}|overdue when (?:(?:it|they) (?:was|were) )?${DONE}|missed ${ITS} ${DATE} but(?: \\S+){0,3} ${DONE}`,
  'on time': `(?:on time|timely|punctual) ${DONES}|^(?:and |what about |how many )*(?:were |was |those )*(?:on|in) time(?= \\?|$)`,
  early: `early ${DONES}`,
};

const TIMELINESS = (Object.keys(WAYS) as Timeliness[]).map(
  (value) =>
    [
      value,
      new RegExp(`\\b${DONE}${BETWEEN} (?:${WAYS[value]})\\b|\\b(?:${BEFORE_DONE[value]})`),
    ] as const,
);

/** “Not finished on time”, “can we finish in time”: of what is still to do. */
const NOT_DONE =
  /\b(?:not|never|nothing|fail\w*|failing to|should|ought|must|will|going to|can|could|would|might|likely to|expected to|meant to|supposed to|to be|needs? to|to)(?: (?!you\b)(?:we|they|it|he|she|be|been|have|get)){0,2} $/;

/**
 * Finds whether completed things are asked for by how they kept to their due date.
 * @example findTimeliness('which actions finished late') // { value: 'late', start: 2, end: 4 }
 */
export function findTimeliness(text: string): (Span & { readonly value: Timeliness }) | undefined {
  for (const [value, words] of TIMELINESS) {
    const found = words.exec(text);
    if (!found || NOT_DONE.test(text.slice(0, found.index))) continue;
    return { value, ...toSpan(text, found) };
  }
  return undefined;
}
