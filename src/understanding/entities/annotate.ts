import { contains, isInside, overlaps, overlapsAny, type Span, spanLength } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import { isShouted, type Token } from '../text/tokenise.ts';
import { STOP_WORDS } from '../text/word-sets.ts';
import { inCapitals } from './aliases.ts';
import type {
  Alias,
  AnnotatedMessage,
  Concept,
  Entity,
  FilterValue,
  Reference,
} from './annotated-message.ts';
import { fieldTerms, type Sense } from './field-terms.ts';
import { GROUP_NOUNS } from './glossary.ts';
import type { Lexicon } from './lexicon.ts';
import { findReferences, NO_REFERENCES } from './references.ts';
import { findYears } from './years.ts';

type Found<Value> = Span & { readonly value: Value };

/**
 * Finds entities, filter values, concepts, years and references; `known` are references to actions
 * that look like no others. The longest, surest name wins.
 */
export function annotate(
  tokens: readonly Token[],
  lexicon?: Lexicon,
  known: readonly Reference[] = [],
): AnnotatedMessage {
  const words = tokens.map(({ word }) => word);
  const read = lexicon ? findReferences(tokens, lexicon) : NO_REFERENCES;
  const references = {
    ...read,
    actionRefs: [...read.actionRefs, ...known].sort((a, b) => a.start - b.start),
  };
  const refSpans = [...references.actionRefs, ...references.reviewRefs];
  const years = findYears(words, lexicon?.planYears).filter((year) => !overlapsAny(year, refSpans));
  const terms = fieldTerms.find(words).filter((term) => isExact(term, words));
  const isMixedCase = !isShouted(tokens.map(({ typed }) => typed).join(' '));
  const cased = tokens.map(({ word, typed }) =>
    isMixedCase && /^\p{Lu}{2,}$/u.test(typed) && lexicon?.aliases.has([inCapitals(word)])
      ? inCapitals(word)
      : word,
  );
  const found = lexicon ? chooseEntities(lexicon.aliases.find(cased), terms, words) : [];
  const requesters = found.flatMap((entity) => findRequester(entity, words) ?? []);
  const named = found.filter((entity) => !overlapsAny(entity, requesters));
  const entities = named.filter(
    (entity) =>
      entity.senses[0].strength > 1 &&
      !isManyGroups(entity, words) &&
      !overlapsAny(entity, [...refSpans, ...years]) &&
      !isPostOfGroup(entity, named, words),
  );
  const freeTerms = terms.filter(
    (term) =>
      (isSource(term.value) || !entities.some((entity) => contains(entity, term))) &&
      // “Complex safeguarding subgroup actions”: of that group, and not whatever sub-groups ask for.
      !(
        /^sub/.test(words[term.start] ?? '') && entities.some((each) => isGroupBefore(each, term))
      ) &&
      !overlapsAny(term, refSpans) &&
      !isBehindSomething(term, words),
  );
  const concepts = freeTerms.flatMap(({ value, start, end }) =>
    value.kind === 'concept' ? [{ start, end, name: value.name }] : [],
  );
  const filterValues = freeTerms.flatMap(({ value, start, end }) =>
    value.kind === 'filter' ? [{ start, end, filter: value.filter, value: value.value }] : [],
  );
  const fillers = [...findFillers(words, freeTerms, concepts), ...requesters];
  return {
    tokens,
    stems: words.map(stem),
    text: words.join(' '),
    entities,
    weakEntities: named.filter((entity) => entity.senses[0].strength === 1),
    absent: (lexicon?.absent.find(words) ?? []).filter((each) => !overlapsAny(each, entities)),
    filterValues: keepLongest(filterValues),
    concepts: concepts.filter((concept) => !fillers.some((filler) => contains(filler, concept))),
    fillers,
    years,
    ...references,
  };
}

/** “who chairs the board”, “chair of qppa”, “ceb chair”: the post of a group, and no agency. */
function isPostOfGroup(
  { start, end, senses }: Entity,
  named: readonly Entity[],
  words: readonly string[],
): boolean {
  const said = words.slice(start, end).join(' ');
  if (senses[0].kind !== 'agency' || !/^(the )?chairs?$/.test(said)) return false;
  // “No chair”, “a chair”: any group's. “Do we chair”, “the police chair”: what they do.
  if (/^(no|a|any|without|i|we|they|to)$/.test(words[start - 1] ?? '')) return true;
  if (named.some(({ end: before, senses: [{ kind }] }) => before === start && kind !== 'priority'))
    return true;
  const isGroup = (entity: Entity) => entity.senses.some(({ kind }) => kind === 'group');
  const after = /^(of|for|at|on)$/.test(words[end] ?? '') ? end + 1 : end;
  const next = words[after] === 'the' ? after + 1 : after;
  return /chairs$/.test(said) || named.some((entity) => isGroup(entity) && entity.start === next);
}

