/**
 * Text that comes through a `TextBlock`, where Teams reads markdown, as the text it is. Only headings are `TextBlock`s;
 * everything else on a card is a `TextRun`, where no client reads any.
 * @example asHeading('Early *help*') // 'Early \\*help\\*'
 */
export function asHeading(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/^(\s*)([#>+-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)] )/, '$1\\$2');
}
