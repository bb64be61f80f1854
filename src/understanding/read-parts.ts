import { splitPreface } from './preface.ts';
import type { Candidate, ReadContext, Reading } from './reading.ts';
import { tokenise } from './text/tokenise.ts';
import { saysSomething } from './text/word-sets.ts';

/** Reads one thing; `previous` is what was asked before it. */
type ReadOne = (text: string, previous: ReadContext['previous']) => Promise<Reading>;

const QUESTION_WORD =
  'who|whos|whose|which of (?:them|those|these)|what|whats|when|whens|where|wheres|how|hows|why';
const ORDER =
  'show|list|give|tell|add|log|raise|close|mark|move|push|remind|set|send|book|put|record|note|open|start|cancel';
const SUBJECT =
  'we|they|you|i|he|she|it|the|our|my|their|any|anyone|anybody|everyone|there|this|that';
/** “And did it work” asks what came of it, and is no question of its own. */
const CAME_OF_IT = '(?:did|has|have) (?:it|they|that|these) (?:all )?(?:work|help|chang|ma[dk]e )';
/** “Are we”, “has anybody”: a verb alone goes on with what was asked, “and have no owner”. */
const ASKED = `(?!${CAME_OF_IT})(?:is|are|did|does|do|has|have|was|were|can|could) (?:${SUBJECT})|which [a-z]+ (?:is|are|has|have|belongs?|sits?)`;
/** What is done with something that was just spoken of: “…, hand it back to them”. */
const ORDER_OF_IT =
  '(?:accept|assign|bin|bounce|chase|close|drop|give|hand|kick|mark|move|park|pass|push|reject|reopen|return|scrap|send|take|verify|withdraw) (?:it|that|this|them)';
/** The end of a sentence, or “and” before a new question or order. */
const BOUNDARY = new RegExp(
  String.raw`(?:[?!;]+\s+|\.\s+(?=\S)|\n+|,\s+(?:(?:and|so|then|please)\s+)*(?=${ORDER_OF_IT}\b)|,?\s+(?:and|also|plus|then|and then|and also|(?:and )?if (?:not|so),?)\s+(?=(?:${QUESTION_WORD}|${ORDER}|${ASKED})\b))`,
  'i',
);
/** “SA-019 done and SA-020 started”: each says something of its own. */
const REF = String.raw`[a-z]{1,4}[-/ ]?\d[\d/-]*`;
const STATES =
  'done|started|completed?|closed|finished|stuck|blocked|on hold|under ?way|needs|withdrawn';
const BETWEEN_REFS = new RegExp(
  // What stands before is looked at last, and so only where the rest fits.
  String.raw`\s+(?:and|but)\s+(?=${REF}\s+(?:(?:is|has|was|been)\s+)*(?:${STATES})\b)(?<=^${REF}\s(?:.*\s)?(?:${STATES})\b.*\s(?:and|but)\s+)`,
  'i',
);
/** “When did it last sit, was it quorate, and who sent apologies?”: commas part what “and” ends. */
const ENUMERATION = new RegExp(
  String.raw`^[^,]*\b(?:${QUESTION_WORD}|${ASKED})\b.*,\s+(?:${QUESTION_WORD}|${ASKED})\b.*\band (?:${QUESTION_WORD}|${ASKED})\b`,
  'i',
);
const EACH_OF_MANY = new RegExp(
  String.raw`${BOUNDARY.source}|,\s+(?=(?:${QUESTION_WORD}|${ASKED})\b)`,
  'i',
);
/** “Three quick ones: …” */
const ANNOUNCEMENT =
  /^(?:(?:just|ok|right),? )*(?:two|three|four|\d|a few|a couple of|some) (?:quick |short |small )*(?:ones|questions|things|queries|points)(?: please)?\s*[:,–-]\s*/i;
const MAX_PARTS = 4;
const MIN_WORDS = 2;

/**
 * Reads a message that may ask for several things: its parts, where each is sure for itself and
 * they ask for different things; else the whole. A remark beside the one part that asks is left
 * aside and named: “inspectors back in jan. what have the police got left”.
 */
export async function readParts(
  text: string,
  previous: ReadContext['previous'],
  readOne: ReadOne,
  mutates: (intent: string) => boolean,
): Promise<Reading> {
  const prefaced = ANNOUNCEMENT.test(text) ? undefined : splitPreface(text);
  if (prefaced) {
    const alone = await readRequest(prefaced.request, previous, readOne, mutates);
    const whole = await readRequest(text, previous, readOne, mutates);
    return isPreface(whole, alone, mutates) ? addUnused(alone, prefaced.preface) : whole;
  }
  return readRequest(text, previous, readOne, mutates);
}

