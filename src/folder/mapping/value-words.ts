import { toComparable } from '../../domain/to-comparable.ts';

/** Words that stand for one value; `undefined` for none of them. */
export function createWords(meanings: Readonly<Record<string, string>>): WordLookup {
  const byWord = new Map(
    Object.entries(meanings).flatMap(([meaning, words]) =>
      [meaning, ...words.split('|')].map((word) => [toComparable(word), meaning] as const),
    ),
  );
  return Object.assign((text: string) => byWord.get(toComparable(text)), {
    meanings: Object.keys(meanings),
  });
}

export interface WordLookup {
  (text: string): string | undefined;
  /** All that words may stand for. */
  readonly meanings: readonly string[];
}

/**
 * What the state of an action is called. Green is not among them: it is complete for some and on
 * track for others.
 */
export const actionStatus = createWords({
  open: 'not met|outstanding|overdue|new|active|current|live|red|no|n|not complete|not completed|incomplete|pending|due|not closed|carried forward|carry forward|c f|to do|raised|slipped',
  'not started': 'not yet started|not begun|yet to start|not commenced',
  'in progress':
    'partially met|partly met|ongoing|on going|underway|under way|started|wip|work in progress|partially complete|partly complete|partially completed|part complete|on track|on target|amber|amber green|yellow|progressing|in hand|at risk|in process|commenced|ongoing action|off track',
  blocked: 'on hold|stalled|paused|stuck|held|deferred',
  complete:
    'met|completed|closed|done|discharged|achieved|finished|blue|yes|y|complete closed|completed closed|closed complete|actioned|signed off|embedded|✓|✔|√|100|action complete|action closed|action completed',
  withdrawn:
    'cancelled|canceled|superseded|no longer required|not required|no longer needed|removed|not progressed|merged|duplicate|stood down|archived|n a',
});

/** What is not quite what its first words say. */
const RESERVATION =
  /\b(await\w*|subject|pending|not|except|but|partial\w*|part|nearly|almost|unless|if)\b/i;

/**
 * The state that the first words of a cell say, whatever follows: “In progress (50%)”, “Superseded by
 * H9”. Nothing where what follows takes it back, as in “Complete by May” and “Closed, awaiting reply”.
 */
