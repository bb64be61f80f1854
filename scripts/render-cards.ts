import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { sample, sampleNames, variantNames } from '../tests/answers/samples.ts';
import { openPage, showCard, whatReachesBeyond } from '../tests/browser/card-page.ts';

/**
 * Draws every card with its sample in Chromium, light, dark and as wide as a phone, into
 * `dist/cards/`, and fails when anything on a card reaches beyond its edge. Charts are shown by
 * their tables; `adaptivecards` draws none.
 */
const PICTURES = new URL('../dist/cards/', import.meta.url);
const LOOKS = [
  { look: 'light', theme: 'light', width: 640 },
  { look: 'dark', theme: 'dark', width: 640 },
  { look: 'phone', theme: 'light', width: 360 },
] as const;

const wanted = process.argv.slice(2);
const names = [...sampleNames, ...variantNames].filter(
  (name) => wanted.length === 0 || wanted.some((each) => name.split('@')[0] === each),
);

mkdirSync(PICTURES, { recursive: true });
const page = await openPage();
const faults: string[] = [];
try {
  for (const name of names)
    for (const look of LOOKS) faults.push(...(await draw(page, name, look)));
} finally {
  await page.context().browser()?.close();
}
for (const fault of faults) console.error(fault);
console.log(`${names.length} cards drawn, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function draw(
  page: Page,
  name: string,
  { look, theme, width }: (typeof LOOKS)[number],
): Promise<string[]> {
  await showCard(page, sample(name), { theme, width });
  const beyond = await whatReachesBeyond(page);
  await page.screenshot({
    path: new URL(`${name}-${look}.png`, PICTURES).pathname,
    fullPage: true,
  });
  return beyond.map((what) => `${name}, ${look}: “${what}” reaches beyond the edge`);
}
