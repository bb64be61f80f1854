import type { Filters } from '../../contract/question.ts';
import type { Span } from '../text/span.ts';
import { type Token, tokenise } from '../text/tokenise.ts';

export type EntityKind = 'agency' | 'group' | 'priority' | 'person';

/** A record that some words name. */
export interface Alias {
  readonly kind: EntityKind;
  readonly id: string;
  /**
   * 5: taught; 4: its own or known name; 3: initials, a field word; 2: a part; 1: a general word.
   */
  readonly strength: 5 | 4 | 3 | 2 | 1;
}

/** Words that name a record; several records can go by the same words, the likeliest first. */
export interface Entity extends Span {
  readonly senses: readonly [Alias, ...Alias[]];
  /** Others that bear the name as much as the first: an agency and a priority, two agencies. */
  readonly shared?: readonly Alias[];
  /** The others of “the two councils”, “both charities”: all of them are meant. */
  readonly together?: readonly Alias[];
}

/** What words of the field name that the partnership does not have: an agency, or a post like one. */
export type AbsentKind = 'agency' | 'post';

/** Words that fill a filter wherever they stand: “overdue”, “from the inspection”. */
export interface FilterValue extends Span {
  readonly filter: keyof Filters;
  readonly value: string;
}

/** Words that hint at what is asked. */
export interface Concept extends Span {
  readonly name: string;
}

export interface Reference extends Span {
  readonly ref: string;
}

/** A message with everything that was recognised in it. */
export interface AnnotatedMessage {
  readonly tokens: readonly Token[];
  readonly stems: readonly string[];
  /** Its words, joined by spaces. */
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Entities recognised only by a general word, which count where nothing better is named. */
  readonly weakEntities: readonly Entity[];
  /** Words of the field for an agency that the partnership does not have. */
  readonly absent: readonly (Span & { readonly value: AbsentKind })[];
  readonly filterValues: readonly FilterValue[];
  readonly concepts: readonly Concept[];
  readonly fillers: readonly Span[];
  readonly years: readonly (Span & { readonly year: string })[];
  readonly actionRefs: readonly Reference[];
  readonly reviewRefs: readonly Reference[];
}

export const textOf = ({ tokens }: Pick<AnnotatedMessage, 'tokens'>, span: Span): string =>
  tokens
    .slice(span.start, span.end)
    .map(({ word }) => word)
    .join(' ');

/** As it was typed. */
export const typedWords = ({ tokens }: Pick<AnnotatedMessage, 'tokens'>, { start, end }: Span) =>
  tokens
    .slice(start, end)
    .filter(({ typed }, at, all) => typed !== all[at - 1]?.typed)
    .map(({ typed }) => typed)
    .join(' ');

/** Where words of the message stand in an argument as they were typed: a title, a note, “3x4”. */
export function findTyped(
  { tokens }: Pick<AnnotatedMessage, 'tokens'>,
  value: unknown,
): Span | undefined {
  if (typeof value !== 'string') return undefined;
  const sought = typedOnce(tokenise(value));
  if (sought.length === 0) return undefined;
  const starts = tokens.flatMap((token, at) => (isSameAsBefore(tokens, at) ? [] : [{ token, at }]));
  const first = starts.findIndex((_, from) =>
    sought.every((typed, offset) => starts[from + offset]?.token.typed === typed),
  );
  if (first < 0) return undefined;
  const next = starts[first + sought.length];
  return { start: starts[first]?.at ?? 0, end: next?.at ?? tokens.length };
}

/** Shorthand makes several words of one: “whats”. */
const isSameAsBefore = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && tokens[at - 1]?.typed === tokens[at]?.typed;

const typedOnce = (tokens: readonly Token[]): string[] =>
  tokens.filter((_, at) => !isSameAsBefore(tokens, at)).map(({ typed }) => typed);
