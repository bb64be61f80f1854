import { GROUP_NOUNS } from './glossary.ts';
import {
  type Concept,
  contains,
  type Heard,
  length,
  type Mention,
  overlaps,
  overlapsAny,
  type Part,
  type Span,
} from './heard.ts';
import { lexicon, type Meaning } from './lexicon.ts';
import type { Token } from './normalise.ts';
import type { Found } from './phrase-index.ts';
import type { RefsInText } from './refs.ts';
import { singular, stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Naming, Vocabulary } from './vocabulary.ts';
import { findYears } from './years.ts';

type At<Value> = Span & { readonly value: Value };

/** Finds the names, parts, concepts, years and references in a message. The longest and surest name wins. */
export function hear(
  tokens: readonly Token[],
  vocabulary: Vocabulary | undefined,
  refs: RefsInText,
): Heard {
  const stems = tokens.map(({ word }) => stem(word));
  const singulars = tokens.map(({ word }) => singular(word));
  const taken = [...refs.actionRefs, ...refs.reviewRefs];
  const years = findYears(tokens, vocabulary?.plans).filter((year) => !overlapsAny(year, taken));
  const said = everywhere<Meaning>(stems, (at) => lexicon.at(stems, at)).filter((phrase) =>
    isExact(phrase, tokens),
  );
  const named = vocabulary
    ? chooseMentions(
        everywhere(stems, (at) => vocabulary.names.at(singulars, at)),
        said,
        tokens,
      )
    : [];
  const clear = named.filter(
    (mention) => mention.meanings[0].strength > 1 && !overlapsAny(mention, [...taken, ...years]),
  );
  const free = said.filter(
    (phrase) =>
      (isSource(phrase.value) || !clear.some((mention) => contains(mention, phrase))) &&
      !overlapsAny(phrase, taken),
  );
  const concepts = free.flatMap(({ value, ...span }) =>
    value.kind === 'concept' ? [{ ...span, name: value.name }] : [],
  );
  const fillers = fillersOf(tokens, free, concepts);
  return {
    tokens,
    stems,
    mentions: clear,
    faint: named.filter((mention) => mention.meanings[0].strength === 1),
    parts: longest(
      free.flatMap(({ value, ...span }) => (value.kind === 'part' ? [{ ...span, ...value }] : [])),
    ),
    concepts: concepts.filter((concept) => !fillers.some((filler) => contains(filler, concept))),
    fillers,
    years,
    ...refs,
  };
}

/** A status or a date must be said in so many words, “drop in” is not “dropped”; “training” is no train. */
function isExact({ start, end, value }: At<Meaning>, tokens: readonly Token[]): boolean {
  return (
    value.kind === 'filler' ||
    (value.kind === 'concept' ? value.name !== 'elsewhere' : value.filter === 'source') ||
    tokens.slice(start, end).every(({ word }, at) => word === value.words[at])
  );
}

const isSource = (meaning: Meaning): boolean =>
  meaning.kind === 'part' && meaning.filter === 'source';

/** What is only polite, a greeting before and thanks after it included; nothing, when nothing else was said. */
function fillersOf(
  tokens: readonly Token[],
  said: readonly At<Meaning>[],
  concepts: readonly Concept[],
): Span[] {
  const polite = said.filter(({ value }) => value.kind === 'filler');
  const greetings = concepts.filter(({ name, start }) => name === 'greet' && start === 0);
  const thanks = concepts.filter(({ name, end }) => name === 'thanks' && end === tokens.length);
  const reminders = tokens.flatMap(({ word }, at) =>
    word === 'remind' &&
    tokens[at + 1]?.word === 'me' &&
    QUESTION_WORD.test(tokens[at + 2]?.word ?? '')
      ? [{ start: at, end: at + 2 }]
      : [],
  );
  const fillers = [...polite, ...greetings, ...thanks, ...reminders].map(({ start, end }) => ({
    start,
    end,
  }));
  const rest = tokens.filter(
    ({ word }, at) =>
      !STOP_WORDS.has(word) &&
      !overlapsAny({ start: at, end: at + 1 }, [...fillers, ...concepts.filter(isSmallTalk)]),
  );
  return rest.length > 0 ? fillers : [];
}

