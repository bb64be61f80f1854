import { readdirSync, readFileSync } from 'node:fs';
import { toPlainText } from '../../src/answers/to-plain-text.ts';
import { toView } from '../../src/answers/to-view.ts';
import type { Card } from '../../src/contract/feature.ts';

const CARDS = new URL('../../cards/', import.meta.url);
const files = readdirSync(CARDS).filter((file) => file.endsWith('.json'));

export const templateNames = files
  .filter((file) => !file.endsWith('.sample.json'))
  .map((file) => file.replace('.json', ''));
const samples = files
  .filter((file) => file.endsWith('.sample.json'))
  .map((file) => file.replace('.sample.json', ''));
export const sampleNames = samples.filter((name) => !name.includes('@'));
/** Further samples of a card that is used in several ways: `answer@form` is the card `answer`. */
export const variantNames = samples.filter((name) => name.includes('@'));

/** The card that a sample shows, as a feature would return it. The samples of `answer` are answers. */
export function sample(name: string): Card<Record<string, unknown>> {
  const shown = JSON.parse(readFileSync(new URL(`${name}.sample.json`, CARDS), 'utf8'));
  const template = name.split('@')[0] ?? name;
  return template === 'answer'
    ? { name: template, view: { ...toView(shown) }, plain: toPlainText(shown) }
    : { name: template, ...shown };
}

/** The files of all templates and shared pieces, by name. */
export function sources(): ReadonlyMap<string, unknown> {
  const shared = readdirSync(new URL('shared/', CARDS)).map(
    (file) => `shared/${file.replace('.json', '')}`,
  );
  return new Map(
    [...templateNames, ...shared].map((name) => [
      name,
      JSON.parse(readFileSync(new URL(`${name}.json`, CARDS), 'utf8')),
    ]),
  );
}
