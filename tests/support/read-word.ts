import mammoth from 'mammoth';

/** A Word document as its readers see it: headings, paragraphs and the rows of its tables, in order. */
export async function readWord(file: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  const lines = value
    .replaceAll(/<h(\d)>/g, (_, level) => `\n${'#'.repeat(Number(level))} `)
    .replaceAll(/<\/(td|th)>/g, ' | ')
    .replaceAll(/<tr>/g, '\n| ')
    .replaceAll(/<\/(p|h\d|tr)>(?!<\/?t[dh])(?! \|)/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .split('\n');
  return lines.map((line) => line.trim()).filter(Boolean);
}