/** “remind me what …” asks; it wants no reminder. */
const QUESTION_WORD = /^(what|which|who|whose|when|where|how)$/;

const isSmallTalk = ({ name }: Concept): boolean => name === 'greet' || name === 'thanks';

function everywhere<Value>(
  stems: readonly string[],
  at: (start: number) => readonly Found<Value>[],
): At<Value>[] {
  return stems.flatMap((_, start) =>
    at(start).map(({ length, value }) => ({ start, end: start + length, value })),
  );
}

/** Longest first, then surest; a longer phrase of the lexicon (“national panel”) keeps a shorter name (“panel”) from being heard. */
function chooseMentions(
  named: readonly At<Naming>[],
  said: readonly At<Meaning>[],
  tokens: readonly Token[],
): Mention[] {
  const chosen: Mention[] = [];
  const order = [...named].sort(
    (a, b) => length(b) - length(a) || b.value.strength - a.value.strength || a.start - b.start,
  );
  for (const { start, end } of order) {
    if (chosen.some((mention) => overlaps(mention, { start, end }))) continue;
    if (
      said.some(
        (phrase) =>
          MASKS.has(nameOf(phrase.value)) &&
          contains(phrase, { start, end }) &&
          length(phrase) > end - start,
      )
    )
      continue;
    const meanings = order
      .filter((other) => other.start === start && other.end === end)
      .map(({ value }) => value);
    const context = (naming: Naming) => naming.strength + fit(naming, tokens, { start, end });
    meanings.sort(
      (a, b) => context(b) - context(a) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
    );
    const [first, ...rest] = meanings;
    if (first) chosen.push({ start, end, meanings: [first, ...rest] });
  }
  return chosen.map((mention) => withNoun(mention, tokens)).sort((a, b) => a.start - b.start);
}

/** “ld subgroup”: the noun belongs to the name. */
function withNoun(mention: Mention, tokens: readonly Token[]): Mention {
  const noun = tokens[mention.end]?.word ?? '';
  const belongs =
    mention.meanings[0].kind === 'group' &&
    /^(subgroups?|sub|group|committee|forum|panel)$/.test(noun);
  return belongs ? { ...mention, end: mention.end + 1 } : mention;
}

const KINDS = ['agency', 'group', 'priority', 'person'];
const MASKS = new Set([
  'national-panel',
  'annual-report',
  'source',
  'absent',
  'apology',
  'dueRange',
  'filler',
  'greet',
]);
const nameOf = (meaning: Meaning): string =>
  meaning.kind === 'concept' ? meaning.name : meaning.kind === 'part' ? meaning.filter : 'filler';

const PRIORITY_NOUNS = new Set([
  'priority',
  'priorities',
  'theme',
  'themes',
  'objective',
  'objectives',
  'aims',
]);

/** “neglect priority”, “priority of neglect”, “neglect group”: the noun beside a name tells its kind. */
function fit({ kind }: Naming, tokens: readonly Token[], { start, end }: Span): number {
  const after = tokens[end]?.word ?? '';
  const before = [tokens[start - 1], tokens[start - 2]].map((token) => token?.word ?? '');
  if (kind === 'priority')
    return PRIORITY_NOUNS.has(after) || before.some((word) => PRIORITY_NOUNS.has(word)) ? 5 : 0;
  if (kind === 'group') return GROUP_NOUNS.has(after) || before[0] === 'group' ? 3 : 0;
  return 0;
}

/** Of parts that overlap, the longest: “not complete” is not “complete”. */
function longest(parts: readonly Part[]): Part[] {
  return parts.filter(
    (part) =>
      !parts.some(
        (other) =>
          length(other) > length(part) &&
          overlaps(other, part) &&
          (other.filter === part.filter || other.filter === 'dueRange'),
      ),
  );
}
