import { z } from 'zod';
import type { Day, LocalTime, Month } from '../domain/dates.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Kinds of columns, read and written by the same schema. */
export const textColumn = z.string();
export const numberColumn = z.number();
export const dayColumn = z.custom<Day>(
  (value) => typeof value === 'string' && DAY.test(value),
  'is not a day',
);
export const monthColumn = z.custom<Month>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value),
  'is not a month',
);
export const dayOrMonthColumn = z.custom<Day | Month>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value),
  'is neither a day nor a month',
);
export const localTimeColumn = z.custom<LocalTime>(
  (value) => typeof value === 'string' && LOCAL_TIME.test(value),
  'is not a time',
);

/** A list or a setting, kept as one JSON text. */
export function jsonColumn<Schema extends z.ZodType>(schema: Schema) {
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

export const textListColumn = jsonColumn(z.array(z.string()).readonly());

/** A line of a history. */
export const changeEventColumns = z.object({
  type: textColumn,
  by: textColumn,
  at: textColumn,
  onBehalf: textColumn.optional(),
  reason: textColumn.optional(),
  operation: textColumn.optional(),
  changes: jsonColumn(
    z.record(textColumn, z.object({ from: textColumn.optional(), to: textColumn.optional() })),
  ).optional(),
});
