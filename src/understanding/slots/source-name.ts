import type { AnnotatedMessage, FilterValue } from '../entities/annotated-message.ts';
import { isInside, type Span } from '../text/span.ts';
import { MONTHS, STOP_WORDS } from '../text/word-sets.ts';
import { type WordsMention, wordsInSmallLetters } from './topic.ts';

/** “the last inspection”, “recent audits”: words that name none of them. */
const NO_NAME =
  /^(last|latest|recent|previous|next|every|open|new|old|original|main|big|full|joint|local|annual|yearly|national|independent|practice|multi|agency|actions?|recommendations?|findings?|tasks?|jobs?|ones?|what|which|overdue|late|outstanding|any|from|out|case|file|deep|safeguarding)$/;
const YEAR = /^(20)?\d\d([-/](20)?\d\d)?$/;
/** Documents that can be called after a year behind them: “annual report 2024-25”. */
const DATED_DOCUMENT = /^(annual report|business plan|national panel|scrutineer|council report)$/;
const MAX_WORDS = 4;

/**
 * The words that tell one source of actions from others of its kind: “2019” in “the 2019
 * inspection”, “neglect” in “the neglect audit”, “heron” in “the Heron review”.
 */
export function findSourceName(
  message: AnnotatedMessage,
  source: FilterValue | undefined,
): WordsMention | undefined {
  if (!source) return findPlainSource(message);
  const of = findBody(message, source);
  if (of) return of;
  const before = namedBefore(message, source);
  const after = documentAfter(message, source) ?? datedAfter(message, source);
  if (before && after)
    return { start: before.start, end: after.end, value: `${before.value} ${after.value}` };
  return before ?? after;
}

/** “Ofsted 2015”, “the 2018 Ofsted inspection”: who inspected, and when, which tell one inspection from others. */
function findBody(message: AnnotatedMessage, source: FilterValue): WordsMention | undefined {
  const { tokens } = message;
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const at = tokens.findIndex(
    ({ word }, place) => place >= source.start && place < source.end && BODY.test(word),
  );
  if (at < 0) return undefined;
  const isYear = (place: number) => /^(19|20)\d\d$/.test(wordAt(place));
  const behind = /^(inspection|visit|review)$/.test(wordAt(at + 1)) ? at + 2 : at + 1;
  const linked = /^(of|in|from)$/.test(wordAt(behind)) ? behind + 1 : behind;
  if (isYear(linked)) return toMention(message, { start: at, end: linked + 1 });
  return isYear(at - 1) ? toMention(message, { start: at - 1, end: at + 1 }) : undefined;
}
const BODY = /^(ofsted|cqc|hmicfrs|hmip)$/;

const toMention = (message: AnnotatedMessage, span: Span): WordsMention => ({
  ...span,
  value: wordsInSmallLetters(message, span),
});

function namedBefore(message: AnnotatedMessage, source: FilterValue): WordsMention | undefined {
  const { tokens, entities, filterValues, stems } = message;
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const isNoName = (at: number) =>
    isInside(
      at,
      filterValues.filter((each) => each !== source),
    ) ||
    !/[\p{L}\d]/u.test(wordAt(at)) ||
    STOP_WORDS.has(wordAt(at)) ||
    NO_NAME.test(stems[at] ?? '') ||
    NO_NAME.test(wordAt(at));
  let start = source.start;
  while (start > 0 && source.start - start < MAX_WORDS) {
    const entity = entities.find((each) => each.end === start && each.start < source.start);
    if (entity) {
      // “the neglect audit” is one audit, “the qppa briefing” one briefing.
      const lead = wordAt(entity.start - 1) === 'the' ? wordAt(entity.start - 2) : '';
      const isOne =
        /^(from|of|by|after|following|in)$/.test(lead) ||
        (wordAt(entity.start - 1) === 'the' && tokens[source.end] === undefined);
      const { kind } = entity.senses[0];
      if (!isOne || kind === 'agency' || kind === 'person') break;
      start = entity.start;
    } else if (isNoName(start - 1)) break;
    else start -= 1;
  }
  return start < source.start
    ? {
        start,
        end: source.start,
        value: wordsInSmallLetters(message, { start, end: source.start }),
      }
    : undefined;
}

/** “the scrutineer's yearly letter 2025” */
function documentAfter(
  message: AnnotatedMessage,
  { end: from }: FilterValue,
): WordsMention | undefined {
  const { tokens } = message;
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  for (let end = from + 1; end <= from + 3; end += 1) {
    if (STOP_WORDS.has(wordAt(end - 1)) || !/[\p{L}\d]/u.test(wordAt(end - 1))) return undefined;
    if (!/^(letter|notes|reflection|programme|briefing|survey|challenge)$/.test(wordAt(end - 1)))
      continue;
    const dated = YEAR.test(wordAt(end)) ? end + 1 : end;
    const span = { start: from, end: dated };
    return { ...span, value: wordsInSmallLetters(message, span) };
  }
  return undefined;
}

/** “the inspection of 2019”, “the jtai in february 2025”, “business plan 2024-26” */
function datedAfter(message: AnnotatedMessage, source: FilterValue): WordsMention | undefined {
  const { tokens } = message;
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const isLinked = /^(of|in|from)$/.test(wordAt(source.end));
  const start = isLinked ? source.end + 1 : source.end;
  let end = start;
  while (YEAR.test(wordAt(end)) || MONTHS.has(wordAt(end))) end += 1;
  const isYear = YEAR.test(wordAt(end - 1));
  return end > start && isYear && (isLinked || DATED_DOCUMENT.test(source.value))
    ? { start: source.end, end, value: wordsInSmallLetters(message, { start, end }) }
    : undefined;
}

const OUT_OF =
  /^(from|out of|arising from|arose from|stem from|stemming from|came from|set by|following)\b/;

/** “from the yearly letter”, “out of the development day”: a source of no kind we know. */
function findPlainSource(message: AnnotatedMessage): WordsMention | undefined {
  const { tokens, entities, filterValues, years, actionRefs, reviewRefs } = message;
  const named = [...entities, ...filterValues, ...years, ...actionRefs, ...reviewRefs];
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  for (const at of tokens.keys()) {
    const words = [wordAt(at), wordAt(at + 1)].join(' ');
    const lead = OUT_OF.exec(words)?.[0];
    if (!lead) continue;
    let start = at + lead.split(' ').length;
    const isThe = /^(the|our|that)$/.test(wordAt(start));
    if (!isThe) continue;
    start += 1;
    let end = start;
    while (end < start + MAX_WORDS && isName(message, end, named)) end += 1;
    if (end > start && DOCUMENT.test(wordAt(end - 1)))
      return { start: at, end, value: wordsInSmallLetters(message, { start, end }) };
  }
  return undefined;
}

/** What a source is that goes by no name of its kind. */
const DOCUMENT =
  /^(letter|letters|notes|plan|programme|group|day|event|conference|workshop|challenge|reflection|reflections|alerts|work|response|findings|exercise|visit|priorities|seminar|briefing|survey)$/;

const isName = ({ tokens }: AnnotatedMessage, at: number, named: readonly Span[]): boolean => {
  const word = tokens[at]?.word ?? '';
  return /[\p{L}\d]/u.test(word) && !STOP_WORDS.has(word) && !isInside(at, named);
};