export function startOfStatus(written: string): string | undefined {
  const [, share] = /^(\d{1,3}) ?%$/.exec(written) ?? [];
  if (share)
    return share === '100' ? 'complete' : Number(share) > 0 ? 'in progress' : 'not started';
  const [, head = '', tail = ''] =
    /^(.{2,40}?)\s*([-–—:(,;\n].*|\b(?:by|to|on|in|see|as)\b.*|\d.*)$/is.exec(written) ?? [];
  const status = head ? actionStatus(head) : undefined;
  const isDone = status === 'complete';
  return isDone && (RESERVATION.test(tail) || /^(by|to)\b/i.test(tail)) ? undefined : status;
}

/** The letters of colours, and of open and closed, where a column has such letters alone. */
const LETTERS: Readonly<Record<string, string>> = {
  r: 'red',
  a: 'amber',
  g: 'green',
  b: 'blue',
  o: 'open',
  c: 'closed',
  ra: 'amber',
  ar: 'amber',
  ag: 'amber',
  ga: 'amber',
};

/**
 * Writes colours out where a column has only their letters (R, A, G); “C” is closed beside an “O”, or
 * beside a colour. Of a colour with words the words tell: “Green – complete”.
 */
export function toColourWord(written: string, columnValues: ReadonlySet<string>): string {
  const [, colour = '', words = ''] = COLOUR_WITH_WORDS.exec(written) ?? [];
  if (colour) return actionStatus(words) ? words : NEUTRAL_WORDS.test(words) ? colour : written;
  if (written.length > MAX_LETTERS) return written;
  const letters = [...columnValues].filter(Boolean).map((each) => each.replace(/[^a-z]/g, ''));
  const isLetters =
    letters.every((each) => LETTERS[each]) && (letters.length > 1 || !/^[oc]$/i.test(written));
  return (isLetters && LETTERS[written.toLowerCase().replace(/[^a-z]/g, '')]) || written;
}

/** “R/A”; a column of long texts is not looked through for each of them. */
const MAX_LETTERS = 3;
const COLOUR_WITH_WORDS = /^(red|amber|green|blue)\s*[-–—:(/]\s*(.+?)\)?$/i;
const NEUTRAL_WORDS = /^(rag|rated|status|\d+)$/i;

/** What the state of a risk is called; a colour is how bad it is, not whether it is open. */
export const riskState = createWords({
  open: 'live|active|ongoing|on going|new|current|monitor|monitoring|in progress|emerging|escalated|reopened|re opened|not closed|no|n',
  closed:
    'close|archived|removed|resolved|ended|retired|de escalated|complete|completed|no longer a risk|yes|y',
});

/** Whether a risk is open or closed, also where the day stands beside it: “Closed 3.5.22”. */
export const readRiskState = (written: string): string | undefined =>
  riskState(written) ?? (CLOSED_WITH_DAY.test(written) ? 'closed' : undefined);

/** @example CLOSED_WITH_DAY.exec('Closed (31/5/22)')?.[1] // '31/5/22' */
export const CLOSED_WITH_DAY =
  /^(?:risk )?(?:closed|archived|removed)\b[\s:,(–-]*(?:on |in )?(.*?\d.*?)\)?$/i;

/** @example readScore('4 - Likely') // '4' */
export const readScore = (written: string): string | undefined =>
  /^([1-5])(?:\.0+)?(?:$|\s*[-–:.(=/]\s*(?!\d))/.exec(written)?.[1] ??
  /[a-z]\s*[-–:(]?\s*([1-5])\)?$/i.exec(written)?.[1];

/** What says that there is nothing to say yet: no day, no owner. */
export const NOT_KNOWN =
  /^(-+|—|–|\?+|n\/?a|none|nil|tb[acdn]|to be (confirmed|agreed|advised|determined|decided|allocated|set)|unknown|not (yet )?(known|set|agreed|allocated|applicable)|unallocated|unassigned|no (date|owner)( set)?)\.?$/i;

/** A time that is no day: it is kept in the notes as it was written. */
export const NO_DAY =
  /^(a\.?s\.?a\.?p\.?|as soon as possible|immediate(ly)?|urgent|now|on-?going|continuous|rolling|as (and )?(when )?(required|needed)|annually|yearly|quarterly|monthly|weekly|each meeting|every meeting|(by |for |at )?(the )?next (meeting|board|exec(utive)?|sub-?group)( meeting)?|complete(d)?|closed|done)\.?$/i;

export const attendedWords = createWords({
  present: 'y|yes|p|pres|attended|in attendance|✓|✔|√|1|attend|online|virtual|in person|true',
  deputy: 'd|dep|deputised|sub|substitute|represented|rep|representative|deputy attended|s',
  apologies:
    'ap|apol|apols|apology|apologies given|apologies received|sent apologies|sent apols|apologies sent',
  absent:
    'n|no|ab|abs|dna|did not attend|not present|no apologies|absent no apologies|0|non attendance|false|not attended',
});

/** Nobody was expected, or nothing was recorded. */
export const NO_MARK =
  /^(-+|–|—|n\/?a|\.|not (a )?member|not invited|not required|vacant|vacancy)$/i;

/** What the other columns of a choice are called; those of their own names are always known. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, WordLookup>>>> = {
  agencies: {
    kind: createWords({
      statutory: 'statutory partner|safeguarding partner|statutory safeguarding partner',
      relevant: 'relevant agency|relevant partner|relevant agencies',
      attendee: 'in attendance|other|observer|non voting|advisor|adviser',
    }),
  },
  memberships: {
    expectation: createWords({
      core: 'core member|member|required|always|standing',
      'when-required': 'when required|as required|by invitation|co opted|invited|optional',
    }),
  },
  meetings: {
    status: createWords({
      scheduled: 'planned|booked|confirmed|to be held|upcoming',
      held: 'took place|done|complete|completed|met',
      postponed: 'moved|deferred|rearranged|rescheduled',
      cancelled: 'canceled|stood down|called off|did not take place',
    }),
  },
};
