import { z } from 'zod';
import { declarePress } from '../contract/action.ts';
import type { Field } from '../contract/answer.ts';
import type { ChangeMark } from '../contract/ports/changes.ts';
import { confirmedText, MAX_CONFIRMED_TEXTS } from '../contract/ports/confirmations.ts';
import { questionSchema } from '../contract/question-schema.ts';
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

/** *Cancel* of every form leaves everything as it was. */
export const cancelPress = declarePress({ id: 'form.cancel', input: z.object({}) });

/** Words as an administrator types them, or as a card sends them. */
export const typedWords = z.string().max(200);

/** *Teach me the word*: what words that nobody knows are to mean. */
export const teachPress = declarePress({
  id: 'vocabulary.ask',
  input: z.object({ words: typedWords }),
});

const changeMark = z.object({
  partnership: z.string().max(200),
  table: z.string().max(100),
  partition: z.string().max(512),
  writer: z.uuid(),
  sequence: z.number().int().optional(),
  row: z.string().max(512).optional(),
  isRemoval: z.boolean().optional(),
}) satisfies z.ZodType<ChangeMark>;

/** *Check if it was saved*: looks for changes of which nobody could say what became of them. */
export const lookPress = declarePress({
  id: 'changes.look',
  input: z.object({ changes: z.array(changeMark).min(1).max(20).readonly() }),
});

/** *Get as Excel*: the file that a feature makes of a question. */
export const getFilePress = declarePress({
  id: 'files.get',
  input: z.object({ file: z.string().max(40), question: questionSchema }),
});

/** *It names no child*: the writer's word for texts of which only digests are kept. */
export const noChildPress = declarePress({
  id: 'guidance.no-child',
  input: z.object({ texts: z.array(confirmedText).min(1).max(MAX_CONFIRMED_TEXTS) }),
});

/** *It names a child*: nothing was kept, and nothing is. */
export const childPress = declarePress({ id: 'guidance.child', input: z.object({}) });

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
