import { contains, type Heard, overlapsAny, type Span } from './hear.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';

/** A message as the classifier sees it: words by their stems, names and dates by their kind, and the concepts beside. */
export interface Units {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

/** The units of a message; `title` is where an action's title stands. */
export function unitsOf(heard: Heard, title?: Span): Units {
  const slots = slotsOf(heard, title);
  const words: string[] = [];
  for (let at = 0; at < heard.stems.length; ) {
    const slot = slots.find(({ start }) => start === at);
    if (slot) {
      words.push(slot.slot);
      at = slot.end;
      continue;
    }
    if (!heard.fillers.some((filler) => contains(filler, { start: at, end: at + 1 }))) words.push(wordUnit(heard, at));
    at += 1;
  }
  const apart = title ? [title] : [];
  const concepts = heard.concepts.filter((concept) => !overlapsAny(concept, apart)).map(({ name }) => name);
  const parts = heard.parts.filter((part) => !overlapsAny(part, apart)).flatMap(({ filter, value }) => [`${filter}`, `${filter}:${value}`]);
  const kinds = words.filter((word) => word.startsWith('{'));
  return { words: words.filter(Boolean), concepts: [...new Set([...concepts, ...parts, ...kinds])] };
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

function wordUnit({ tokens, stems }: Heard, at: number): string {
  const { word } = tokens[at] ?? { word: '' };
  if (WEEKDAYS.has(word) || /^\d{1,2}(st|nd|rd|th)$/.test(word) || /^\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?$/.test(word)) return '{date}';
  if (MONTHS.has(word)) return '{month}';
  if (/^\d+$/.test(word)) return '{n}';
  return /[\p{L}?{]/u.test(word) ? (stems[at] ?? '') : '';
}
