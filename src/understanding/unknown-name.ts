import type { IntentGrammar } from '../contract/intent-grammar.ts';
import { FIRST_NAMES } from '../domain/first-names.ts';
import { type Entity, typedWords } from './entities/annotated-message.ts';
import { GROUP_NOUNS } from './entities/glossary.ts';
import { nameWords } from './entities/name-parts.ts';
import type { ReadRequest } from './read-request.ts';
import type { UnknownName } from './reading.ts';
import { takesFreeText } from './slots/free-text.ts';
import { isEnglish } from './text/english.ts';
import { isInside, overlaps, overlapsAny, type Span } from './text/span.ts';
import { isShouted } from './text/tokenise.ts';
import { MONTHS, parseCount, STOP_WORDS, WEEKDAYS } from './text/word-sets.ts';

/** Words behind which a name stands: “for Barnardo's”, “from the Acorn Trust”. */
const BEFORE_NAME =
  /^(for|of|from|by|with|at|in|to|on|against|and|or|vs|versus|has|have|did|does|is|are)$/;
/** Words before which a name stands: “Acorn actions”, “Barnardo's attendance”. */
const AFTER_NAME =
  /^(actions?|attendance|record|turnout|group|board|subgroup|panel|committee|forum|has|have|is|are|did|does|owns?|owes?)$/;

/**
 * The first name among unused words that no record bears, and what it seems to be: a word of the
 * field for an agency that this partnership does not have, “the housing panel” where no group is
 * called so, a word that is no English, or one that is written with a capital letter.
 */
