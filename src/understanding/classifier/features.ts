import type { AnnotatedMessage, Entity } from '../entities/annotated-message.ts';
import { isEnglish } from '../text/english.ts';
import { refersToSelf } from '../text/self-reference.ts';
import { isInside, overlapsAny, type Span } from '../text/span.ts';
import { MONTHS, parseCount, STOP_WORDS, WEEKDAYS } from '../text/word-sets.ts';

/** A message as the classifier sees it: stems of words, kinds of names and dates, and concepts. */
export interface ModelInput {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  /** The message consists of concepts: no other word says anything. */
  readonly isConceptsOnly: boolean;
}

/**
 * The input for a message; `title` is where an action's title stands. In a message with words of a
 * case, a word that is neither English nor among the `knownStems` is a `{name}`.
 */
export function toModelInput(
  message: AnnotatedMessage,
  title?: Span,
  knownStems?: ReadonlySet<string>,
): ModelInput {
  const { tokens, stems, concepts, filterValues, fillers } = message;
  if (tokens.every(({ word }) => word === '?'))
    return { words: ['?'], concepts: [], isConceptsOnly: false };
  const masks = maskedSpans(message, title);
  const isAboutCase = concepts.some(({ name }) => name === 'case');
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mask = masks.find(({ start }) => start === at);
    if (mask) words.push(mask.label);
    else if (!isInside(at, fillers))
      words.push(
        toWordUnit(tokens[at]?.word ?? '', stems[at] ?? '', isAboutCase ? knownStems : undefined),
      );
    at = mask?.end ?? at + 1;
  }
  const isFree = (span: Span) => !title || !overlapsAny(span, [title]);
  const carried = [...concepts, ...filterValues, ...fillers, ...masks];
  return {
    words: foldDates(words.filter(Boolean)),
    concepts: [
      ...new Set([
        ...concepts.filter(isFree).map(({ name }) => name),
        ...filterValues
          .filter(isFree)
          .flatMap(({ filter, value }) => [filter, `${filter}:${value}`]),
        ...words.filter((word) => word.startsWith('{')),
        ...(refersToSelf(message.text) ? ['own'] : []),
      ]),
    ],
    isConceptsOnly: tokens.every(
      ({ word }, at) => word.startsWith('{') || STOP_WORDS.has(word) || isInside(at, carried),
    ),
  };
}

/** “26 april 2021” and “friday 26th” are one day, “april 2021” is one month. */
function foldDates(words: readonly string[]): string[] {
  return words
    .join(' ')
    .replace(/(?:\{(?:n|date)\} (?:of )?\{month\}|\{month\} \{n\})/g, '{date}')
    .replace(/(?:\{date\} )+(?=\{date\})/g, '')
    .replace(/(\{(?:date|month)\}) \{year\}/g, '$1')
    .split(' ');
}

function maskedSpans(
  { tokens, actionRefs, reviewRefs, years, entities, absent }: AnnotatedMessage,
  title: Span | undefined,
): (Span & { readonly label: string })[] {
  const label = (spans: readonly Span[], name: string) =>
    spans.map(({ start, end }) => ({ start, end, label: name }));
  const all = [
    ...label(title ? [title] : [], '{title}'),
    ...label(actionRefs, '{ref}'),
    ...label(reviewRefs, '{review}'),
    ...label(years, '{year}'),
    ...entities.flatMap((entity) =>
      label([withRepeats(entity, entities)], `{${entity.senses[0].kind}}`),
    ),
    ...label(absent, '{agency}'),
    ...riskSpans(tokens).map((span) => ({ ...span, label: referenceLabel(span, tokens) })),
  ];
  return all.filter((span, index) => !overlapsAny(span, all.slice(0, index)));
}

/** “Under ones / prebirth”: names of one record side by side are one. */
function withRepeats(entity: Entity, entities: readonly Entity[]): Span {
  const next = entities.find(
    ({ start, senses: [{ id }] }) => start === entity.end && id === entity.senses[0].id,
  );
  return next ? { start: entity.start, end: withRepeats(next, entities).end } : entity;
}

/** The references of these kinds are given here, so their letters say what they are of. */
const OWN_REFERENCES: Readonly<Record<string, string>> = {
  esc: '{escalation}',
  chg: '{challenge}',
  fp: '{planned}',
};

