import { z } from 'zod';
import { jsonColumn, textColumn } from '../../contract/columns.ts';
import { mergeSheetWords, mergeWords, mergeWordsByName } from '../../contract/merge-sheet-words.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { acceptChange } from '../../domain/change-event.ts';
import { accept } from '../../domain/outcome.ts';
import { type Mapping, NO_MAPPING } from './mapping.ts';
import type { Proposal } from './proposal.ts';
import { toMapping } from './to-mapping.ts';

type Words = Readonly<Record<string, string>>;

/** How the sheets of one kind were read the last time. */
interface RememberedKind {
  /** The file of the partnership folder, or {@link LEFT_OUT}. */
  readonly file: string;
  readonly sheets: readonly string[];
  readonly columns: Words;
  readonly values: Readonly<Record<string, Words>>;
}

/** The sheets that are read as nothing. */
const LEFT_OUT = 'left-out';
/** A stored text has 32,768 characters at most; what was said longest ago is forgotten first. */
const MAX_CHARACTERS = 30_000;

const words = z.record(z.string(), z.string());

/** Headings and values may hold names, so the audit log keeps only of which kind of sheet they are. */
export const mappingStore = store<RememberedKind>({
  kind: 'import-mapping',
  key: ({ file }) => file,
  audited: ['file'],
  columns: z.object({
    file: textColumn,
    sheets: jsonColumn(z.array(z.string()).readonly()),
    columns: jsonColumn(words),
    values: jsonColumn(z.record(z.string(), words)),
  }),
});

/** What is remembered of a partnership's sheets; nothing before its first import. */
export async function loadMapping(stores: OpenStores, partnership: string): Promise<Mapping> {
  const kinds = await stores(partnership)(mappingStore).list();
  const ofKinds = <Part>(part: (kind: RememberedKind) => Part) =>
    Object.fromEntries(kinds.map((kind) => [kind.file, part(kind)]));
  return {
    sheets: Object.fromEntries(
      kinds.flatMap(({ file, sheets }) =>
        sheets.map((name) => [name, file === LEFT_OUT ? '' : file]),
      ),
    ),
    columns: ofKinds(({ columns }) => columns),
    values: ofKinds(({ values }) => values),
  };
}

/**
 * What is worth remembering of an import: all that a person said, and what each column was taken
 * for. What odd values were taken for is found again, for it hangs on what else stands in a sheet.
 */
export function toRemembered(proposals: readonly Proposal[], said: Mapping): Mapping {
  const { columns } = toMapping(proposals);
  const placed = Object.entries(columns).map(([file, headings]): [string, Words] => [
    file,
    Object.fromEntries(Object.entries(headings).filter(([, column]) => column)),
  ]);
  return mergeSheetWords({ ...NO_MAPPING, columns: Object.fromEntries(placed) }, said);
}

/** Remembers what was said of a partnership's sheets; what was said before stays where nothing else is. */
export async function rememberMapping(
  stores: OpenStores,
  partnership: string,
  mapping: Mapping,
  actor: Actor,
): Promise<void> {
  const sheetsOf = (file: string) =>
    Object.entries(mapping.sheets).flatMap(([name, kind]) =>
      (kind || LEFT_OUT) === file ? [name] : [],
    );
  const files = new Set([
    ...Object.keys(mapping.columns),
    ...Object.keys(mapping.values),
    ...Object.values(mapping.sheets).map((kind) => kind || LEFT_OUT),
  ]);
  for (const file of files)
    await stores(partnership)(mappingStore).addOrChange(file, (before) => {
      const kept = before ?? { file, sheets: [], columns: {}, values: {} };
      const added = mapping.values[file] ?? {};
      const values = [mergeWordsByName(kept.values, added), added, {}].find(fits) ?? {};
      const record: RememberedKind = {
        file,
        sheets: fit([...new Set([...kept.sheets, ...sheetsOf(file)])]),
        columns: fitWords(mergeWords(kept.columns, mapping.columns[file])),
        values,
      };
      const isSame = before && JSON.stringify(record) === JSON.stringify(before);
      return isSame ? accept({ record: before }) : acceptChange(record, { type: 'mapped' }, actor);
    });
}

const fits = (part: object) => JSON.stringify(part).length <= MAX_CHARACTERS;

/** Without the first tenth, as often as is needed. */
const fit = <Item>(items: readonly Item[]): readonly Item[] =>
  fits(items) ? items : fit(items.slice(Math.ceil(items.length / 10)));

const fitWords = (said: Words): Words => Object.fromEntries(fit(Object.entries(said)));
