import { type AnnotatedMessage, textOf, typedWords } from '../entities/annotated-message.ts';
import { isInside, type Span } from '../text/span.ts';
import { STOP_WORDS } from '../text/word-sets.ts';

/** Words of a message that a list is narrowed by, as they were typed. */
export interface WordsMention extends Span {
  readonly value: string;
}

/** Words behind which stands what something is about. */
const LEAD =
  /^(about|on|regarding|re|concerning|around|involving|covering|(that |which )?mention(s|ing)?|to do with|relat(ed|ing) to|in relation to|with regard to|on the subject of|with the words?|for the)\b/;
const ARTICLE = /^(the|a|an|any|our|all|this|that|word|words)$/;
/** Small words inside a topic: “voice of the child”. */
const JOINT = /^(of|the|and|for|n|to|in)$/;
/** “on the list”, “on track”, “for the report”: what these stand before is not what it is about. */
const NO_TOPIC =
  /^(latest|newest|last|next|previous|recent|lists?|logs?|trackers?|plans?|books?|register|agenda|cards?|records?|hook|plate|slate|table|blocks|tray|boil|hob|ice|burner|grass|shelf|nod|horizon|mat|radar|file|screen|chart|reports?|papers?|pack|briefing|side|behalf|hold|track|course|average|top|time|target|board|meetings?|chair|minutes|team|rest|whole|partnership|bus|train|motorway|phone|call|leave|ones?|actions?|tasks?|jobs?|most|go|way|spot|slide|slides|year|quarter|go-ahead|cover|figures?|numbers?|totals?|counts?|status|position|answer|impact|evidence|proof|difference|outcomes?|effect|moment|lot|work|us|everyone|everybody|anyone|each|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const MAX_WORDS = 5;

/** “any actions on the dashboard”: what a list is about, in words that name nothing themselves. */
export function findTopic(
  message: AnnotatedMessage,
  otherSpans: readonly Span[],
): WordsMention | undefined {
  const { tokens, entities, filterValues, years, actionRefs, reviewRefs } = message;
  const named = [...entities, ...filterValues, ...years, ...actionRefs, ...reviewRefs];
  const isOther = (at: number) => isInside(at, [...named, ...otherSpans]);
  for (const at of tokens.keys()) {
    const lead = LEAD.exec(textOf(message, { start: at, end: at + 4 }))?.[0];
    if (!lead) continue;
    let start = at + lead.split(' ').length;
    while (ARTICLE.test(tokens[start]?.word ?? '')) start += 1;
    let end = start;
    for (let next = start; next < start + MAX_WORDS && tokens[next]; next += 1) {
      const word = tokens[next]?.word ?? '';
      if (isOther(next) || !/[\p{L}\d]/u.test(word)) break;
      if (!STOP_WORDS.has(word)) end = next + 1;
      else if (!JOINT.test(word) || next === start) break;
    }
    const last = tokens[end - 1]?.word ?? '';
    if (end === start || NO_TOPIC.test(last) || NO_TOPIC.test(tokens[start]?.word ?? '')) continue;
    // “For the Acorn Trust”: the name of another trust.
    if (entities.some((each) => each.start === end && each.senses[0].kind === 'agency')) continue;
    return { start: at, end, value: wordsInSmallLetters(message, { start, end }) };
  }
  return undefined;
}

/** Words as they were typed, in small letters. */
export const wordsInSmallLetters = (message: AnnotatedMessage, span: Span): string =>
  typedWords(message, span).toLowerCase();
