import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { render } from '../../src/cards/render.ts';
import { hostConfig } from './card-host-config.ts';

/**
 * Draws every card with its sample in Chromium, light, dark and as wide as a phone, into `docs/cards/`, and fails when
 * anything on a card reaches beyond its edge. Charts are shown by their tables; `adaptivecards` draws none.
 */
const CARDS = new URL('../../cards/', import.meta.url);
const PICTURES = new URL('../../docs/cards/', import.meta.url);
const LOOKS = [
  { look: 'light', theme: 'light', width: 640 },
  { look: 'dark', theme: 'dark', width: 640 },
  { look: 'phone', theme: 'light', width: 360 },
] as const;

/** Teams shows a card of ordinary width no wider than about this. */
const ORDINARY = 540;

const wanted = process.argv.slice(2);
const names = readdirSync(CARDS)
  .filter((file) => file.endsWith('.sample.json'))
  .map((file) => file.replace('.sample.json', ''))
  .filter((name) => wanted.length === 0 || wanted.some((each) => name.split('@')[0] === each));

mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    '--lang=en-GB',
  ],
});
const faults: string[] = [];
try {
  for (const name of names) for (const look of LOOKS) faults.push(...(await draw(browser, name, look)));
} finally {
  await browser.close();
}
for (const fault of faults) console.error(fault);
console.log(`${names.length} cards drawn, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function draw(browser: Browser, name: string, { look, theme, width }: (typeof LOOKS)[number]): Promise<string[]> {
  const sample = JSON.parse(readFileSync(new URL(`${name}.sample.json`, CARDS), 'utf8'));
  const card = render({ name: name.split('@')[0], ...sample }) as { msteams?: { width?: string } };
  const most = card.msteams?.width === 'Full' ? width : Math.min(width, ORDINARY);
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: most, height: 100 } });
  await page.goto(new URL('card-page.html', import.meta.url).href);
  await page.evaluate(`showCard(${JSON.stringify({ card, config: hostConfig(theme), theme })})`);
  const beyond = await page.evaluate<string[]>('whatReachesBeyond()');
  await page.screenshot({ path: new URL(`${name}-${look}.png`, PICTURES).pathname, fullPage: true });
  await page.close();
  return beyond.map((what) => `${name}, ${look}: “${what}” reaches beyond the edge`);
}
