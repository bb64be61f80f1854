import type { Args } from '../../contract/question.ts';
import { tokenise } from '../text/tokenise.ts';
import { DAYS_OF_UNIT, parseCount, saysSomething } from '../text/word-sets.ts';
import { findDeadline } from './deadline.ts';
import type { FillContext } from './fill-context.ts';

const WITHDRAWS =
  /\b(withdraw|cancel|scrap|drop|abandon|delete|deleted|remove|erase|bin|get rid of)\b/;
const BLOCKED =
  /\b(stuck|block|blocks|blocked|blocking|on hold|hold up|held up|waiting (on|for)|pause|paused|park|parked|stalled)\b/;
/** “no longer blocked”, “off hold”: what held it up is gone, and work goes on. */
const UNBLOCKED =
  /\b(unblock|unblocked|unblocking|unstuck|unpaused|off hold|(not|no longer|never|is not|stopped being) (being )?(stuck|blocked|on hold|held up|waiting|paused|parked|stalled)|(was|were|had been) (stuck|blocked|on hold|held up|paused|parked|stalled)( \S+){0,4} (but|and) (now|is|it is|we|can)|(stuck|blocked|on hold|held up|paused|parked|stalled) (no longer|no more|not any ?more|resolved|removed|cleared|lifted|sorted)|(blockage|blocker|hold up|hold)( \S+){0,2} (is |has |has been |now )*(gone|removed|cleared|lifted|resolved|sorted))\b/;
const STARTED =
  /\b(start|started|begun|kicked off|under way|underway|going|ongoing|in progress|progress)\b/;
const NOT_STARTED = /\bnot (been )?(start|started|begun)\b/;
const MOVES =
  /\b(push|pushed|move|moves|moved|extend|extended|shift|put back|back to|until|till|due|date|deadline|to the end|slips?|slipped|bump|defer|delay)\b/;
const NOTE = /(?:\bas stuck|\bstuck|\bblocked|\bstarted|\bbecause|\bcos|\bcoz|[-–,:])\s+(.+)$/i;
/** “…, no sign that families noticed”, “… because the lead has left” */
const REASON_NOTE = /(?:\bbecause|\bcos|\bcoz|[-–,:;])\s+(.{4,})$/i;
const NEXT_PERIOD = /\b(?:next|this|end of) (?:the )?(?:week|month|\w+)\b/i;

/** What is to change on an action: its status, its due date, or that it is blocked. */
export function parseStatusChange(context: FillContext): Args {
  const { message, dates, typed } = context;
  const { text, filterValues } = message;
  const status = filterValues.find(
    ({ filter, value }) => filter === 'status' && value !== 'open',
  )?.value;
  const isUnblocked = UNBLOCKED.test(text) || /\bun-?blocked\b/i.test(typed);
  const isBlocked = BLOCKED.test(text) && !isUnblocked;
  const isUnderWay = isBlocked || isUnblocked || (STARTED.test(text) && !NOT_STARTED.test(text));
  const inWords = isUnderWay && status !== 'not started' ? 'in progress' : status;
  return {
    statusNew: WITHDRAWS.test(text) ? 'withdrawn' : inWords,
    blocked: isBlocked || undefined,
    ...(MOVES.test(text) || dates.length === 0 ? parseDueChange(context) : {}),
    note: cleanNote(NOTE.exec(typed)?.[1], context),
  };
}

const BY = /\b(by|before)\b/;

/** Another due day: the one that is named, or so much later than it is now. */
export function parseDueChange({ message: { text }, dates, typed, today }: FillContext): Args {
  const isMoved = MOVES.test(text) || BY.test(text);
  const deadline = dates.length > 0 ? undefined : findDeadline(typed, today);
  if (deadline) return { dueNew: deadline.typed, dueOn: deadline.day };
  const dueLater = dates.length > 0 ? undefined : parseLater(text);
  const date = isMoved ? findDueDate(dates, typed) : undefined;
  return {
    dueLater,
    dueNew: isMoved && !dueLater ? (date?.typed ?? NEXT_PERIOD.exec(typed)?.[0]) : undefined,
    ...(date && { dueOn: date.last }),
  };
}

