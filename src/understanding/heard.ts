import type { Filters } from '../contract/question.ts';
import type { Token } from './normalise.ts';
import type { Naming } from './vocabulary.ts';

/** Words of a message, from the first to the one before the last index. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that name a record; several records can go by the same words, the likeliest first. */
export interface Mention extends Span {
  readonly meanings: readonly [Naming, ...Naming[]];
}

export interface Part extends Span {
  readonly filter: keyof Filters;
  readonly value: string;
}

export interface Concept extends Span {
  readonly name: string;
}

export interface Ref extends Span {
  readonly ref: string;
}

/** A message with everything that was recognised in it. */
export interface Heard {
  readonly tokens: readonly Token[];
  readonly stems: readonly string[];
  readonly mentions: readonly Mention[];
  /** Names recognised only by a general word, which count where nothing better is named. */
  readonly faint: readonly Mention[];
  readonly parts: readonly Part[];
  readonly concepts: readonly Concept[];
  readonly fillers: readonly Span[];
  readonly years: readonly (Span & { readonly year: string })[];
  readonly actionRefs: readonly Ref[];
  readonly reviewRefs: readonly Ref[];
}

export const length = ({ start, end }: Span): number => end - start;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
export const overlapsAny = (span: Span, others: readonly Span[]): boolean =>
  others.some((other) => overlaps(span, other));
export const wordsIn = ({ tokens }: Pick<Heard, 'tokens'>, { start, end }: Span): string =>
  tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(' ');