/** A status or a date needs its exact words: “drop in” is not “dropped”, “training” is no train. */
function isExact({ start, end, value }: Found<Sense>, words: readonly string[]): boolean {
  return (
    value.kind === 'filler' ||
    value.kind === 'concept' ||
    value.filter === 'source' ||
    words.slice(start, end).every((word, at) => word === value.words[at])
  );
}

/** “Deborah wants a count of …”: for whom it is asked, and nobody's actions. */
function findRequester({ start, end, senses }: Entity, words: readonly string[]): Span | undefined {
  const asks = REQUESTS.exec(words.slice(end, end + 3).join(' '))?.[0];
  const isWhat = /^(what|whatever|that|which|who|everything|anything|all)$/;
  return asks && senses[0].kind === 'person' && !isWhat.test(words[start - 1] ?? '')
    ? { start, end: end + asks.split(' ').length }
    : undefined;
}

const REQUESTS =
  /^(wants|wanted|is after|is asking|has asked for|asked for|keeps asking|would like|needs(?= (a|an|to know|to see)\b)|says(?= (who|what|which|when|where|how)\b))(?= |$)/;

/** “With no evidence behind it” */
const isBehindSomething = ({ start, end }: Span, words: readonly string[]): boolean =>
  words.slice(start, end).join(' ') === 'behind' &&
  /^(it|them|this|that|these|those|its)$/.test(words[end] ?? '');

/** “What committees do we have” is of no one committee. */
const isManyGroups = ({ start, end, senses }: Entity, words: readonly string[]): boolean =>
  senses[0].kind === 'group' &&
  end === start + 1 &&
  /^(committees|forums|hubs|networks|assemblies)$/.test(words[start] ?? '');

const isGroupBefore = ({ end, senses: [{ kind }] }: Entity, { start }: Span): boolean =>
  kind === 'group' && end === start;

const isSource = (sense: Sense): boolean => sense.kind === 'filter' && sense.filter === 'source';

/** “remind me what …” asks; it wants no reminder. */
const QUESTION_WORD = /^(what|which|who|whose|when|where|how)$/;

/** Polite words, a greeting before and thanks after; none when the message says nothing else. */
function findFillers(
  words: readonly string[],
  terms: readonly Found<Sense>[],
  concepts: readonly Concept[],
): Span[] {
  const smallTalk = concepts.filter(({ name }) => name === 'greet' || name === 'thanks');
  const reminders = words.flatMap((word, at) =>
    word === 'remind' && words[at + 1] === 'me' && QUESTION_WORD.test(words[at + 2] ?? '')
      ? [{ start: at, end: at + 2 }]
      : [],
  );
  const plain = terms.filter(({ value }) => value.kind === 'filler');
  const fillers = [
    ...plain,
    ...smallTalk.filter(({ name, start, end }) =>
      name === 'greet' ? start === 0 : end === words.length,
    ),
    ...reminders,
  ].map(({ start, end }) => ({ start, end }));
  const saysMore = words.some(
    (word, at) => !STOP_WORDS.has(word) && !isInside(at, [...fillers, ...smallTalk]),
  );
  if (saysMore) return fillers;
  // Of “alright our kid” only the greeting counts.
  const isSmallTalk = words.some((word, at) => !STOP_WORDS.has(word) && !isInside(at, plain));
  return isSmallTalk ? plain : [];
}

/**
 * Longest first, then surest; a longer phrase (“national panel”) masks a shorter name (“panel”).
 */