/** Why something is asked for, as it was typed. */
export const parseNote = (context: FillContext): Args => ({
  note: cleanNote(REASON_NOTE.exec(context.typed)?.[1], context),
});

const CLAUSE = /\s*(?:[,;]|\.\s|\b(?:and|but|so)\b)\s*/gi;
/** A clause that moves the due day: “and needs another month”, “due 16 april”. */
const MOVES_CLAUSE = /\b(need|needs|give|make|by|before)\b/;

/**
 * A note without the clauses that say something else: another due day, thanks.
 * @example “and move it to 30 june” is no note, “waiting on health, and needs a month” is “waiting on health”
 */
function cleanNote(note: string | undefined, { dates, today }: FillContext): string | undefined {
  if (!note) return undefined;
  const gaps = [...note.matchAll(CLAUSE)].map(({ 0: gap, index }) => ({ gap, index }));
  const starts = [0, ...gaps.map(({ gap, index }) => index + gap.length)];
  const ends = [...gaps.map(({ index }) => index), note.length];
  const clauses = starts.map((start, at) => ({ start, end: ends[at] ?? note.length }));
  const isOther = ({ start, end }: (typeof clauses)[number]): boolean => {
    const clause = note.slice(start, end);
    const words = tokenise(clause);
    const text = words.map(({ word }) => word).join(' ');
    const hasDay = dates.some(({ typed }) => clause.includes(typed));
    const movesDue = MOVES.test(text) || MOVES_CLAUSE.test(text);
    const isLater = parseLater(text) !== undefined || findDeadline(clause, today) !== undefined;
    return !words.some(saysSomething) || (movesDue && (hasDay || isLater));
  };
  const first = clauses.find((clause) => !isOther(clause));
  const last = clauses.findLast((clause) => !isOther(clause));
  return first && last ? note.slice(first.start, last.end).trim() : undefined;
}

const LATER =
  /\b(?:back(?: by)?|by|another|extra|further|needs?|give it|for|later by|out by|extend(?:ed)?(?: \S+){0,3}?) (?:an? |the |another |extra |further |more |about )*(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|couple of|few|fortnight|week|month|quarter)(?: more| extra| further)*(?: (days?|weeks?|fortnights?|months?|quarters?))?\b(?! (?:of|board|meeting))/;
const LATER_BEHIND =
  /\b(an?|\d{1,2}|one|two|three|four|five|six|couple of|few) (?:(?:more|extra|further) (days?|weeks?|fortnight|months?)|(days?|weeks?|fortnight|months?) (?:more|longer|later|extra|extension))\b/;

/** “push SA-075 and SA-076 back two weeks” */
const LATER_APART =
  /\b(?:push|put|move|shift|bump|slide|shove|nudge|knock|delay|defer|extend)\b.*\b(an?|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|couple of|few) (days?|weeks?|fortnights?|months?|quarters?)\b(?! (?:of|board|meeting|before|ago))/;

/**
 * So much more time than it has: “back a fortnight” is 14 days, “another month” one month.
 * @example parseLater('push it back a fortnight') // '14 days'
 */
function parseLater(text: string): string | undefined {
  const [, first = '', ...units] =
    LATER_BEHIND.exec(text) ?? LATER.exec(text) ?? LATER_APART.exec(text) ?? [];
  const second = units.find(Boolean);
  if (!first) return undefined;
  const isUnit = /^(fortnight|week|month|quarter)$/.test(first);
  const unit = (isUnit ? first : second)?.replace(/s$/, '');
  const count = isUnit || /^an?$/.test(first) ? 1 : parseCount(first.replace(/ of$/, ''));
  if (!unit || !count) return undefined;
  if (unit === 'month' || unit === 'quarter')
    return `${unit === 'quarter' ? count * 3 : count} months`;
  return `${count * (DAYS_OF_UNIT.get(unit) ?? 1)} days`;
}

const STATED =
  /\b(?:evidence|impact)\s*(?:is|was|:|-|–|of impact|for (?:it|this|that))?\s*:?\s+(?!to follow|as yet|yet|on file|attached\b)(.+)$/i;
