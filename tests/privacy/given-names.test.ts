import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GIVEN_NAMES_FILE, listGivenNames } from '../../scripts/given-names.ts';
import { isGivenName, isOrdinaryWord } from '../../src/privacy/names/given-names.ts';

it('the names are those of the library: npm run docs -- names', () => {
  expect(JSON.parse(readFileSync(GIVEN_NAMES_FILE, 'utf8'))).toBe(listGivenNames());
});

it('names of many languages are known, and words that are names too', () => {
  for (const name of 'kayden zuzanna oisin ngozi abdirahman jaspreet ellie-mae'.split(' '))
    expect([name, isGivenName(name), isOrdinaryWord(name)]).toEqual([name, true, false]);
  for (const word of 'grace hope mark'.split(' '))
    expect([word, isGivenName(word), isOrdinaryWord(word)]).toEqual([word, true, true]);
  for (const word of 'agenda the long'.split(' ')) expect(isGivenName(word)).toBe(false);
});
