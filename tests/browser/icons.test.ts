import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What Teams asks of icons (Microsoft's guide to app packages): the symbol of the colour icon has 96 pixels of its 192. */
const SIZE = 192;
const PADDING = 48;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(() => browser.close());

/** Red, green, blue and opacity of every pixel, row by row. */
async function readPixels(name: string): Promise<number[][]> {
  const source = `data:image/png;base64,${readFileSync(`manifest/icons/${name}.png`).toString('base64')}`;
  const page = await browser.newPage();
  const data = await page.evaluate<number[]>(`(async () => {
    const image = await createImageBitmap(await (await fetch('${source}')).blob());
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    drawing.drawImage(image, 0, 0);
    return [...drawing.getImageData(0, 0, image.width, image.height).data];
  })()`);
  await page.close();
  return Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 4));
}

describe('the icons of the Teams app', () => {
  it('outline: white on nothing, to its edges', async () => {
    const pixels = await readPixels('outline');
    const drawn = pixels
      .map((pixel, at) => ({ pixel, x: at % 32, y: Math.floor(at / 32) }))
      .filter(({ pixel }) => pixel[3]);
    for (const { pixel } of drawn)
      expect(Math.min(...pixel.slice(0, 3))).toBeGreaterThanOrEqual(250);
    expect(pixels.length - drawn.length).toBeGreaterThan(300);
    expect([Math.min(...drawn.map(({ x }) => x)), Math.max(...drawn.map(({ x }) => x))]).toEqual([
      0, 31,
    ]);
    expect([Math.min(...drawn.map(({ y }) => y)), Math.max(...drawn.map(({ y }) => y))]).toEqual([
      0, 31,
    ]);
  });

  it('colour: a solid square of the accent colour with its symbol where no crop reaches', async () => {
    const pixels = await readPixels('color');
    const { accentColor } = JSON.parse(readFileSync('manifest/manifest.json', 'utf8'));
    const accent = [1, 3, 5].map((at) => Number.parseInt(accentColor.slice(at, at + 2), 16));
    const isWithin = (at: number) => at >= PADDING && at < SIZE - PADDING;
    const around = pixels.filter(
      (_, at) => !isWithin(at % SIZE) || !isWithin(Math.floor(at / SIZE)),
    );
    for (const pixel of around)
      if (pixel.join() !== [...accent, 255].join()) throw new Error(`${pixel} in the margin`);
    expect(new Set(pixels.map(([, , , opacity]) => opacity))).toEqual(new Set([255]));
  });
});