/** Whether what stands before a request names nothing that is asked about; what changes a record needs all of it. */
function isPreface(whole: Reading, alone: Reading, mutates: (intent: string) => boolean): boolean {
  if (alone.kind !== 'question' && alone.kind !== 'several') return false;
  const asked = alone.kind === 'several' ? alone.questions : [alone];
  if (asked.some(({ question }) => mutates(question.intent))) return false;
  if (whole.kind !== 'question' || asked.some(({ isAboutNothing }) => isAboutNothing)) return true;
  const names = (question: Candidate['question']): unknown[] =>
    [...NAMING.map((filter) => question.filters[filter]), question.args.actionRef].filter(Boolean);
  const named = asked.flatMap(({ question }) => names(question));
  return names(whole.question).every((name) => named.includes(name));
}

/** Filters that name of what or of whom something is asked. */
const NAMING = ['agency', 'group', 'priority', 'reviewRef'] as const;

const addUnused = (reading: Reading, words: string): Reading => {
  if (reading.kind === 'question') return { ...reading, ...withUnused(reading, [words]) };
  if (reading.kind !== 'several') return reading;
  const [first, ...others] = reading.questions;
  return first ? { ...reading, questions: [withUnused(first, [words]), ...others] } : reading;
};

async function readRequest(
  text: string,
  previous: ReadContext['previous'],
  readOne: ReadOne,
  mutates: (intent: string) => boolean,
): Promise<Reading> {
  const parts = joinContinuations(
    text
      .replace(ANNOUNCEMENT, '')
      .split(ANNOUNCEMENT.test(text) || ENUMERATION.test(text) ? EACH_OF_MANY : BOUNDARY)
      .flatMap((part) => part.split(BETWEEN_REFS))
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  const isParted =
    parts.length > 1 &&
    parts.length <= MAX_PARTS &&
    parts.every((part) => part.split(/\s+/).length >= MIN_WORDS);
  const whole = await readOne(text, previous);
  if (!isParted || takesAll(whole, text)) return eachReference(whole);
  const asked: Candidate[] = [];
  const left: string[] = [];
  let before = previous;
  for (const [at, part] of parts.entries()) {
    const reading = await readOne(part, before);
    const spokenOf = isSpokenOfBefore(part, parts[at + 1]) ? aboutOne(reading) : undefined;
    if (spokenOf) {
      const next = await readOne(parts[at + 1] ?? '', { question: spokenOf });
      if (next.kind === 'question' && sharesRecord(spokenOf, next.question)) {
        before = { question: spokenOf };
        continue;
      }
    }
    const isAsked =
      reading.kind === 'question' &&
      !isRemark(part, reading) &&
      (!asked.some((each) => isAlike(each.question, reading.question)) ||
        isAlikeAlone(await readOne(part, previous), reading));
    if (!isAsked || (asked.length > 0 && isAdrift(part, reading))) left.push(part);
    else {
      asked.push(reading);
      before = { question: reading.question };
    }
  }
  const [first, ...others] = asked;
  if (!first) return whole;
  // “3 Nov, the sub-group. Who sent apologies.”: what stands before the question says of what.
  const last = asked.at(-1) ?? first;
  const isHeaded = asked.length === 1 || (mutates(first.question.intent) && first !== last);
  if (parts.length === 2 && isHeaded && !ASKS.test(parts[0] ?? '') && isFuller(whole, last))
    return eachReference(whole);
  const isWhole = left.length === 0 || (whole.kind === 'question' && !whole.unused);
  if (isWhole && isOneChange(whole, asked)) return eachReference(whole);
  const isSame = others.every(({ question }) => isAlike(question, first.question));
  if (left.length === 0)
    return isSame ? { kind: 'question', ...first } : { kind: 'several', questions: asked };
  const named = withUnused(
    first,
    left.filter((part) => ASKS.test(part) || tokenise(part).some(saysSomething)),
  );
  if (!isSame) return { kind: 'several', questions: [named, ...others] };
  const isAlone = whole.kind !== 'question' || whole.question.intent === first.question.intent;
  const isBeside =
    /[.!\n]/.test(text) || whole.kind !== 'question' || left.some((part) => ASKS.test(part));
  return left.length === 1 && others.length === 0 && isAlone && isBeside
    ? { kind: 'question', ...named }
    : whole;
}

/** “Residents ask me about family help. Which of its actions are open?”: what is told before “it”. */
const isSpokenOfBefore = (part: string, next: string | undefined): boolean =>
  next !== undefined &&
  !ASKS.test(part) &&
  !VERB_FIRST.test(part) &&
  ASKS.test(next) &&
  POINTS_BACK.test(next);

/** “Was the board quorate, …” asks. */
const VERB_FIRST =
  /^(?:(?:and|so|please) )*(?:is|are|was|were|did|does|do|has|have|had|can|could|will|any)\b/i;

const POINTS_BACK = /\b(?:it|its|them|their|they|that (?:one|action|review|priority|group))\b/i;

const sharesRecord = (one: Candidate['question'], other: Candidate['question']): boolean =>
  NAMING.some((filter) => one.filters[filter] && one.filters[filter] === other.filters[filter]) ||
  (one.args.actionRef !== undefined && one.args.actionRef === other.args.actionRef);

/** What a remark speaks of, whatever it would ask. */
function aboutOne(reading: Reading): Candidate['question'] | undefined {
  const [first] =
    reading.kind === 'question' ? [reading] : reading.kind === 'choice' ? reading.readings : [];
  const { filters, args } = first?.question ?? {};
  const names = NAMING.some((filter) => filters?.[filter]) || args?.actionRef;
  return names ? first?.question : undefined;
}

const NARROWS =
  /^(?:but |and )?(?:leave|leaving|exclud\w+|ignor\w+|omit\w*|skip\w*|except|apart from|other than|without|minus|not (?:the|ours|mine)|(?:just|only) the)\b/i;

/** “The audit is done, 40 staff changed practice. Would you close it for me?” is one request. */
const DONE_WITH_IT = new RegExp(
  String.raw`^(?:(?:please|kindly|so|then|and|would|could|can|will|may|you) )*(?:${ORDER_OF_IT}|(?:close|complete|finish|tick|mark|accept|verify|sign) (?:off )?(?:it|that|this|the (?:action|item|evidence|job)))\b`,
  'i',
);

/** “What is open? Leave out ours.”: what narrows a question, or is done with what was told, is a part of it. */
function joinContinuations(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const isTold = !ASKS.test(joined.at(-1) ?? '');
    const continues = NARROWS.test(part) || (isTold && DONE_WITH_IT.test(part));
    const before = continues ? joined.pop() : undefined;
    joined.push(before === undefined ? part : `${before}. ${part}`);
  }
  return joined;
}

