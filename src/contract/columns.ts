import { z } from 'zod';
import type { Day, LocalTime, Month } from '../domain/dates.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Kinds of columns, read and written by the same schema. */
export const text = z.string();
export const number = z.number();
export const day = z.custom<Day>(
  (value) => typeof value === 'string' && DAY.test(value),
  'is not a day',
);
export const dayOrMonth = z.custom<Day | Month>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value),
  'is neither a day nor a month',
);
export const localTime = z.custom<LocalTime>(
  (value) => typeof value === 'string' && LOCAL_TIME.test(value),
  'is not a time',
);

/** A list or a setting, kept as one JSON text. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return z.codec(z.string(), schema, {
    decode(stored, context) {
      try {
        return JSON.parse(stored);
      } catch {
        context.issues.push({ code: 'custom', message: 'is not JSON', input: stored });
        return z.NEVER;
      }
    },
    encode: (value) => JSON.stringify(value),
  });
}

export const texts = json(z.array(z.string()).readonly());

/** A line of a history. */
export const changeEventColumns = z.object({
  type: text,
  by: text,
  at: text,
  onBehalf: text.optional(),
  reason: text.optional(),
  operation: text.optional(),
  changes: json(
    z.record(text, z.object({ from: text.optional(), to: text.optional() })),
  ).optional(),
});
