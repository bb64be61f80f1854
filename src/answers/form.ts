import { z } from 'zod';
import type { Field } from '../contract/answer.ts';
import { parseDay } from '../domain/dates.ts';

/** A line or some lines of a form. */
export const lineField = z.string().trim().max(4000);
/** A day of a form, which can be left empty. */
export const dayField = z
  .string()
  .trim()
  .refine((text) => text === '' || parseDay(text))
  .transform((text) => parseDay(text));
/** An id that was chosen in a form, or none. */
export const idField = z
  .string()
  .max(200)
  .transform((text) => text || undefined);

/** What is said before a form of which nothing is recorded yet. */
export const pleaseCheck = (heading: string): string =>
  `${heading} Please check and confirm; nothing is recorded until then.`;

/** A field in which one of some records is chosen. */
export function choiceField(
  id: string,
  label: string,
  of: readonly { readonly id: string; readonly name: string }[],
  value: string | undefined,
  none?: string,
): Field {
  const choices = of.map((each) => ({ title: each.name, value: each.id }));
  return {
    id,
    label,
    kind: 'choice',
    value: value ?? '',
    choices: none === undefined ? choices : [{ title: none, value: '' }, ...choices],
  };
}