function chooseEntities(
  aliases: readonly Found<Alias>[],
  terms: readonly Found<Sense>[],
  words: readonly string[],
): Entity[] {
  const chosen: Entity[] = [];
  const masks = terms.filter(({ value }) => MASKS.has(nameOf(value)));
  const ordered = [...aliases].sort(
    (a, b) =>
      spanLength(b) - spanLength(a) || b.value.strength - a.value.strength || a.start - b.start,
  );
  for (const span of ordered) {
    const isMasked = masks.some(
      (term) => contains(term, span) && spanLength(term) > spanLength(span),
    );
    if (isMasked || overlapsAny(span, chosen)) continue;
    const { start, end } = span;
    const weightOf = (alias: Alias) => alias.strength + nounBonus(alias, words, span);
    const [first, ...others] = ordered
      .filter((other) => other.start === start && other.end === end)
      .map(({ value }) => value)
      .sort((a, b) => weightOf(b) - weightOf(a) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    if (!first) continue;
    const shared = others.filter(
      (other) => weightOf(other) === weightOf(first) && isAsLikely(other, first),
    );
    chosen.push({ start, end, senses: [first, ...others], ...(shared.length > 0 && { shared }) });
  }
  return settleShared(joinAdjacent(chosen.sort((a, b) => a.start - b.start)), words);
}

/** “Which council has more, Wexhaven or Culver Bay”, “the two councils”: nothing is left to be asked. */
function settleShared(entities: readonly Entity[], words: readonly string[]): Entity[] {
  return entities.map((entity) => {
    const { shared, ...rest } = entity;
    if (!shared) return entity;
    if (/^(two|both)$/.test(words[entity.start - 1] ?? '')) return { ...rest, together: shared };
    const named = entities.flatMap((other) => (other.shared ? [] : [other.senses[0]]));
    const known = entity.senses.filter(({ kind, id }) =>
      named.some((other) => other.kind === kind && other.id === id),
    );
    return known.length > 1 ? rest : entity;
  });
}

/** “The mental health trust” is one name of one trust, though each of its pieces fits others too. */
function joinAdjacent(entities: readonly Entity[]): Entity[] {
  const joined: Entity[] = [];
  for (const entity of entities) {
    const before = joined.at(-1);
    const [first, ...others] = entity.senses.filter(({ kind, id }) =>
      before?.senses.some((sense) => sense.kind === kind && sense.id === id),
    );
    if (before?.end === entity.start && first)
      joined.splice(-1, 1, { start: before.start, end: entity.end, senses: [first, ...others] });
    else joined.push(entity);
  }
  return joined;
}

/** A group’s exact name is the group and not its priority, a post is what is listed for it and not the person. */
const isAsLikely = ({ kind }: Alias, first: Alias): boolean =>
  kind !== 'person' && (kind === first.kind ? kind !== 'priority' : first.kind === 'agency');

const KINDS = ['agency', 'group', 'priority', 'person'];
const MASKS = new Set(
  'national-panel abandon annual-report source absent apology dueRange filler greet'.split(' '),
);
const nameOf = (sense: Sense): string =>
  sense.kind === 'concept' ? sense.name : sense.kind === 'filter' ? sense.filter : 'filler';

const PRIORITY_NOUN = /^(priority|priorities|themes?|objectives?|aims)$/;

const AGENCY_NOUN =
  /^(services?|agency|agencies|organisations?|charity|provider|trust|team|partner)$/;

/**
 * “neglect priority”, “neglect group”, “the domestic abuse service”: a noun next to a name tells its
 * kind; of names that are shared, “on” tells a subject and “with” somebody.
 */
function nounBonus({ kind }: Alias, words: readonly string[], { start, end }: Span): number {
  const after = words[end] ?? '';
  const before = [words[start - 1] ?? '', words[start - 2] ?? ''];
  const isToDoWith = before.join(' ') === 'with do';
  switch (kind) {
    case 'priority':
      if ([after, ...before].some((word) => PRIORITY_NOUN.test(word))) return 5;
      return /^(on|about|around|regarding|tackling)$/.test(before[0] ?? '') || isToDoWith ? 0.5 : 0;
    case 'group':
      return GROUP_NOUNS.has(after) || before[0] === 'group' ? 3 : 0;
    case 'agency':
      if (AGENCY_NOUN.test(after)) return 3;
      return /^(with|by|from|at)$/.test(before[0] ?? '') && !isToDoWith ? 0.5 : 0;
    default:
      return 0;
  }
}

/** Of values that overlap, the longest: “not complete” is not “complete”. */
function keepLongest(values: readonly FilterValue[]): FilterValue[] {
  return values.filter(
    (value) =>
      !values.some(
        (other) =>
          spanLength(other) > spanLength(value) &&
          overlaps(other, value) &&
          (other.filter === value.filter || other.filter === 'dueRange'),
      ),
  );
}