export function findUnknownName(
  { text, message, model, lexicon }: ReadRequest,
  unused: readonly Span[],
  grammar: IntentGrammar,
): UnknownName | undefined {
  const { filters = [], slots = [], mutates } = grammar;
  const takesNames =
    !takesFreeText(grammar) &&
    (filters.some((filter) => /^(agency|group|priority)$/.test(filter)) ||
      slots.some((slot) => /^(assignee|person|action)$/.test(slot)));
  if (!takesNames) return undefined;
  const { tokens } = message;
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const absent = message.absent.find(
    (each) => isFree(each, message) && !(each.value === 'post' && slots.includes('post')),
  );
  if (absent) return { words: typedWords(message, absent), kind: 'agency' };
  const group = findUnknownGroup(message, lexicon.directory);
  if (group) {
    const { kind, id } = group.senses[0];
    return {
      words: typedWords(message, { ...group, end: group.end + 1 }),
      kind: 'group',
      ...(kind === 'priority' && { priority: id }),
    };
  }
  // Whoever apologises may say why, and who comes instead.
  if (mutates && !slots.includes('person')) return undefined;
  // Who is asked for, or is to do something, is somebody.
  const isOfPeople = slots.includes('post') || (mutates && slots.includes('person'));
  const isMixedCase = !isShouted(text);
  const title = isMixedCase ? findCapitals(message) : undefined;
  if (title) return { words: typedWords(message, title), kind: isOfPeople ? 'person' : 'any' };
  for (const span of unused) {
    const isNamed = message.entities.some((entity) => overlaps(entity, span));
    if (isNamed || /^\d/.test(wordAt(span.start)) || isCalendar(wordAt(span.start))) continue;
    const words = typedWords(message, span);
    if (
      !/\d/.test(words) &&
      parseCount(wordAt(span.start)) === undefined &&
      GROUP_NOUNS.has(wordAt(span.end)) &&
      !/^(meetings?|mtg)$/.test(wordAt(span.end)) &&
      !KIND_OF_MEETING.test(wordAt(span.end - 1))
    )
      return { words: typedWords(message, { ...span, end: span.end + 1 }), kind: 'group' };
    const own = tokens.slice(span.start, span.end);
    const before =
      wordAt(span.start - 1) === 'the' ? wordAt(span.start - 2) : wordAt(span.start - 1);
    const isSomebody = own.length > 1 && FIRST_NAMES.has(own[0]?.word ?? '');
    const hasCapital = ({ typed }: (typeof own)[number], at: number) =>
      /^\p{Lu}\p{Lu}+$/u.test(typed) || (/^\p{Lu}\p{Ll}/u.test(typed) && span.start + at > 0);
    const isCapital = isMixedCase && own.some(hasCapital);
    const isStrange = own.some(
      ({ word }, at) =>
        /^\p{L}{3,}$/u.test(word) &&
        !isEnglish(word) &&
        !model.knownStems.has(message.stems[span.start + at] ?? ''),
    );
    // “Barnsley council”, where the council is another one.
    const noun = message.entities.find(({ start }) => start === span.end);
    const isPlaceOfOther = noun && isOfAgencies(message, noun);
    if (isPlaceOfOther && (isCapital || isStrange))
      return { words: typedWords(message, { ...span, end: noun.end }), kind: 'agency' };
    const isPlaced =
      BEFORE_NAME.test(before) ||
      AFTER_NAME.test(wordAt(span.end)) ||
      /['’]s?$/.test(own.at(-1)?.typed ?? '');
    if (isCapital || (isStrange && isPlaced))
      return {
        words: isCapital ? withoutEnds(words) : words,
        kind: isSomebody ? 'person' : kindOf(own.length, isCapital, filters),
      };
    // “Who is sally smith”: of somebody asked for, the words that are left are the name.
    if (slots.includes('post') && message.entities.length === 0) return { words, kind: 'person' };
  }
  return undefined;
}

/** “Who is Sally Smith”: all that is said behind it is somebody's name, however unsure the rest is. */
export function findWhoIs({
  tokens,
  text,
  entities,
  concepts,
}: ReadRequest['message']): Span | undefined {
  const said = WHO_IS.exec(text);
  if (!said || entities.length > 0) return undefined;
  const start = said[1]?.split(' ').length ?? 0;
  const end = start + (said[2]?.split(' ').length ?? 0);
  const name = tokens.slice(start, end);
  const isName =
    name.every(({ typed }) => /^\p{Lu}\p{Ll}/u.test(typed)) ||
    FIRST_NAMES.has(name[0]?.typed.toLowerCase() ?? '');
  const saysElse = name.some(
    // A name that was corrected to a word of ours says nothing but the name.
    ({ typed, word }, at) =>
      typed.toLowerCase() === word && (STOP_WORDS.has(word) || isInside(start + at, concepts)),
  );
  return isName && !saysElse ? { start, end } : undefined;
}

const WHO_IS = /^((?:and |so |sorry )?who (?:is|was)) (\S+ \S+(?: \S+)?)(?: \?)?$/;

/** “Council”, “trust”, “police”: what many agencies are. */
const isOfAgencies = ({ tokens }: ReadRequest['message'], { start, end, senses }: Entity) =>
  senses[0].kind === 'agency' &&
  end === start + 1 &&
  /^(council|trust|police|constabulary|hospitals?|schools?|college|academy|borough|force)$/.test(
    tokens[start]?.word ?? '',
  );

/** “The police panel”, where no group is called so: a name before a noun that makes a group of it. */
function findUnknownGroup(
  { tokens, entities, weakEntities }: ReadRequest['message'],
  directory: ReadRequest['lexicon']['directory'],
): Entity | undefined {
  const isGroup = ({ senses }: Entity) => senses.some(({ kind }) => kind === 'group');
  // “The schools and colleges forum” for the Schools and Colleges Safeguarding Forum, an agency.
  const isOfName = ({ senses: [sense] }: Entity, noun: string) =>
    nameWords(sense, directory).includes(noun);
  return entities.find(
    (entity) =>
      !isGroup(entity) &&
      !isOfName(entity, tokens[entity.end]?.word ?? '') &&
      /^(agency|priority)$/.test(entity.senses[0].kind) &&
      NAMED_GROUP.test(tokens[entity.end]?.word ?? '') &&
      !weakEntities.some((weak) => overlaps(weak, entity) && isGroup(weak)),
  );
}

/** “The extraordinary board in June” is a meeting of the board, and no group of that name. */
const KIND_OF_MEETING =
  /^(extraordinary|ordinary|special|emergency|additional|extra|development|routine|full|main|joint|annual|regular|usual|virtual|online|quarterly|monthly|first|second|third)$/;

const NAMED_GROUP = /^(group|subgroup|board|panel|committee|forum)$/;

/** “Action for Children”: several words with capital letters that are no record's name. */
function findCapitals({
  tokens,
  entities,
  weakEntities,
  ...message
}: ReadRequest['message']): Span | undefined {
  const isCapital = (at: number) => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.typed ?? '');
  const explained = [
    ...entities,
    ...weakEntities,
    ...[...message.actionRefs, ...message.reviewRefs, ...message.years],
    ...[...message.concepts, ...message.filterValues],
  ];
  for (let start = 1; start < tokens.length; start += 1) {
    if (!isCapital(start) || isCalendar(tokens[start]?.word ?? '')) continue;
    let end = start + 1;
    while (
      isCapital(end) ||
      (/^(for|of|and|the|n)$/.test(tokens[end]?.word ?? '') && isCapital(end + 1))
    )
      end += 1;
    const capitals = tokens.slice(start, end).filter((_, at) => isCapital(start + at)).length;
    if (capitals > 1 && !overlapsAny({ start, end }, explained)) return { start, end };
    start = end;
  }
  return undefined;
}

/** “Met never”: of the words beside a name with a capital letter, those that are no name. */
const withoutEnds = (words: string): string =>
  words.replace(/^(?:[^\p{Lu}\s]\S*\s+)+|(?:\s+[^\p{Lu}\s]\S*)+$/gu, '');

const isCalendar = (word: string): boolean => MONTHS.has(word) || WEEKDAYS.has(word);

const isFree = (span: Span, { fillers }: ReadRequest['message']): boolean =>
  !isInside(span.start, fillers);

const kindOf = (
  words: number,
  isCapital: boolean,
  filters: NonNullable<IntentGrammar['filters']>,
): UnknownName['kind'] =>
  filters.includes('agency')
    ? words === 2 && isCapital
      ? 'any'
      : 'agency'
    : filters.includes('group')
      ? 'group'
      : 'any';