const referenceLabel = ({ start }: Span, tokens: AnnotatedMessage['tokens']): string =>
  OWN_REFERENCES[/^[a-z]*/.exec(tokens[start]?.word ?? '')?.[0] ?? ''] ?? '{risk}';

/** A reference of neither an action nor a review: “CH-07”, “R1”, “risk ch 7”, “ESC-03”. */
export function riskSpans(tokens: AnnotatedMessage['tokens']): Span[] {
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  return tokens.flatMap(({ word }, at) => {
    if (/^(?:[a-z]{1,4}-|r)\d{1,4}$/.test(word)) return [{ start: at, end: at + 1 }];
    const isBare = /^risks?$/.test(wordAt(at - 1)) && /^\d{1,3}$/.test(word);
    if (isBare && !/^\p{L}{3,}s$/u.test(wordAt(at + 1))) return [{ start: at, end: at + 1 }];
    const isApart =
      /^[a-z]{1,4}$/.test(word) && !STOP_WORDS.has(word) && /^\d{1,4}$/.test(wordAt(at + 1));
    return isApart && /^risks?$/.test(wordAt(at - 1)) ? [{ start: at, end: at + 2 }] : [];
  });
}

const DATE = /^\d{1,2}(st|nd|rd|th)$|^\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?$/;

/** “Three” is a number like 3; “one” and “few” are mostly none. */
const isSpelledNumber = (word: string): boolean =>
  !/^(one|few|couple)$/.test(word) && parseCount(word) !== undefined;

/** “actions for …” asks, “action for …” adds: of all plurals, this one is kept. */
function toWordUnit(word: string, stem: string, knownStems?: ReadonlySet<string>): string {
  if (WEEKDAYS.has(word) || DATE.test(word)) return '{date}';
  if (MONTHS.has(word)) return '{month}';
  if (/^\d+(am|pm)?$/.test(word) || isSpelledNumber(word)) return '{n}';
  if (word === 'actions') return word;
  if (knownStems && /^[a-z]{3,}$/.test(word) && !knownStems.has(stem) && !isEnglish(word))
    return '{name}';
  return /[\p{L}{]/u.test(word) && !/^(the|an?)$/.test(word) ? stem : '';
}

/** What the classifier weighs: words, their letters, neighbours, concepts and pairs of concepts. */
export function extractFeatures(input: ModelInput): string[] {
  const { words } = input;
  const neighbours = extractNeighbours(words);
  const features = words.flatMap((word, at) => {
    const [whole = '', ...letters] = extractWordFeatures(word);
    return [whole, neighbours[at] ?? '', ...letters];
  });
  return [...new Set([...features, neighbours.at(-1) ?? '', ...extractConceptFeatures(input)])];
}

/** Each word with the one before it, and the last with the end. */
export const extractNeighbours = (words: readonly string[]): string[] =>
  [...words, '$'].map((word, at) => `b:${words[at - 1] ?? '^'} ${word}`);

/** A word itself and its letters, whatever stands around it. */
export const extractWordFeatures = (word: string): string[] => [`w:${word}`, ...letterGroups(word)];

/** Runs of three to five letters: “validate” and “validation” have most of them in common. */
function letterGroups(word: string): string[] {
  if (word.startsWith('{')) return [];
  const bounded = `_${word}_`;
  return [3, 4, 5].flatMap((length) =>
    Array.from(
      { length: Math.max(0, bounded.length - length + 1) },
      (_, at) => `g:${bounded.slice(at, at + length)}`,
    ),
  );
}

/** The first word tells a question from an order and a statement. */
const OPENING =
  /^(is|has|have|did|do|doe|are|was|were|who|what|when|wher|which|how|can|\{ref\}|\{title\}|\{review\})$/;
const MAX_CONCEPTS = 14;

/** The features that do not depend on the words themselves. */
export function extractConceptFeatures({ concepts, words }: ModelInput): string[] {
  const sorted = concepts.slice(0, MAX_CONCEPTS).sort();
  const opening = OPENING.test(words[0] ?? '') ? words[0] : 'other';
  return [
    `f:${opening}`,
    `n:${Math.min(sorted.length, 4)}`,
    ...sorted.flatMap((concept, at) => [
      `c:${concept}`,
      `f:${opening}+${concept}`,
      ...sorted.slice(at + 1).map((other) => `p:${concept}+${other}`),
    ]),
  ];
}