/** A comma, a colon, a full stop or a dash; not the hyphen of SA-071. */
const SEPARATOR = /[,:;]\s*|\.\s+|\s[-–—]+\s*|–\s*/g;
/** What is said before the evidence: that it is to be closed, or which action it is. */
const CLOSES =
  /\d|\b(clos\w+|close|done|complet\w+|finish\w*|sorted|tick\w*|shut|deliver\w+|wrap\w+|mark\w*|sign\w*|over the line|off (my|the) list|put to bed|record\w*|job|discharged)\b/i;
/** “it showed us 140 families nobody knew about” */
const EFFECT =
  /^(?:and |so )?(?:it|this|that|which)(?: has| have)? ((?:showed|shown|meant|led to|helped|brought|reduced|made sure)\b.+)$/i;
/** “done because every team uses it now” */
const REASON =
  /\b(?:clos\w+|close|done|complete[d]?|finished|sorted|delivered)\b(?:\s\S+){0,4}?\s(?:because|as|since)\s+(.+)$/i;
/** “mark SA-071 complete please heads confirm that they hear sooner” */
const BEHIND_PLEASE =
  /\b(?:complete|completed|done|closed|finished)\s+(?:please|pls)\s+((?:\S+\s+){3,}\S+)$/i;
/** Polite or practical words that show no impact. */
const NO_EVIDENCE =
  /^(please|pls|thanks|thank you|thx|ta|tara|cheers|hooray|you can|can you|could you|so\b|close|mark|tick|shut|strike|take|go on|evidence to follow|no evidence|nothing|no need|it is|its|all done|job done|i think|is that|ok|and (close|mark|tick)|but)\b/i;
const FAREWELL =
  /[\s,.]*\b(?:(?:so |and )?(?:please|pls|thanks|ta|cheers)(?: (?:close|mark|tick)[^,.]*)?|(?:so|and) (?:please )?(?:close|mark|tick) \w+(?: complete)?|(?:(?:would|could|can|will|may) )?(?:you )?(?:can |may |please |kindly )*close (?:it|that|this|the action)(?: (?:now|for (?:me|us)))?)[.!?]*$/i;

/** “evidence is …”, “done, 14 leads trained”, “close SA-071 please, uptake doubled” */
export function parseEvidence(typed: string): string | undefined {
  const stated = toEvidence(STATED.exec(typed)?.[1]);
  if (stated) return stated;
  for (const { 0: separator, index } of typed.matchAll(SEPARATOR)) {
    const after = toEvidence(typed.slice(index + separator.length));
    if (after && CLOSES.test(typed.slice(0, index))) return after;
  }
  return toEvidence(
    REASON.exec(typed)?.[1] ?? BEHIND_PLEASE.exec(typed)?.[1] ?? EFFECT.exec(typed)?.[1],
  );
}

function toEvidence(text = ''): string | undefined {
  // “evidence for SA-071: …”
  const said = text.trim().replace(/^for [a-z]{1,4}-?\d{1,4}\s*[:,–-]\s*/i, '');
  const evidence = said.replace(FAREWELL, '').trim();
  return evidence.length > 3 && /\S\s+\S/.test(evidence) && !NO_EVIDENCE.test(evidence)
    ? evidence
    : undefined;
}

/**
 * The day by which something is to be done: the one that it is moved to or due by, else the last one
 * named.
 * @example “back to 28 february, they only answered today” is due on 28 February
 */
export function findDueDate(
  dates: FillContext['dates'],
  typed: string,
): FillContext['dates'][number] | undefined {
  const standsBehind = (words: RegExp) =>
    dates.findLast((date) => words.test(typed.slice(0, typed.lastIndexOf(date.typed))));
  return standsBehind(MOVED_TO) ?? standsBehind(DUE_BY) ?? dates.at(-1);
}

const MOVED_TO = /\b(?:to|until|till|til)(?: the)? $/i;
const DUE_BY = /\b(?:by|before|due|for)(?: the)? $/i;
