import type { FolderFile } from '../../contract/folder-file.ts';
import { nextReference } from '../../domain/next-reference.ts';
import { toComparable } from '../../domain/to-comparable.ts';
import { type Fault, listFirst, type SheetRow } from '../sheet.ts';
import { createFindLikelyPair } from './find-likely-pair.ts';
import type { NamedRecords } from './find-named.ts';
import type { ProposedColumn } from './proposal.ts';

/** What is asked of a row by its title: which record that is here it is, or that it is new. */
export const SAME_AS = 'same_as';
/** Somebody said that a row is none of those that are here. */
export const NEW_RECORD = 'new';

/** A record that is here, by what names it. */
export interface Titled {
  readonly ref: string;
  readonly title: string;
}

/** What a row without a reference is: one that is here, a new one, or what somebody has to say. */
export type RowIdentity =
  | { readonly stored: Titled }
  | { readonly isNew: true }
  /** The one that it likely is. */
  | { readonly likely: Titled };

/** The records that rows without a reference may be; nothing where it is not known what is here. */
export function listTitled(file: string, { actions, risks }: NamedRecords): Titled[] | undefined {
  const all = file === 'actions' ? actions : risks?.map(({ id: ref, title }) => ({ ref, title }));
  return file === 'actions' || file === 'risks'
    ? all?.toSorted((a, b) => COLLATOR.compare(a.ref, b.ref))
    : undefined;
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * Tells what the rows of a sheet without references are. A row with the title of a record that is here
 * is that record, so that the same file imported again changes nothing; where several have one title
 * each is its own, in the order of their references. A new one gets the next number.
 */
export function createReferences(
  { name }: FolderFile,
  columns: readonly ProposedColumn[],
  rows: readonly SheetRow[],
  records: NamedRecords,
) {
  const stored = listTitled(name, records) ?? [];
  const place = columns.findIndex(({ column }) => column === 'title');
  const byTitle = Map.groupBy(stored, ({ title }) => toComparable(title));
  const titles = Map.groupBy(rows, ({ cells }) => toComparable(cells[place] ?? ''));
  const findLikely = createFindLikelyPair(stored);
  const seen = new Map<string, number>();
  const found: string[] = [];
  const given: string[] = [];
  let next: string | undefined;
  return {
    /** Asked for each row once, in their order. */
    identify(title: string): RowIdentity {
      const key = toComparable(title);
      const same = byTitle.get(key) ?? [];
      const at = seen.get(key) ?? 0;
      seen.set(key, at + 1);
      const [first] = same;
      if (first && same.length !== titles.get(key)?.length) return { likely: first };
      const known = same[at];
      if (known) return { stored: known };
      const likely = findLikely(title);
      return likely ? { likely } : { isNew: true };
    },
    /** The reference of a row that is imported. */
    take(identity: RowIdentity): string {
      if ('stored' in identity) {
        found.push(identity.stored.ref);
        return identity.stored.ref;
      }
      next = next ? toNext(next) : firstFree(name, stored, records);
      given.push(next);
      return next;
    },
    /** What is to be said of the references that rows were given. */
    describe(file: string): Fault[] {
      const told = (reason: string): Fault => ({ file, reason });
      const [first, last] = [given[0], given.at(-1)];
      const range = first === last ? first : `${first} to ${last}`;
      return [
        ...(given.length > 0
          ? [told(`has no references: ${count(given.length, 'new row')} will be ${range}`)]
          : []),
        ...(found.length > 0
          ? [
              told(
                `has no references: ${count(found.length, 'row')} with the title of what is here ${found.length === 1 ? 'is' : 'are'} ${listFirst(found)}`,
              ),
            ]
          : []),
      ];
    },
  };
}

const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

/** The next number behind the letters that most references here begin with; else behind the short name. */
function firstFree(file: string, stored: readonly Titled[], { partnership }: NamedRecords): string {
  const refs = stored.map(({ ref }) => ref);
  if (file === 'risks') return nextReference(refs, 'R-001');
  const numbered = refs.flatMap((ref) => {
    const [, letters, digits] = NUMBERED.exec(ref) ?? [];
    return letters && digits ? [{ letters, digits }] : [];
  });
  const series = [...Map.groupBy(numbered, ({ letters }) => letters).values()];
  const [longest = []] = series.sort((a, b) => b.length - a.length);
  const last = longest.toSorted((a, b) => Number(a.digits) - Number(b.digits)).at(-1);
  return last ? toNext(`${last.letters}${last.digits}`) : `${partnership?.shortName ?? 'A'}-001`;
}

const NUMBERED = /^(\p{L}[\p{L}-]*?[-/ ]?)(\d{1,6})$/u;

/** @example toNext('BR-009') // 'BR-010' */
const toNext = (ref: string): string =>
  ref.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
