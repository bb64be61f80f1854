import { describe, expect, it } from 'vitest';
import { messages } from '../../src/features/index.ts';
import notOurs from '../../src/understanding/classifier/not-ours.json' with { type: 'json' };
import { toWords } from '../../src/understanding/text/tokenise.ts';

/** Every message with its heading; what differs in capitals and marks alone is read alike. */
const taught = [...messages, notOurs].flatMap((each) =>
  Object.entries(each).flatMap(([heading, said]) =>
    said.map((text) => ({ heading, words: wordsRead(text) })),
  ),
);

function wordsRead(text: string): string {
  const words = text
    .replace(/\{(\w+)\}/g, ' slot$1 ')
    .split(/\s+/)
    .flatMap(toWords);
  return words
    .join(' ')
    .replace(/[^\p{L}\d ]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

describe('the messages from which asking is learned', () => {
  it('stand under one heading, once', () => {
    const headings = new Map<string, string>();
    const again = taught.flatMap(({ heading, words }) => {
      const known = headings.get(words);
      headings.set(words, known ?? heading);
      return known === undefined ? [] : [`“${words}”: ${known} and ${heading}`];
    });
    expect(again).toEqual([]);
  });
});
