import { Template } from 'adaptivecards-templating';
import type { Card } from '../contract/feature.ts';
import { fitted } from './fitted.ts';
import { readTemplate } from './read-template.ts';

const templates = new Map<string, Template>();

/**
 * The Adaptive Card 1.5 that a card means: `cards/<name>.json` expanded with its view. The words of the view are only
 * ever text, neither expression nor markdown, and the result keeps within 25 KB.
 * @throws when there is no such template, or when the view has more in it than a card can hold
 */
export function render({ name, view, plain }: Card): object {
  return fitted(templateOf(name).expand({ $root: view }), plain);
}

function templateOf(name: string): Template {
  const known = templates.get(name);
  if (known) return known;
  const template = new Template(readTemplate(name));
  templates.set(name, template);
  return template;
}
