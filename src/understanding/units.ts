import { MONTHS, WEEKDAYS } from './calendar-words.ts';
import { isEnglish } from './english.ts';
import { contains, type Heard, overlapsAny, type Span } from './heard.ts';
import { speaksOfOwn } from './people-words.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A message as the classifier sees it: words by their stems, names and dates by their kind, and the concepts beside. */
export interface Units {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  /** The concepts carry the whole message: no other word says anything. */
  readonly whole: boolean;
}

/** The units of a message; `title` is where an action's title stands. Beside words of a case, one that is neither `known` nor English is a `{name}`. */
export function unitsOf(heard: Heard, title?: Span, known?: ReadonlySet<string>): Units {
  const slots = slotsOf(heard, title);
  if (heard.tokens.every(({ word }) => word === '?'))
    return { words: ['?'], concepts: [], whole: false };
  const ofCase = heard.concepts.some(({ name }) => name === 'case');
  const words: string[] = [];
  for (let at = 0; at < heard.stems.length; ) {
    const slot = slots.find(({ start }) => start === at);
    if (slot) {
      words.push(slot.slot);
      at = slot.end;
      continue;
    }
    if (!heard.fillers.some((filler) => contains(filler, { start: at, end: at + 1 })))
      words.push(wordUnit(heard, at, ofCase ? known : undefined));
    at += 1;
  }
  const apart = title ? [title] : [];
  const concepts = heard.concepts
    .filter((concept) => !overlapsAny(concept, apart))
    .map(({ name }) => name);
  const parts = heard.parts
    .filter((part) => !overlapsAny(part, apart))
    .flatMap(({ filter, value }) => [`${filter}`, `${filter}:${value}`]);
  const kinds = words.filter((word) => word.startsWith('{'));
  const carried = [...heard.concepts, ...heard.parts, ...heard.fillers, ...slots];
  const says = heard.tokens.some(
    ({ word }, at) =>
      !word.startsWith('{') &&
      !STOP_WORDS.has(word) &&
      !overlapsAny({ start: at, end: at + 1 }, carried),
  );
  return {
    whole: !says,
    words: words.filter(Boolean),
    concepts: [
      ...new Set([...concepts, ...parts, ...kinds, ...(speaksOfOwn(heard) ? ['own'] : [])]),
    ],
  };
}

function slotsOf(heard: Heard, title: Span | undefined): (Span & { slot: string })[] {
  const all = [
    ...(title ? [{ ...title, slot: '{title}' }] : []),
    ...heard.actionRefs.map((ref) => ({ ...ref, slot: '{ref}' })),
    ...heard.reviewRefs.map((ref) => ({ ...ref, slot: '{review}' })),
    ...heard.years.map((year) => ({ ...year, slot: '{year}' })),
    ...heard.mentions.map((mention) => ({ ...mention, slot: `{${mention.meanings[0].kind}}` })),
  ];
  return all.filter((slot, index) => !overlapsAny(slot, all.slice(0, index)));
}

const ARTICLES = new Set(['the', 'a', 'an']);

/** “actions for …” asks, “action for …” adds: of all plurals, this one is kept. */
function wordUnit(
  { tokens, stems }: Heard,
  at: number,
  known: ReadonlySet<string> | undefined,
): string {
  const { word } = tokens[at] ?? { word: '' };
  if (
    WEEKDAYS.has(word) ||
    /^\d{1,2}(st|nd|rd|th)$/.test(word) ||
    /^\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?$/.test(word)
  )
    return '{date}';
  if (MONTHS.has(word)) return '{month}';
  if (/^\d+(am|pm)?$/.test(word)) return '{n}';
  if (word === 'actions') return word;
  if (known && /^[a-z]{3,}$/.test(word) && !known.has(stems[at] ?? '') && !isEnglish(word))
    return '{name}';
  return /[\p{L}{]/u.test(word) && !ARTICLES.has(word) ? (stems[at] ?? '') : '';
}
