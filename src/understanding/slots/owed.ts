import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { type Span, toSpan } from '../text/span.ts';

const STEP =
  /^(done|do|finished?|completed?|closed?|sorted|delivered?|started|wrapped|signed|in|submitted|sent|ready|reviewed|looked|revisited|revisit|rescored|checked)$/;
const OUGHT = /^(should|ought|must)$/;
const MEANT = /^(meant|supposed|expected|promised)$/;
/** So far behind the obligation stands what was to be done. */
const MAX_BETWEEN = 8;

/** What somebody was to do: “should have been done”, “was meant to be finished”. */
export interface Owed extends Span {
  /** It ought to be done by now, whatever day is named. */
  readonly isPast: boolean;
  /** “Meant to”: what became of it is left open. */
  readonly isMeant: boolean;
}

/**
 * “Anything the council should have finished already”, “what ought to be done by now”: it was to be
 * done, which says that it is not.
 */
export function findOwed({ tokens, text }: AnnotatedMessage): Owed | undefined {
  const words = tokens.map(({ word }) => word);
  const start = words.findIndex((word) => OUGHT.test(word) || MEANT.test(word));
  const lead = words[start] ?? '';
  if (start < 0 || (MEANT.test(lead) && words[start + 1] !== 'to')) return undefined;
  const rest = words.slice(start + 1, start + 1 + MAX_BETWEEN);
  const step = rest.findIndex((word) => STEP.test(word));
  const have = rest.indexOf('have');
  // “what has not been done that should have been”, “what is not finished that ought to be”
  const left = step < 0 ? ELLIPTIC.exec(rest.join(' '))?.[0] : undefined;
  if (step < 0 && !left) return undefined;
  const wasMeant = words
    .slice(Math.max(0, start - 4), start)
    .some((word) => /^(was|were)$/.test(word));
  const isPast =
    have >= 0 || left !== undefined || (MEANT.test(lead) && wasMeant) || LONG_AGO.test(text);
  const end = start + 1 + (left ? left.split(' ').length : step + 1);
  return { start, end, isPast, isMeant: MEANT.test(lead) };
}

const ELLIPTIC = /^(to )?(have been|be)$/;
const LONG_AGO = /\b(by now|already|ages ago|long ago|a while ago|long since)\b/;

/** “… and has not”, “but still is not”, “and never was”: a negation that leaves its verb out. */
const UNDONE =
  /\b(?:(?:has|have|had|is|are|was|were|did) (?:still |yet |just |simply |clearly )*not|not|never (?:is|was|were|has|have|did|happened|came))(?: (?:been|happened|yet|is|was|have|has|so far|still|though|one of them))*(?=$| [?;,:])/;

/** The words by which a message says of what was to be done that it has not been. */
export function findUndone({ text }: Pick<AnnotatedMessage, 'text'>): Span | undefined {
  const found = UNDONE.exec(text);
  return found ? toSpan(text, found) : undefined;
}
