/** An invisible character that keeps two others from being read together. */
const JOINER = '\u2060';

/**
 * Text for a `TextRun` that shows as it is. No client reads markdown there, yet all replace `{{DATE(…)}}`.
 * @example inRun('{{DATE(2021-03-15T09:00:00Z)}}') // the same to the eye, with a joiner between the braces
 */
export function escapeRunText(text: string): string {
  return text.replaceAll('{{', `{${JOINER}{`);
}

/**
 * Text for a `TextBlock` that shows as it is. Teams reads markdown and mentions there; phones differ in how they read
 * escapes, and so only headings are `TextBlock`s, because a `TextRun` cannot be one.
 * @example inHeading('Early *help*') // 'Early \\*help\\*'
 */
export function escapeHeadingText(text: string): string {
  return escapeRunText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/<(?=\/?[a-z])|&(?=#?\w+;)/gi, `$&${JOINER}`)
    .replace(/^[#>+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
