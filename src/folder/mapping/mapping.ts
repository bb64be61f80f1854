import { z } from 'zod';
import { toComparable } from '../../domain/to-comparable.ts';

const byFile = <Inner extends z.ZodType>(inner: Inner) => z.record(z.string(), inner).default({});

/**
 * What a person has said of the sheets of a partnership: which sheet holds what, what its columns
 * are, and how odd values are meant. It is data, so that it can be kept and given again.
 */
export const mappingSchema = z.strictObject({
  /** The file that a sheet is read as: `{ "Action Log": "actions" }`; empty for one to leave out. */
  sheets: z.record(z.string(), z.string()).default({}),
  /** By file and heading: `{ "actions": { "By whom": "owner_agency", "Colour": "" } }`. */
  columns: byFile(z.record(z.string(), z.string())),
  /** By file, column and what is written: `{ "actions": { "status": { "Green": "complete" } } }`. */
  values: byFile(z.record(z.string(), z.record(z.string(), z.string()))),
});

export type Mapping = z.output<typeof mappingSchema>;

export const NO_MAPPING: Mapping = mappingSchema.parse({});

/**
 * What is compared of a name: as {@link toComparable}, and “the” before it says nothing.
 * @example toComparableName('The Board') // 'board'
 */
export const toComparableName = (name: string): string => toComparable(name).replace(/^the /, '');

/** What a person has said of a heading or a value, however it is typed. */
export function lookUp(
  said: Readonly<Record<string, string>> | undefined,
  text: string,
): string | undefined {
  return said && createLookUp(said)(text);
}

/** Looks up many values; where a person has said two things of one, the first counts. */
export function createLookUp(
  said: Readonly<Record<string, string>> = {},
): (text: string) => string | undefined {
  const meanings = new Map<string, string>();
  for (const [each, meaning] of Object.entries(said)) {
    const key = toComparable(each);
    if (!meanings.has(key)) meanings.set(key, meaning);
  }
  return (text) => (meanings.size > 0 ? meanings.get(toComparable(text)) : undefined);
}
