/** Punctuation marks as they are spoken, each with the mark itself. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^\s*new (?:paragraph|line)\b[.,:]?\s*/i, ''],
  [/[.,]?\s+new (?:paragraph|line)\b[.,:]?\s*/gi, '. '],
  [/\s+full stop\b[.]?/gi, '.'],
  [/\s+question mark\b[?]?/gi, '?'],
  // Not “the colon”.
  [/(?<!\b(?:the|a|of|his|her))\s+colon(?=\s)/gi, ':'],
  [/(?<!\b(?:the|a|by|each))\s+comma(?=\s)/gi, ','],
];

/**
 * A dictated message with punctuation marks where the phone wrote out their names.
 * @example withMarks('new action colon police to send the plan full stop') // 'new action: police to send the plan.'
 */
export const withMarks = (text: string): string =>
  SPOKEN.reduce((marked, [words, mark]) => marked.replace(words, mark), text);
