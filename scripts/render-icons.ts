import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Draws the icons of the Teams app from their SVG sources, each in its own size: `npm run docs --
 * icons`.
 */
const ICONS = new URL('../manifest/icons/', import.meta.url);
const SIZES = { color: 192, outline: 32 } as const;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--force-color-profile=srgb'],
});
try {
  for (const [name, size] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(new URL(`${name}.svg`, ICONS), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: new URL(`${name}.png`, ICONS).pathname, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
