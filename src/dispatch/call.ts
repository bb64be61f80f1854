import { z } from 'zod';
import type { Access } from '../contract/action.ts';
import type { Answer } from '../contract/answer.ts';
import type { Request } from '../contract/request.ts';

/** A question that comes back from a card, under this id. */
export const ASK = 'ask';

/** What was asked for, and what will answer it. */
export interface Call {
  readonly request: Request;
  /** What the audit calls it: never what a stranger called it. */
  readonly name: string;
  /** Left out for what everybody of the partnership may ask for. */
  readonly permission?: Access;
  /** What a form says whose input looks personal; words alone would lose it. */
  readonly refusePersonal?: (text: string, doubts?: readonly string[]) => Promise<Answer>;
  /** Fields that the form has; others are a stranger's. */
  readonly fields?: readonly string[];
  /** Fields of the form of which no doubt is asked. */
  readonly nameFields?: readonly string[];
  handle(): Promise<Answer>;
}

/** `/name rest`, of which nothing is guessed; `undefined` for words of one's own. */
export function parseCommand(
  text: string,
): { readonly name: string; readonly rest: string } | undefined {
  const typed = /^\s*\/([a-z][\w-]*)(?:\s+(.*))?$/is.exec(text);
  return typed
    ? { name: (typed[1] ?? '').toLowerCase(), rest: (typed[2] ?? '').trim() }
    : undefined;
}

/** The names of what an input takes. */
export function listFields(input: unknown): readonly string[] {
  if (input instanceof z.ZodObject) return Object.keys(input.shape);
  if (input instanceof z.ZodIntersection)
    return [...listFields(input.def.left), ...listFields(input.def.right)];
  return input instanceof z.ZodPipe ? listFields(input.in) : [];
}
