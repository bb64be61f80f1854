/** Marks that are spoken when a message is dictated, each with what it stands for. */
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
 * A dictated message with its marks: a telephone that writes them out as words, writes them for a
 * person who would have typed them.
 * @example withMarks('new action colon police to send the plan full stop') // 'new action: police to send the plan.'
 */
export const withMarks = (text: string): string =>
  SPOKEN.reduce((said, [words, mark]) => said.replace(words, mark), text);
