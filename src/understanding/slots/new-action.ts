import type { Args } from '../../contract/question.ts';
import { type AnnotatedMessage, typedWords } from '../entities/annotated-message.ts';
import type { Span } from '../text/span.ts';
import { findDueDate } from './action-slots.ts';
import { findDeadline } from './deadline.ts';
import type { FillContext } from './fill-context.ts';

/** What is said before an action itself: “please add an action”, “action from today, ”. */
const ORDER =
  /^(?:(?:an? )?(?:action|task)\b|(?:\S+ ){0,6}?(?:need|needs|want|have|take|took) an action\b(?: please)?(?: that)?|(?:\S+ ){0,6}?(?:add|new|log|raise|record|create|put down|put|assign|note|minute|take|capture)\b(?: (?:an?|new|another|this|the|to|that)\b)*(?: (?:actions?|tasks?)\b)?)(?: (?:out of|from) \w+)?(?: [?,:–-](?= |$))*/;
/** “police to share data, can you log that”: what stands before. */
const ORDER_BEHIND =
  /^(?!(?:please )?(?:can|could|would|will) (?:you|u|we)\b)(.{8,}?)[\s,;.–-]+(?:(?:can|could|would) (?:you|u) |please |pls |so |and )*(?:capture|log|record|minute|add|note|raise|put|write|stick) (?:that|it|this)\b/i;
const MODAL = String.raw`(?:to|will|would|should|must|needs? to|has to|have to|is to|are to)\b`;
/** “Sarah to ring …”, “someone to …”; of “write to health” nobody is told. */
const ANYBODY =
  /^(?!(?:write|speak|talk|go|listen|send|report|get|respond|reply|present|refer|agree|try|need|look|reach|feed|bring)\b)(?:\S+\s){1,3}?to\s+(.+)$/is;

/** “somebody must ring the icb” */
const SOMEBODY =
  /^(?:some(?:one|body)|any(?:one|body))\s+(?:must|should|ought to|will|has to|needs? to|is to)\s+(.+)$/is;
/** “…, owner me”, “…, mine” */
const SELF_BEHIND = /[\s,;–-]+(?:own(?:er|ed by)(?: is)?:?\s+)?(?:me|mine|myself)[\s,.]*$/i;
/** “please, me, by friday: ring the head”: what is to be done follows its owner and its day. */
const BEHIND_DUE = /^[\s,]*[:–-]\s+(.{4,})$/s;

/** “(add) one to the neglect group's workplan: …” */
const AFTER_PLAN =
  /^(?:(?:one|something|this|it)\s+)?(?:(?:to|on|onto|in|into)\s+)?(?:the\s+)?(?:\S+\s){1,5}?(?:work ?plan|plan|log|tracker|list)\s*[,:–-]\s*(.+)$/is;

/** “add action: scvo to send the plan by 30 june, linked to neglect” */
export function parseNewAction({ message, dates, typed, today }: FillContext): Args {
  const order = ORDER.exec(message.text)?.[0].split(' ').length ?? 0;
  const rest =
    ORDER_BEHIND.exec(typed)?.[1] ??
    typedFrom(message, typed, order).replace(/^(?:for|to|on)\s+/i, '');
  const deadline = dates.length > 0 ? undefined : findDeadline(typed, today);
  const date = findDueDate(dates, typed);
  const due =
    date?.typed ??
    deadline?.typed ??
    /\bnext (?:board|meeting)\b/i.exec(typed)?.[0] ??
    findHalfTerm(message);
  const behind = due && BEHIND_DUE.exec(rest.split(due).at(-1) ?? '')?.[1];
  const said = withoutLinks(
    due && !behind ? beforeDue(rest, due) : (behind ?? rest),
    message,
  ).replace(SELF_BEHIND, '');
  // “And the same for health” has the title of before.
  if (/^(?:and )?(?:the )?same\b/i.test(said)) return {};
  const title =
    AFTER_PLAN.exec(said)?.[1] ??
    afterOwner(said, message) ??
    /[-–:]\s+(.+)$/s.exec(said)?.[1] ??
    SOMEBODY.exec(said)?.[1] ??
    ANYBODY.exec(said)?.[1] ??
    said;
  return {
    title: title.trim() || undefined,
    due,
    ...(deadline ? { dueOn: deadline.day } : date && { dueOn: date.last }),
  };
}

/** The message as it was typed, from one of its words on. */
function typedFrom({ tokens }: AnnotatedMessage, typed: string, start: number): string {
  let offset = 0;
  for (const [at, token] of tokens.slice(0, start + 1).entries()) {
    if (at > 0 && token.typed === tokens[at - 1]?.typed) continue;
    const found = typed.indexOf(token.typed, offset);
    if (found < 0) return typed;
    offset = at < start ? found + token.typed.length : found;
  }
  return start < tokens.length ? typed.slice(offset) : '';
}

/** “Before half term” says when, though no record says which day that is. */
function findHalfTerm(message: AnnotatedMessage): string | undefined {
  const found = message.filterValues.find(({ value }) => value === 'half-term');
  return found && typedWords(message, found);
}

const beforeDue = (rest: string, due: string): string =>
  rest.replace(
    new RegExp(
      `[,\\s]*(?:due|by|before|until|till|back in|in|on|end of|for)?\\s*(?:the )?${RegExp.escape(due)}.*$`,
      'is',
    ),
    '',
  );

/** What follows whoever is to act: of “the police and health to share data”, “share data”. */
function afterOwner(said: string, message: AnnotatedMessage): string | undefined {
  const names = ['me', 'us', ...message.entities.map((entity) => typedWords(message, entity))];
  const name = `(?:the\\s+)?(?:${names.map((each) => RegExp.escape(each)).join('|')})`;
  const owners = `${name}(?:(?:,| and| &| n)\\s+${name})*`;
  return (
    new RegExp(`^${owners}\\s*[,:–-]+\\s*(?:${MODAL}\\s+)?(.+)$`, 'is').exec(said)?.[1] ??
    new RegExp(`(?:^|[^\\p{L}\\d])${owners}\\s+${MODAL}\\s+(.+)$`, 'isu').exec(said)?.[1] ??
    new RegExp(`\\b(?:can|could|would|will)\\s+${owners}\\s+(?:please\\s+)?(.+)$`, 'is').exec(
      said,
    )?.[1]
  );
}

const LINK =
  /(?:[,;]\s*(?:for|from|on|out of|against)|[,;]?\s*\b(?:(?:and )?(?:linked|tied|attached) to|link(?: it)? to|under|part of|priority|theme))\s+(?:the\s+)?$/i;

/** Without what the action belongs to: “…, linked to neglect”, “…, for rr 2020-04”. */
function withoutLinks(said: string, message: AnnotatedMessage): string {
  for (const span of [...message.reviewRefs, ...message.entities]) {
    const [, before = ''] =
      new RegExp(
        `^(.*?)${RegExp.escape(typedWords(message, span))}(?: priority| theme| review)?\\W*$`,
        'i',
      ).exec(said) ?? [];
    const link = LINK.exec(before);
    if (link) return before.slice(0, link.index);
  }
  return said;
}

/** Whether a name stands where an action says what it belongs to: “linked to neglect”, “under exploitation”. */
export const isLinked = (message: AnnotatedMessage, { start }: Span): boolean =>
  /\b(linked to|tied to|attached to|link to|link it to|under|part of|priority|theme|for|from|against|out of|on)( the)?$/.test(
    message.tokens
      .slice(Math.max(0, start - 4), start)
      .map(({ word }) => word)
      .join(' '),
  );
