import type { FolderFile } from '../../contract/folder-file.ts';
import type { Fault } from '../sheet.ts';
import { type Mapping, mappingSchema } from './mapping.ts';
import { SAME_AS } from './propose-references.ts';
import { readableColumns } from './sheet-columns.ts';

/**
 * Reads a mapping from what stands in its file. A file or a column that nobody knows is a fault, for
 * what a person says is never passed over.
 */
export function parseMapping(
  file: string,
  text: string,
  files: readonly FolderFile[],
): { readonly mapping: Mapping } | { readonly faults: readonly Fault[] } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { faults: [{ file, reason: `is not JSON: ${(error as Error).message}` }] };
  }
  const parsed = mappingSchema.safeParse(data);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({
        file,
        ...(path.length > 0 && { column: path.join('.') }),
        reason: message,
      })),
    };
  const { sheets, columns, values } = parsed.data;
  const filledColumns = (name: string) => {
    const file = files.find((each) => each.name === name);
    return file && [...readableColumns(file), SAME_AS];
  };
  const named = [
    ...Object.values(sheets).map((name) => ({ name, column: undefined })),
    ...Object.entries(columns).flatMap(([name, said]) =>
      Object.values(said).map((column) => ({ name, column })),
    ),
    ...Object.entries(values).flatMap(([name, said]) =>
      Object.keys(said).map((column) => ({ name, column })),
    ),
  ];
  const faults = named.flatMap(({ name, column }): Fault[] => {
    const known = name === '' ? [] : filledColumns(name);
    if (!known) return [{ file, reason: `“${name}” is not one of: ${listNames(files)}` }];
    return !column || known.includes(column)
      ? []
      : [
          {
            file,
            reason: `“${column}” is not one of the columns of ${name}: ${known.filter((each) => each !== SAME_AS).join(', ')}`,
          },
        ];
  });
  return faults.length > 0 ? { faults } : { mapping: parsed.data };
}

const listNames = (files: readonly FolderFile[]): string =>
  files.map(({ name }) => name).join(', ');
