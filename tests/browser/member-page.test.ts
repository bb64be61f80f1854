import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asHtml } from '../docs/markdown.ts';
import { openPage } from './card-page.ts';

/** As a browser prints what GitHub shows, more or less. */
const STYLE = `<meta charset="utf-8"><style>
  body { font: 9.5pt/1.35 Arial, "Liberation Sans", sans-serif; }
  table { border-collapse: collapse; font-size: inherit; } td, th { border: 1px solid #ccc; padding: 3px 8px; vertical-align: top; }
</style>`;

test('The page for members is one sheet of A4', async () => {
  const file = new URL('../../docs/member.printed.html', import.meta.url);
  const page = await openPage();
  try {
    // Beside the page itself, so that its pictures are found.
    writeFileSync(file, STYLE + asHtml('docs/member.md'));
    await page.goto(file.href);
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' },
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  } finally {
    rmSync(file, { force: true });
    await page.context().browser()?.close();
  }
});
