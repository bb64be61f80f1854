import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample, sampleNames, variantNames } from '../answers/samples.ts';
import { type Heard, heardOn, mistakable, nameless, unreachable } from './card-heard.ts';
import { hostConfig } from './card-host-config.ts';
import { openPage, showCard, whatReachesBeyond } from './card-page.ts';
import { contrast, faint, outOfOrder, type Seen, seenOn, wordless } from './card-seen.ts';

/**
 * What docs/accessibility.md says of the cards, in Chromium: what a screen reader has of them, and what an eye has. The colours
 * are Teams' own as `card-host-config.ts` has them.
 */
const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Surface {
  readonly backgroundColor: string;
  readonly foregroundColors: Readonly<
    Record<string, { readonly default: string; readonly subtle: string }>
  >;
}

let page: Page;
beforeAll(async () => {
  page = await openPage();
});
afterAll(() => page.context().browser()?.close());

describe.each([...sampleNames, ...variantNames])('The card %s', (name) => {
  const heard: Heard[][] = [];
  const seen: Seen[][] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    await showCard(page, sample(name), { theme: 'light', width: 640 });
    await page.evaluate(AXE);
    for await (const _ of eachFormOpened()) {
      heard.push(await heardOn(page));
      seen.push(await seenOn(page));
      faults.push(...(await axeFaults()));
    }
    await showCard(page, sample(name), { theme: 'dark', width: 640 });
    for await (const _ of eachFormOpened()) seen.push(await seenOn(page));
  });

  test('breaks no rule of WCAG 2.2 A and AA that axe knows', () => expect(faults).toEqual([]));

  test('begins with a heading, unless it only offers buttons under an answer', () => {
    const headings = heard[0]?.filter(({ role }) => role === 'heading') ?? [];
    if (name === 'note') expect(headings).toEqual([]);
    else expect(headings[0]?.name).toMatch(/\S/);
  });

  test('has a name for every field and button', () => {
    expect(heard.flatMap(nameless)).toEqual([]);
  });

  test('has no two buttons that one cannot tell apart by ear', () => {
    expect(heard.flatMap(mistakable)).toEqual([]);
  });

  test('has no field or button that a keyboard cannot reach', () => {
    expect(heard.flatMap(unreachable)).toEqual([]);
  });

  test('says every word aloud that it shows', () => {
    const aloud = oneSpaced((heard[0] ?? []).map((each) => each.name).join(' '));
    expect(
      (seen[0] ?? []).map(({ text }) => oneSpaced(text)).filter((text) => !aloud.includes(text)),
    ).toEqual([]);
  });

  test('is read in the order in which it is seen', () =>
    expect(seen.flatMap(outOfOrder)).toEqual([]));

  test('can be read in light and dark', () => expect(seen.flatMap(faint)).toEqual([]));

  test('says in words what a colour says', () => {
    expect(seen.map(wordless)).toEqual(seen.map(() => 0));
  });

  test('fits a width of 320 pixels, which is 400% zoom', async () => {
    await showCard(page, sample(name), { theme: 'light', width: 320 });
    expect(await whatReachesBeyond(page)).toEqual([]);
  });
});

test.each(['light', 'dark'] as const)(
  'Any colour a card may use stands out from both backgrounds, %s',
  (theme) => {
    const { default: plain, emphasis } = (
      hostConfig(theme) as { containerStyles: Record<string, Surface> }
    ).containerStyles;
    for (const { backgroundColor, foregroundColors } of [plain, emphasis] as Surface[])
      for (const [name, { default: strong, subtle }] of Object.entries(foregroundColors)) {
        const wanted = name === 'default' ? 4.5 : 3;
        expect(contrast(strong, backgroundColor), name).toBeGreaterThanOrEqual(wanted);
        expect(contrast(subtle, backgroundColor), `${name}, subtle`).toBeGreaterThanOrEqual(wanted);
      }
  },
);

test('The measures find what they are for', () => {
  const at = {
    left: 0,
    top: 0,
    right: 10,
    bottom: 10,
    color: 'rgb(36, 36, 36)',
    behind: 'rgb(255, 255, 255)',
  };
  const text = { ...at, text: 'late', fontSize: '14px', fontWeight: '400' };
  const button = { role: 'button', name: 'Done…', more: '', takesFocus: false };
  expect(contrast('rgb(255, 255, 255)', 'rgb(0, 0, 0)')).toBeCloseTo(21);
  expect(faint([{ ...text, color: 'rgb(140, 140, 140)' }])).toHaveLength(1);
  expect(wordless([{ ...text, text: '● ' }])).toBe(1);
  expect(outOfOrder([{ ...text, top: 20, bottom: 30 }, text])).toHaveLength(1);
  expect(nameless([{ ...button, role: 'textbox', name: '' }])).toEqual(['textbox']);
  expect(unreachable([button])).toEqual(['Done…']);
  expect(mistakable([button, button])).toEqual(['Done…']);
  expect(mistakable([button, { ...button, more: 'Done… SA-018' }])).toEqual([]);
});

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The card as it comes, then with each of its forms opened in turn. */
async function* eachFormOpened(): AsyncGenerator<void> {
  yield;
  const openers = page.locator('[aria-expanded]');
  for (let at = 0; at < (await openers.count()); at++) {
    await openers.nth(at).dispatchEvent('click');
    yield;
  }
}

/** Contrast is measured above, dots included. The size of a radio button is the renderer's, in Teams Teams' own. */
async function axeFaults(): Promise<string[]> {
  const options = {
    runOnly: WCAG,
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  };
  const { violations } = await page.evaluate<{
    violations: { help: string; nodes: { html: string }[] }[];
  }>(`axe.run('#card', ${JSON.stringify(options)})`);
  return violations.flatMap(({ help, nodes }) =>
    nodes
      .filter(({ html }) => !html.includes('type="radio"'))
      .map(({ html }) => `${help}: ${html}`),
  );
}
