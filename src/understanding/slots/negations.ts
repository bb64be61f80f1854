import { type AnnotatedMessage, textOf } from '../entities/annotated-message.ts';
import { rememberEach } from '../text/remember-each.ts';
import { isInside, type Span, spanLength } from '../text/span.ts';
import { DISOWNS } from './exclusions.ts';

/** What somebody can say is missing or not so: a field of an action, or a step of its life. */
export type NegatedPart =
  | 'owner'
  | 'agency'
  | 'group'
  | 'person'
  | 'due'
  | 'evidence'
  | 'started'
  | 'finished';

/** “nobody has started”, “no clear owner”, “never evidenced”: a negation with what it governs. */
export interface Negation extends Span {
  readonly part: NegatedPart;
  /** Two negations, “not without an owner”: which of the two is meant has to be asked. */
  readonly isDouble: boolean;
}

/** Negations in one or two words, and what each can govern. */
const NEGATORS: readonly (readonly [RegExp, keyof typeof GOVERNED])[] = [
  [/^yet to\b/, 'verbs'],
  [/^(no one|no body|nobody|nobodys|noone|no ones)\b/, 'people'],
  [/^(not|never|neither|nor|none|hardly)\b/, 'verbs'],
  [/^(nothing|nowt|zilch|nil)\b/, 'things'],
  [/^(no|without|lack|lacks|lacked|lacking|missing|minus|zero|nowhere|sans)\b/, 'nouns'],
  [/^(waiting for|devoid of|short of|absence of|want for|free of|instead of)\b/, 'nouns'],
  [/^(need|needs|needing|awaiting|awaits|wants|requires|tbc)\b/, 'nouns'],
];

type Governed = readonly [RegExp, NegatedPart];

/** What a name, a date or evidence is called. */
const NOUNS: readonly Governed[] = [
  [
    /^(named|single|responsible|actual|individual)? ?(person|persons|individual|individuals)\b/,
    'person',
  ],
  [/^named officer\b/, 'person'],
  [
    /^(owners?|ownership|names?|lead officers?|leads?|assignees?|responsible (party|lead)|accountable (party|lead))\b/,
    'owner',
  ],
  [
    /^(agency|agencies|organisations?|partner)\b(?! (meeting|board)| (has|have|is|are|was|did)\b)/,
    'agency',
  ],
  [/^(sub ?group|group|committee)s?\b(?! (has|have|is|are|was|did|meeting|meets)\b)/, 'group'],
  [
    /^(due dates?|dates?|deadlines?|timescales?|targets?|time ?frames?|timelines?|time limits?|end dates?)\b/,
    'due',
  ],
  [
    /^(accounts? of|impacts?|evidence|evidential|evidencing|proofs?|difference|outcomes?|benefit|sign (they|it)|receipts)\b/,
    'evidence',
  ],
  // “without saying what changed”, “nothing written down for what it changed”
  [
    /^(saying|showing|recording|telling us|proving|explaining|noting)? ?(what|how|whether|if) (((it|they|that|this|has|have|had|was|is|been|the|any|anything) )*(changed?|improved|difference|different)|good (it|they) did)\b/,
    'evidence',
  ],
];

/** Verbs of giving somebody work; “nobody on it” and “nobody down for it” need a person. */
const OWNED: readonly Governed[] = [
  [
    /^(owned|assigned|allocated|unassigned|owns?|owning|claimed|responsible|accountable|taken (it |them |these |those )?on|picked (it |them |these |those )?up|given to (any|a)|looked after|led)\b/,
    'owner',
  ],
];
const HELD: readonly Governed[] = [
  ...OWNED,
  [
    /^(on|against|beside|next to|by|attached|down|named|leads?|leading|doing|taking|took|taken|picked|picking|working|asked|given|put (up )?(their|his|her) (hand|name)s?|looking after|to do (it|them)|in charge|got|holding|running with|driving|stepping up|stepped up)\b(?! time| track| target)/,
    'owner',
  ],
  [/^name (is |was )?(against|on|beside|next|down|by)\b/, 'owner'],
];
const SHOWN: readonly Governed[] = [
  [
    /^(written|put|noted|set|recorded|jotted) (it |this |that |anything )?down (what|how|whether|if|any (impact|difference|benefit|change)|the (impact|difference|benefit))\b/,
    'evidence',
  ],
  [
    /^(evidenced|proved|proven|demonstrated|shown|show|showed|prove|demonstrate|backed|back (it|them|that) up|made any difference|say (what|whether)|said (what|whether)|tell (what|if)|told (us )?what|written what)\b(?! up)/,
    'evidence',
  ],
];
const DATED: readonly Governed[] = [[/^dated\b/, 'due']];
/** “no due”, “no by when”; “not due until june” is another thing. */
const WHEN: readonly Governed[] = [[/^(due|by when|when)\b/, 'due']];
const STEPS: readonly Governed[] = [
  [
    /^(started|start|begun|began|begin|beginning|commenced?|kicked off|kick off|touched|touch|opened|got going|going|underway|looked at|lifted a finger|off the ground)\b/,
    'started',
  ],
  [
    /^(finished|finish|done|completed?|closed?|closing|sorted|delivered|discharged|concluded|implemented|shut|wrapped up|signed off|put to bed)\b/,
    'finished',
  ],
];

