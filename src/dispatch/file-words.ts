const FORMAT = '(?:excel|spreadsheet|xlsx|workbook|(?<!\\bin\\s+an?\\s+)word|docx)';
const KIND = '(?:file|document|doc|sheet|spreadsheet|table|format|workbook|version|copy)';
const MAKER = '(?:(?:ms|microsoft)\\s+)?';

/** “as excel”, “to a spreadsheet”, “in word”, “as a document”. */
const AS_FILE = new RegExp(
  `\\s*,?\\s+(?:as|to|into|in)\\s+(?:an?\\s+)?(?:${MAKER}${FORMAT}(?:\\s+${KIND})?|(?<=as\\s+an?\\s+)document)(?=\\s*(?:$|[.,;!?]|please|pls|for\\b))`,
  'i',
);
/** “police actions xlsx”, “actions xlsx for the police”. */
const BARE = /\s+(?:xlsx|docx)\b(?=\s*(?:$|[.,;!?]|please|pls|for\b|of\b))/i;
/** “word version of the minutes”, “xlsx of attendance”, “an excel copy of it”. */
const OF = new RegExp(
  `(?:\\b(?:an?|the)\\s+)?\\b${MAKER}(?:${FORMAT}\\s+(?:version|copy|file)|excel|xlsx|docx)\\s+(?:of|with)\\s+`,
  'i',
);
const EXPORT = /^\s*(?:please\s+|can\s+you\s+|could\s+you\s+)*(?:export|download)\s+/i;
/** Minutes are sent as a document, to whoever asks: to others Convenor sends nothing. */
const SEND =
  /^\s*(?:(?:please|pls|can|could|would|you|i)\s+)*(?:send|email|e-mail|mail|forward)\s+(?:me\s+|us\s+|over\s+)?(?=(?:(?!\bto\b).)*\bminutes\b(?!.*\bto\b))/i;

/**
 * What is asked for as a file, in the words that ask for the same in the chat; `undefined` where no
 * file is spoken of.
 * @example withoutFileWords('export the overdue actions to a spreadsheet') // 'the overdue actions'
 */
export function withoutFileWords(text: string): string | undefined {
  const left = [AS_FILE, OF, BARE, EXPORT, SEND]
    .reduce((shorter, words) => shorter.replace(words, ''), text)
    .trim();
  return left && left !== text.trim() ? left : undefined;
}
