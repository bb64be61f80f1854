import { chromium, type Page } from 'playwright-core';
import { renderCard as render } from '../../src/answers/render.ts';
import type { Card } from '../../src/contract/feature.ts';
import { hostConfig, type Theme } from './card-host-config.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
  '--lang=en-GB',
];

/** Teams shows a card of ordinary width no wider than about this. */
const ORDINARY = 540;

/** A page for cards, in a browser of its own: `page.context().browser()?.close()` ends both. */
export async function openPage(): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  return browser.newPage({ locale: 'en-GB' });
}

/** Shows a card as a message in Teams shows it, no wider than Teams would make it. */
export async function showCard(
  page: Page,
  of: Card,
  { theme, width }: { theme: Theme; width: number },
): Promise<void> {
  const card = render(of) as { msteams?: { width?: string } };
  const most = card.msteams?.width === 'Full' ? width : Math.min(width, ORDINARY);
  await page.setViewportSize({ width: most, height: 100 });
  await page.goto(new URL('card-page.html', import.meta.url).href);
  await page.evaluate(`showCard(${JSON.stringify({ card, config: hostConfig(theme), theme })})`);
}

/** The beginnings of texts that stick out of the card or are cut off in it. */
export function whatReachesBeyond(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('whatReachesBeyond()');
}