const withUnused = (candidate: Candidate, words: readonly string[]): Candidate =>
  words.length > 0 ? { ...candidate, unused: [...(candidate.unused ?? []), ...words] } : candidate;

/** “What is each one waiting for”: what speaks of things before it, and is read as a question about all. */
const isAdrift = (part: string, { question, unused = [] }: Candidate): boolean =>
  unused.length > 0 &&
  Object.keys({ ...question.filters, ...question.args }).length === 0 &&
  /\b(?:it|its|each|they|their|them|those|these)\b/i.test(part);

const ASKS = new RegExp(String.raw`^(?:${QUESTION_WORD}|${ORDER}|${ASKED}|which|any)\b|\?$`, 'i');

/** What is about no record and asks nothing: “go on then”, “inspectors back in january”. */
const isRemark = (part: string, { isAboutNothing }: Candidate): boolean =>
  isAboutNothing === true && !ASKS.test(part);

/** Words that a form takes as they stand are not parted: “add action: call them and write”. */
function takesAll(whole: Reading, text: string): boolean {
  if (whole.kind !== 'question') return false;
  if (whole.isAboutNothing) return true;
  const said = Object.values(whole.question.args).filter((value) => typeof value === 'string');
  return (
    whole.isFreeText === true && said.some((value) => text.includes(value) && BOUNDARY.test(value))
  );
}

/** “Mark it started and move it to 30 june”: parts of one change, and what is told beside it, for one form. */
const isOneChange = (whole: Reading, parts: readonly Candidate[]): boolean =>
  whole.kind === 'question' &&
  whole.isFreeText === true &&
  parts.every(
    ({ question: { intent, args }, isFreeText }) =>
      args.actionRef === whole.question.args.actionRef &&
      (intent === whole.question.intent || !isFreeText),
  );

/** “Whose are they”, read as what was asked before it, asks something of its own that is not understood. */
const isAlikeAlone = (alone: Reading, { question }: Candidate): boolean =>
  alone.kind === 'question' && isAlike(alone.question, question);

/** The same is asked, all of the message is used, and it says of whom. */
const isFuller = (whole: Reading, part: Candidate): boolean =>
  whole.kind === 'question' &&
  whole.question.intent === part.question.intent &&
  (whole.unused ?? []).length === 0 &&
  NAMING.some((name) => whole.question.filters[name] && !part.question.filters[name]);

const isAlike = (one: Candidate['question'], other: Candidate['question']): boolean =>
  JSON.stringify([one.intent, one.filters, one.args]) ===
  JSON.stringify([other.intent, other.filters, other.args]);

/** “Close SA-019 and SA-020”: the same of each reference. */
function eachReference(reading: Reading): Reading {
  if (reading.kind !== 'question' || !reading.otherRefs || reading.otherRefs.length === 0)
    return reading;
  const { otherRefs, ...first } = reading;
  return {
    kind: 'several',
    questions: [
      first,
      ...otherRefs.map((actionRef) => ({
        ...first,
        question: { ...first.question, args: { ...first.question.args, actionRef } },
      })),
    ],
  };
}
