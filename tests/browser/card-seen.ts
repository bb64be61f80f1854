import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A text as it is painted: where, in which colour, on which. */
export interface Seen {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly color: string;
  readonly behind: string;
  readonly fontSize: string;
  readonly fontWeight: string;
}

const IN_PAGE = readFileSync(new URL('what-is-shown.js', import.meta.url), 'utf8');

/** The texts of a card in the order of the document, which is the order in which they are read aloud and reached by Tab. */
export async function seenOn(page: Page): Promise<Seen[]> {
  await page.evaluate(IN_PAGE);
  return page.evaluate<Seen[]>('textsShown()');
}

/** The dot that carries a colour is a graphic beside words that say the same (WCAG 2.2, 1.4.11); everything else is text. */
export const isDot = ({ text }: Pick<Seen, 'text'>): boolean => text.trim() === '●';

/** Texts that stand out too little: under 4.5 : 1, large ones and dots under 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
export function faint(seen: readonly Seen[]): string[] {
  return seen
    .map((each) => ({
      each,
      ratio: contrast(each.color, each.behind),
      wanted: isDot(each) || isLarge(each) ? 3 : 4.5,
    }))
    .filter(({ ratio, wanted }) => ratio < wanted)
    .map(
      ({ each, ratio }) =>
        `“${each.text.trim()}” ${each.color} on ${each.behind}: ${ratio.toFixed(2)}`,
    );
}

/** Dots with no words right after them on their line. */
export function wordless(seen: readonly Seen[]): number {
  return seen.filter((dot, at) => {
    const next = seen[at + 1];
    return (
      isDot(dot) &&
      !(next && /\p{L}/u.test(next.text) && next.right > dot.right && next.top < dot.bottom)
    );
  }).length;
}

/** Texts that are read after another one although they stand above it, or left of it on its line. */
export function outOfOrder(seen: readonly Seen[]): string[] {
  return seen.flatMap((each, at) => {
    const before = seen[at - 1];
    if (!before) return [];
    const isAbove = each.bottom <= before.top && each.left < before.right;
    const isLeft =
      each.right <= before.left && each.top < before.bottom && each.bottom > before.top;
    return isAbove || isLeft ? [`“${each.text.trim()}” after “${before.text.trim()}”`] : [];
  });
}

/** Large is from 24 px, bold from 18.66 px (14 pt). */
const isLarge = ({ fontSize, fontWeight }: Seen): boolean =>
  Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);

/**
 * How far two colours are apart, from 1 to 21 (WCAG 2.2, contrast ratio). Colours as `rgb(…)` or `#rrggbb`.
 * @example contrast('rgb(255, 255, 255)', 'rgb(0, 0, 0)') // 21
 */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = parts
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
