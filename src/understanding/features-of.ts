import type { Units } from './units.ts';

/** The features of a message, by which the classifier tells what it asks: words, neighbours, concepts and pairs of concepts. */
export function featuresOf(units: Units): string[] {
  const { words } = units;
  const features = new Set<string>();
  for (const [at, word] of words.entries()) {
    features.add(`w:${word}`);
    features.add(`b:${words[at - 1] ?? '^'} ${word}`);
  }
  features.add(`b:${words.at(-1) ?? '^'} $`);
  for (const feature of conceptFeatures(units)) features.add(feature);
  return [...features];
}

/** The first word tells a question from an order and a statement. */
const OPENING =
  /^(is|has|have|did|do|doe|are|was|were|who|what|when|wher|which|how|can|\{ref\}|\{title\}|\{review\})$/;
const MOST_CONCEPTS = 14;

/** Those that do not depend on the words themselves. */
export function conceptFeatures({ concepts, words }: Units): string[] {
  const some = concepts.slice(0, MOST_CONCEPTS).sort();
  const opening = OPENING.test(words[0] ?? '') ? (words[0] ?? '') : 'other';
  const features = [`f:${opening}`, `n:${Math.min(some.length, 4)}`];
  for (const [at, one] of some.entries()) {
    features.push(`c:${one}`, `f:${opening}+${one}`);
    for (let other = at + 1; other < some.length; other += 1)
      features.push(`p:${one}+${some[other]}`);
  }
  return features;
}