const GOVERNED = {
  nouns: [...NOUNS, ...WHEN],
  verbs: [...SHOWN, ...DATED, ...OWNED, ...NOUNS, ...STEPS],
  people: [...SHOWN, ...OWNED, ...NOUNS.slice(0, 3), ...STEPS, ...HELD],
  things: [[/^to (show|prove|say|back|tell)\b/, 'evidence'], ...SHOWN, ...NOUNS, ...STEPS],
} satisfies Record<string, readonly Governed[]>;

/** Words that may stand between a negation and what it governs. */
const LINK =
  /^(a|an|any|the|its|it|their|them|this|that|these|those|of|for|as|be|been|being|is|are|was|were|get|got|getting|give|given|have|has|had|having|put|set|added|recorded|written|noted|logged|down|made|done|yet|ever|even|still|really|actually|properly|fully|so|much|by|way|with|clear|proper|actual|real|single|agreed|specific|fixed|firm|due|target|impact|own|lead|named|demonstrable|anyone|anybody|anyones|anybodys|anything|someone|somebody|someones|somebodys|i|we|us|they|he|she|you|will|can|could|did|do|does|would|who|which|quite|scrap|shred|one|line|about|whatsoever|at|all|sort|kind|there)$/;

const MAX_LINKS = 6;
const PUNCTUATION = /^[?:;,–—-]$/;

/** Words that say without a negation that something is missing. */
const IDIOMS: readonly Governed[] = [
  [/^(unowned|unassigned|unallocated|ownerless|orphan|orphans|orphaned|unclaimed)\b/, 'owner'],
  [/^(going begging|who is (meant|supposed) to own)\b/, 'owner'],
  [/^(undated|dateless|date less|open ended|no idea when)\b/, 'due'],
  [/^(unevidenced|un evidenced|unproven|so what|what difference)\b/, 'evidence'],
  [/^(unstarted|unbegun|untouched|unopened)\b/, 'started'],
];

/** “owner not recorded”, “dates still blank”, “evidence missing”: the noun, then what is the matter. */
const TRAILING =
  /^(\S+ ){0,3}?(blank|empty|missing|lacking|absent|tbc|unknown|outstanding|needed|not (recorded|known|given|set|filled|there|confirmed|named|stated|yet)|yet to be \w+|never \w+|is nobody|is no one)\b/;
const BETWEEN_TRAILING =
  /^(column |field |box |is |are |was |were |has |have |been |still |left |the |gaps? |there )*$/;

/** Every negation of a message that says something about an action; each of its readings asks. */
export const findNegations = rememberEach(listNegations);

