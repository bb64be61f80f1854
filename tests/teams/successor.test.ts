import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const OLD = /from '(botbuilder[^']*|botframework[^']*|@microsoft\/teams-ai[^']*)'/;
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));

/** What a file takes from the packages that are no longer supported: `Activity`, `TurnContext` … */
function takenFrom(text: string): string[] {
  const imports = text.matchAll(
    /import (?:type )?\{([^}]*)\} from '(?:botbuilder|@microsoft\/teams-ai)'/g,
  );
  return [...imports].flatMap(([, names = '']) =>
    names.split(',').flatMap(
      (name) =>
        name
          .replace(/\btype\b/, '')
          .trim()
          .split(' as ')[0] || [],
    ),
  );
}

describe('the move to the successor of the SDKs', () => {
  test('costs one folder: no other imports them', () => {
    const importing = sources
      .filter(({ text }) => OLD.test(text))
      .map(({ name }) => name.split('/')[0]);
    expect([...new Set(importing)]).toEqual(['teams']);
  });

  test('has a counterpart written down for everything that the folder takes from them', () => {
    const plan = readFileSync('docs/decisions/0022-the-successor.md', 'utf8');
    const taken = new Set(sources.flatMap(({ text }) => takenFrom(text)));
    expect(taken).toContain('CloudAdapter');
    const missing = [...taken].filter((name) => !new RegExp(`\`[^\`]*\\b${name}`).test(plan));
    expect(missing).toEqual([]);
  });
});
