const AS_FILE =
  /\s*,?\s+(?:as|to|into|in)\s+(?:an?\s+)?(?:(?:ms|microsoft)\s+)?(?:excel|spreadsheet|xlsx|workbook|(?<!\bin\s+(?:an?\s+)?)word|docx)(?:\s+(?:file|document|doc|sheet|spreadsheet|table|format|workbook))?(?=\s*(?:$|[.,;!?]|please))/i;
const EXPORT = /^\s*(?:please\s+|can\s+you\s+|could\s+you\s+)*(?:export|download)\s+/i;

/**
 * What is asked for as a file, in the words that ask for the same in the chat; `undefined` where no
 * file is spoken of.
 * @example withoutFileWords('export the overdue actions to a spreadsheet') // 'the overdue actions'
 */
export function withoutFileWords(text: string): string | undefined {
  const left = text.replace(AS_FILE, '').replace(EXPORT, '').trim();
  return left && left !== text.trim() ? left : undefined;
}
