import type { Args } from '../../contract/question.ts';
import { monthContaining } from '../../domain/dates.ts';
import { DAYS_OF_UNIT, parseCount } from '../text/word-sets.ts';
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
  /\b(push|move|moved|extend|extended|shift|put back|back to|until|till|due|date|deadline|to the end|slip|bump|defer|delay)\b/;
const NOTE = /(?:\bas stuck|\bstuck|\bblocked|\bstarted|\bbecause|[-–,:])\s+(.+)$/i;
const NEXT_PERIOD = /\b(?:next|this|end of) (?:the )?(?:week|month|\w+)\b/i;

/** What is to change on an action: its status, its due date, or that it is blocked. */
export function parseStatusChange({ message, dates, typed }: FillContext): Args {
  const { text, filterValues } = message;
  const status = filterValues.find(
    ({ filter, value }) => filter === 'status' && value !== 'open',
  )?.value;
  const isUnblocked = UNBLOCKED.test(text) || /\bun-?blocked\b/i.test(typed);
  const isBlocked = BLOCKED.test(text) && !isUnblocked;
  const isUnderWay = isBlocked || isUnblocked || (STARTED.test(text) && !NOT_STARTED.test(text));
  const inWords = isUnderWay && status !== 'not started' ? 'in progress' : status;
  const isMoved = MOVES.test(text);
  const dueLater = dates.length > 0 ? undefined : parseLater(text);
  return {
    statusNew: WITHDRAWS.test(text) ? 'withdrawn' : inWords,
    blocked: isBlocked || undefined,
    dueLater,
    dueNew:
      isMoved && !dueLater ? (dates.at(-1)?.typed ?? NEXT_PERIOD.exec(typed)?.[0]) : undefined,
    ...(isMoved ? dueOn(dates) : {}),
    note: NOTE.exec(typed)?.[1]?.trim(),
  };
}

const LATER =
  /\b(?:back(?: by)?|by|another|extra|further|needs?|give it|for|later by|out by|extend(?:ed)?(?: \S+){0,3}?) (?:an? |the |another |extra |further |more |about )*(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|couple of|few|fortnight|week|month|quarter)(?: more| extra| further)*(?: (days?|weeks?|fortnights?|months?|quarters?))?\b(?! (?:of|board|meeting))/;
const LATER_BEHIND =
  /\b(an?|\d{1,2}|one|two|three|four|five|six|couple of|few) (?:(?:more|extra|further) (days?|weeks?|fortnight|months?)|(days?|weeks?|fortnight|months?) (?:more|longer|later|extra|extension))\b/;

/**
 * So much more time than it has: “back a fortnight” is 14 days, “another month” one month.
 * @example parseLater('push it back a fortnight') // '14 days'
 */
function parseLater(text: string): string | undefined {
  const [, first = '', ...units] = LATER_BEHIND.exec(text) ?? LATER.exec(text) ?? [];
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
/** Polite or practical words that show no impact. */
const NO_EVIDENCE =
  /^(please|pls|thanks|thank you|thx|ta|tara|cheers|hooray|you can|can you|could you|so\b|close|mark|tick|shut|strike|take|go on|evidence to follow|no evidence|nothing|no need|it is|its|all done|job done|i think|is that|ok|and (close|mark|tick)|but)\b/i;
const FAREWELL =
  /[\s,.]*\b(?:(?:so |and )?(?:please|pls|thanks|ta|cheers)(?: (?:close|mark|tick)[^,.]*)?|(?:so|and) (?:please )?(?:close|mark|tick) \w+(?: complete)?|you can close it)[.!]*$/i;

/** “evidence is …”, “done, 14 leads trained”, “close SA-071 please, uptake doubled” */
export function parseEvidence(typed: string): string | undefined {
  const stated = toEvidence(STATED.exec(typed)?.[1]);
  if (stated) return stated;
  for (const { 0: separator, index } of typed.matchAll(SEPARATOR)) {
    const after = toEvidence(typed.slice(index + separator.length));
    if (after && CLOSES.test(typed.slice(0, index))) return after;
  }
  return toEvidence(REASON.exec(typed)?.[1] ?? EFFECT.exec(typed)?.[1]);
}

function toEvidence(text = ''): string | undefined {
  // “evidence for SA-071: …”
  const said = text.trim().replace(/^for [a-z]{1,4}-?\d{1,4}\s*[:,–-]\s*/i, '');
  const evidence = said.replace(FAREWELL, '').trim();
  return evidence.length > 3 && /\S\s+\S/.test(evidence) && !NO_EVIDENCE.test(evidence)
    ? evidence
    : undefined;
}

/** “add action: scvo to send the plan by 30 june” */
export function parseNewAction({ dates, typed }: FillContext): Args {
  const rest = typed
    .replace(
      /^.*?\b(?:add|new|log|raise|record|create|put down|put|assign|note|minute|take)\b(?: (?:an?|new|another|this|the|to)\b)*(?: actions?\b| tasks?\b)?\s*(?:out of \w+|from \w+)?\s*[:–-]?\s*/i,
      '',
    )
    .replace(/^(?:for|to)\s+/i, '');
  const due = dates.at(-1)?.typed ?? /\bnext (?:board|meeting)\b/i.exec(typed)?.[0];
  const beforeDue = due
    ? rest.replace(
        new RegExp(
          `[,\\s]*(?:due|by|before|back in|in|on|end of|for)?\\s*(?:the )?${RegExp.escape(due)}.*$`,
          'i',
        ),
        '',
      )
    : rest;
  const title =
    /^(?:\S+\s){1,5}?to\s+(.+)$/i.exec(beforeDue)?.[1] ??
    /[-–:]\s*(.+)$/.exec(beforeDue)?.[1] ??
    beforeDue;
  return { title: title.trim() || undefined, due, ...dueOn(dates) };
}

/** The day by which something is to be done; the last one of a month that was named alone. */
function dueOn(dates: FillContext['dates']): Args {
  const date = dates.at(-1);
  return date ? { dueOn: date.isMonth ? monthContaining(date.day).to : date.day } : {};
}
