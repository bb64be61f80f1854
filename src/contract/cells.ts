import { z } from 'zod';
import { parseMonth } from '../domain/calendar-spans.ts';
import { parseDay, parseLocalTime } from '../domain/dates.ts';
import { normaliseTexts } from '../domain/normalise-text.ts';
import type { Role } from '../domain/partnership.ts';

const MAX_CHARACTERS = 10_000;
const MAX_CHARACTERS_IN_ID = 100;

const missing = 'is empty';
const quoted = (text: unknown) => `“${String(text).slice(0, 40)}”`;

/** Kinds of cells. A cell that is not there fails all but the optional ones. */
export const textCell = z
  .string(missing)
  .max(MAX_CHARACTERS, `is longer than ${MAX_CHARACTERS} characters`);

export const idCell = z
  .string(missing)
  .max(MAX_CHARACTERS_IN_ID, `is longer than ${MAX_CHARACTERS_IN_ID} characters`)
  .refine((value) => value !== 'none', '“none” cannot be an id');

export const dayCell = z.string(missing).transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: value.startsWith('9999')
      ? `${quoted(value)} is too far off to be counted with: leave it empty where there is no date`
      : `${quoted(value)} is not a date: write it as YYYY-MM-DD, for example 2021-03-15`,
  });
  return z.NEVER;
});

/** A day, or only the month where no more is known. */
export const dayOrMonthCell = z.string(missing).transform((value, context) => {
  const parsed = parseDay(value) ?? parseMonth(value);
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: `${quoted(value)} is neither a date nor a month: write 2021-03-15 or 2021-03`,
  });
  return z.NEVER;
});

/** A month of a year: `2021-03`. */
export const monthCell = z.string(missing).transform((value, context) => {
  const parsed = parseMonth(value);
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: `${quoted(value)} is not a month: write it as YYYY-MM, for example 2021-03`,
  });
  return z.NEVER;
});

export const localTimeCell = z.string(missing).transform((value, context) => {
  const parsed = parseLocalTime(value.replace(' ', 'T').replace(/^(.{16}):00$/, '$1'));
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: `${quoted(value)} is not a date and time: write it as YYYY-MM-DDTHH:MM, for example 2021-05-12T14:00`,
  });
  return z.NEVER;
});

/** A whole number from a first to a last. */
export const wholeNumberCell = (from: number, to: number) =>
  z
    .string(missing)
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to, {
      error: ({ input }) => `${quoted(input)} is not a whole number from ${from} to ${to}`,
    })
    .transform(Number);

/** One of these words. */
export const choiceCell = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, {
    error: ({ input }) =>
      input === undefined ? missing : `${quoted(input)} is not one of: ${words.join(', ')}`,
  });

/** A list in one cell; an empty cell is an empty list. */
export const listCell = (separator: string) =>
  z
    .string()
    .max(MAX_CHARACTERS, `is longer than ${MAX_CHARACTERS} characters`)
    .default('')
    .transform((value) =>
      value
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean),
    );

const ROLES = [
  'administrator',
  'chair',
  'partner-lead',
  'deputy',
  'scrutineer',
  'member',
  'observer',
];

/** Roles in one cell; `chair:GROUP` chairs that group. */
export const rolesCell = listCell(';').transform((values, context) => {
  const unknown = values.find((value) => !ROLES.includes(value) && !/^chair:./.test(value));
  if (unknown === undefined) return values as Role[];
  context.addIssue({
    code: 'custom',
    message: `${quoted(unknown)} is not one of: ${ROLES.join(', ')}, chair:GROUP`,
  });
  return z.NEVER;
});

/** A tenant or object id of the directory, which writes them in small letters. */
export const directoryIdCell = idCell.transform((value) => value.toLowerCase());

/** Further accounts of a person, `TENANT/OBJECT` each; none for an empty cell. */
export const identitiesCell = listCell(';').transform((values, context) => {
  const wrong = values.find((value) => !/^[^/\s]{1,100}\/[^/\s]{1,100}$/.test(value));
  if (wrong === undefined)
    return values.length === 0
      ? undefined
      : values.map((value) => {
          const [tenantId = '', objectId = ''] = value.toLowerCase().split('/');
          return { tenantId, objectId };
        });
  context.addIssue({
    code: 'custom',
    message: `${quoted(wrong)} is not an account: write its tenant_id, a slash and its object_id`,
  });
  return z.NEVER;
});

/** ISO instant, as an export writes it. */
export const instantCell = z.iso.datetime({
  error: ({ input }) =>
    input === undefined
      ? missing
      : `${quoted(input)} is not a time as an export writes it, such as 2021-03-15T09:00:00.000Z`,
});

/** The press that made a record, as an export writes it: the privacy guard need not look at it. */
export const operationCell = z
  .string(missing)
  .regex(/^[0-9a-f-]{8,64}$/, 'is not an id as an export writes it');

/** A number as an export writes it, with or without a fraction. */
export const numberCell = z
  .string(missing)
  .refine((value) => /^-?\d{1,9}(\.\d{1,20})?$/.test(value), {
    error: ({ input }) => `${quoted(input)} is not a number`,
  })
  .transform(Number);

/** A list or a setting as JSON, with no day in it that there never is. */
export const jsonCell = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string(missing)
    .max(MAX_CHARACTERS_IN_JSON, `is longer than ${MAX_CHARACTERS_IN_JSON} characters`)
    .transform((text, context) => {
      const data = parseJson(text);
      const parsed = data === undefined ? undefined : schema.safeParse(data);
      if (parsed?.success && listTexts(data).every(isPossibleDay)) return parsed.data;
      const [issue] = parsed?.error?.issues ?? [];
      const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
      context.addIssue({ code: 'custom', message: `is not JSON as an export writes it${where}` });
      return z.NEVER;
    });

/** A stored list has no more. */
const MAX_CHARACTERS_IN_JSON = 30_000;

function parseJson(text: string): unknown {
  try {
    return normaliseTexts(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const isPossibleDay = (text: string): boolean =>
  !/^\d{4}-\d{2}-\d{2}$/.test(text) || parseDay(text) !== undefined;

/** Every text in data of any shape, but for what stands under some keys. */
export function listTexts(data: unknown, without: readonly string[] = []): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    without.includes(key) ? [] : listTexts(value, without),
  );
}