function listNegations(message: AnnotatedMessage): readonly Negation[] {
  const found: Negation[] = [];
  const add = (negation: Negation | undefined) => {
    if (negation && !found.some(({ part }) => part === negation.part)) found.push(negation);
  };
  const { tokens } = message;
  for (let at = 0; at < tokens.length; at += 1) {
    const here = textOf(message, { start: at, end: at + 6 });
    const idiom = IDIOMS.find(([words]) => words.test(here));
    if (idiom) {
      const end = at + (idiom[0].exec(here)?.[0].split(' ').length ?? 1);
      add({ start: at, end, part: idiom[1], isDouble: isNegated(message, at) });
    }
    // “The Exploitation and Missing Group” says of no group that it is missing.
    if (message.entities.some((name) => spanLength(name) > 1 && isInside(at, [name]))) continue;
    const isDisowned = message.entities.some(
      ({ end }) =>
        end <= at && at - end <= 1 && DISOWNS.test(textOf(message, { start: end, end: end + 5 })),
    );
    if (isDisowned) continue;
    const negator = NEGATORS.find(([words]) => words.test(here));
    if (negator) for (const each of governedFrom(message, at, negator)) add(each);
    else add(trailingAt(message, at));
  }
  return found;
}

function governedFrom(
  message: AnnotatedMessage,
  start: number,
  [words, kind]: (typeof NEGATORS)[number],
): Negation[] {
  const here = textOf(message, { start, end: start + 2 });
  const length = words.exec(here)?.[0].split(' ').length ?? 1;
  const governed = GOVERNED[kind];
  const first = firstGoverned(message, start + length, governed);
  if (!first) return [];
  const isDouble = isNegated(message, start);
  const negation = { start, end: first.end, part: first.part, isDouble };
  // “neither an owner nor a deadline”, “no owner or date”
  const joint = /^(or|nor|and)$/.exec(message.tokens[first.end]?.word ?? '')?.[0];
  const second = joint && firstGoverned(message, first.end + 1, NOUNS, joint === 'and' ? 1 : 2);
  return second
    ? [negation, { start: first.end, end: second.end, part: second.part, isDouble }]
    : [negation];
}

/** The first thing that a negation governs: only words that join may stand before it. */
function firstGoverned(
  message: AnnotatedMessage,
  from: number,
  governed: readonly Governed[],
  maxLinks = MAX_LINKS,
): { readonly part: NegatedPart; readonly end: number } | undefined {
  const { tokens, entities, filterValues } = message;
  const dueValues = filterValues.filter(({ filter }) => filter === 'dueRange');
  let links = 0;
  for (let at = from; at < tokens.length && links <= maxLinks; at += 1) {
    const word = tokens[at]?.word ?? '';
    // “nobody at the trust has started”
    const name = entities.find((entity) => entity.start === at || isNameAfter(message, at, entity));
    if (name) {
      at = name.end - 1;
      continue;
    }
    const here = textOf(message, { start: at, end: at + 5 });
    const found = isInside(at, dueValues)
      ? undefined
      : governed.find(([words]) => words.test(here));
    if (found) {
      const words = found[0].exec(here)?.[0].trim().split(' ') ?? [];
      return { part: found[1], end: at + words.length };
    }
    if (PUNCTUATION.test(word) || !LINK.test(word)) return undefined;
    links += 1;
  }
  return undefined;
}

/** “at the trust”, “in qppa”: a place between a negation and its verb. */
function isNameAfter({ tokens }: AnnotatedMessage, at: number, entity: Span): boolean {
  const lead = tokens.slice(at, entity.start).map(({ word }) => word);
  return (
    entity.start > at &&
    entity.start <= at + 2 &&
    /^(at|in|from|of|with)$/.test(lead[0] ?? '') &&
    lead.slice(1).every((word) => word === 'the')
  );
}

/** “not without an owner”: a negation before a negation. */
function isNegated({ tokens }: AnnotatedMessage, at: number): boolean {
  return /^(not|never|hardly)$/.test(tokens[at - 1]?.word ?? '');
}

function trailingAt(message: AnnotatedMessage, at: number): Negation | undefined {
  const here = textOf(message, { start: at, end: at + 8 });
  const noun = NOUNS.find(([words]) => words.test(here));
  const said = noun?.[0].exec(here)?.[0].trim();
  if (!noun || !said) return undefined;
  const rest = here.slice(said.length + 1);
  const trailing = TRAILING.exec(rest);
  const state = trailing?.[2] ?? '';
  if (!trailing || !BETWEEN_TRAILING.test(trailing[0].slice(0, trailing[0].length - state.length)))
    return undefined;
  if (state === 'outstanding' && noun[1] !== 'evidence') return undefined;
  const end = at + said.split(' ').length + trailing[0].split(' ').length;
  return { start: at, end, part: noun[1], isDouble: false };
}
