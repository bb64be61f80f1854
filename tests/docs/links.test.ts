import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorsOn, pages, targetsOn } from './markdown.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(pages)('%s', (page) => {
  const inside = targetsOn(page).filter((target) => !/^[a-z]+:/.test(target));

  test('points only to what is there', () => {
    expect(inside.filter((target) => !existsSync(resolveLink(page, target)))).toEqual([]);
  });

  test('points only to headings that are there', () => {
    const toHeadings = inside.filter((target) => /\.md#|^#/.test(target));
    expect(
      toHeadings.filter(
        (target) => !anchorsOn(resolveLink(page, target)).includes(target.split('#')[1] ?? ''),
      ),
    ).toEqual([]);
  });

  test('points to nothing on the machine of whoever wrote it', () => {
    expect(
      inside.filter(
        (target) =>
          target.startsWith('/') || relative('.', resolveLink(page, target)).startsWith('..'),
      ),
    ).toEqual([]);
  });

  test('names only scripts that package.json has', () => {
    const named = [...readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(
      ([, script = '']) => script,
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

function resolveLink(page: string, target: string): string {
  const [path = ''] = decodeURIComponent(target).split('#');
  return path === '' ? page : join(dirname(page), path);
}
