import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('{src,tests,scripts}/**/*.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

function namesThat(pattern: RegExp, under = ''): string[] {
  return files
    .filter(({ path }) => path.startsWith(under))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, name]) => `${path}: ${name}`));
}

test('bounds are named MAX_ and MIN_, usual values DEFAULT_', () => {
  const other = /^(?:export )?const ((?:MOST|LEAST|LONGEST|SHORTEST|LARGEST|USUAL)_\w+)/gm;
  expect(namesThat(other)).toEqual([]);
});

test('no export is named with a preposition or a participle alone', () => {
  const alone =
    /^export (?:async )?(?:const|function) (beside|behind|within|without|until|amid|apart|alike|of|by|for|in|on|at|(?!proceed\b)[a-z]+ed|given|said|told|chosen|written|taken|sent|done|held|kept|meant)\b/gm;
  expect(namesThat(alone, 'src/')).toEqual([]);
});

test('a button carries a declared press, never an id written out', () => {
  expect(namesThat(/\baction: '([a-z-]+\.[a-z-]+)'/g, 'src/')).toEqual([]);
});

test('elements of Adaptive Cards are known to cards/ and answers/ alone', () => {
  const element =
    /\b(AdaptiveCard|TextBlock|RichTextBlock|ActionSet|(?:Column|Fact)Set|(?:Action|Input)\.[A-Z]\w+)\b/g;
  expect(namesThat(element, 'src/').filter((found) => !found.startsWith('src/answers/'))).toEqual(
    [],
  );
});
