import type { Args } from '../../contract/question.ts';
import { monthContaining } from '../../domain/dates.ts';
import type { FillContext } from './fill-context.ts';

const WITHDRAWS = /\b(withdraw|cancel|scrap|drop|abandon)\b/;
const BLOCKED = /\b(stuck|blocked|on hold|held up|waiting (on|for)|paused|parked|stalled)\b/;
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
  const isBlocked = BLOCKED.test(text);
  const isUnderWay = isBlocked || (STARTED.test(text) && !NOT_STARTED.test(text));
  const inWords = isUnderWay && status !== 'not started' ? 'in progress' : status;
  const isMoved = MOVES.test(text);
  return {
    statusNew: WITHDRAWS.test(text) ? 'withdrawn' : inWords,
    blocked: isBlocked || undefined,
    dueNew: isMoved ? (dates.at(-1)?.typed ?? NEXT_PERIOD.exec(typed)?.[0]) : undefined,
    ...(isMoved ? dueOn(dates) : {}),
    note: NOTE.exec(typed)?.[1]?.trim(),
  };
}

/** “evidence is …”, “done, 14 leads trained” */
export function parseEvidence(typed: string): string | undefined {
  const stated = /\b(?:evidence|impact)\s*(?:is|was|:|-|–|of impact)?\s*:?\s+(.+)$/i.exec(typed);
  const after = /(?:\bdone|\bcomplete[d]?|\bfinished|\bclosed?|\bnow|\d)\s*[-–,:;.]\s*(.+)$/i.exec(
    typed,
  );
  const text = (stated ?? after)?.[1]?.trim();
  return text && text.length > 3 ? text : undefined;
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
