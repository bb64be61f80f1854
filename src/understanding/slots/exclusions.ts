import { type AnnotatedMessage, textOf } from '../entities/annotated-message.ts';
import { COLLECTIVE } from '../text/self-reference.ts';
import { isInside, type Span } from '../text/span.ts';

/** What leaves records and statuses out alike. */
const LEAVE_OUT =
  'except|excepting|excluding|exclude|bar|barring|minus|omitting|omit|ignoring|ignore|skipping|skip|dropping|leaving out|leave out|leaving aside|leave aside|taking out|take out|other than|apart from|aside from';
const EXCLUDES = new RegExp(
  `(?:^| )(?:not|${LEAVE_OUT}|instead of|rather than|besides|anything but|all but|everything but|everyone but|outside|(?:here|present|in|there|room|attending|down as here) but|nothing to do with|unrelated to|unconnected with)(?: for| from)?(?: (?:any|anything|those|ones|one|actions|the|a|in|of|at|on|by|with|for|from|to|about|owned|led|under|to do with|(?:belong|belongs|belonging|related|relating|linked|tied|down) to|concerning|involving))*$`,
);
/** “Without health” says of a meeting who was missing, “drop the police” changes something. */
const EXCLUDES_STATUS = new RegExp(
  `\\b(?:${LEAVE_OUT}|leave off|drop|hide|without)(?: (?:all|any|the|those|ones|that|which|are|is|already|whatever|anything))*$`,
);
/** “Did not the police …” asks what they have left undone. */
const ASKS_NOT = /(?:^| )(did|do|does|has|have|had) not( the)?$/;

/** “That the police do not own”: whose it is not, which says of no action that it lacks an owner. */
export const DISOWNS =
  /^(?:(?:do|does|did) )?not (?:actually |themselves |itself )?(?:own|hold|lead|look after)\b/;

/** “With the county, not the city”, “not with health”: what stands behind “not” is not meant. */
export function isContrast({ start, end }: Span, message: AnnotatedMessage): boolean {
  if (DISOWNS.test(textOf(message, { start: end, end: end + 5 }))) return true;
  const before = textOf(message, { start: Math.max(0, start - 7), end: start });
  if (EXCLUDES.test(before)) return !ASKS_NOT.test(before);
  // “except police and health”
  const joint = /(?:^| )(?:and|or|nor)(?: the| with)*$/.exec(before)?.[0].trim().split(' ').length;
  const previous =
    joint && [...message.entities, ...findSelves(message)].find(({ end }) => end === start - joint);
  return previous ? isContrast(previous, message) : false;
}

/** “Leave out the finished ones”: a status that is not meant. */
export const isLeftOut = ({ start }: Span, message: AnnotatedMessage): boolean =>
  EXCLUDES_STATUS.test(textOf(message, { start: Math.max(0, start - 5), end: start }));

const SELF = new RegExp(`^(?:ours|mine|us|me|(?:my|our) (?:own )?${COLLECTIVE}\\b)`);

/** Where the asker speaks of their own: “ours”, “my agency”. */
const findSelves = (message: AnnotatedMessage): Span[] =>
  [...message.tokens.keys()].flatMap((start) => {
    const own = SELF.exec(textOf(message, { start, end: start + 3 }))?.[0];
    return own ? [{ start, end: start + own.split(' ').length }] : [];
  });

export const findExcludedSelves = (message: AnnotatedMessage): Span[] =>
  findSelves(message).filter((self) => isContrast(self, message));

/** “Not ours” asks for nobody's own: the message with other words in that place. */
export function withoutExcludedSelves(message: AnnotatedMessage): AnnotatedMessage {
  const selves = findExcludedSelves(message);
  if (selves.length === 0) return message;
  const tokens = message.tokens.map((token, at) =>
    isInside(at, selves) ? { ...token, word: 'theirs' } : token,
  );
  return { ...message, tokens, text: tokens.map(({ word }) => word).join(' ') };
}

/** “excluding the police”, with the words that exclude. */
export function withLead({ start, end }: Span, message: AnnotatedMessage): Span {
  const before = textOf(message, { start: Math.max(0, start - 7), end: start });
  const lead = EXCLUDES.exec(before)?.[0].trim().split(' ').length ?? 0;
  return { start: start - lead, end };
}
