import { z } from 'zod';
import { jsonColumn, numberColumn, textColumn } from '../contract/columns.ts';
import { type OpenStores, store } from '../contract/store.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import type { ImportedRow } from './imported-rows.ts';

/** What an import made of one record, and what it takes to go back. */
export interface ImportChange {
  /** The file of the partnership folder. */
  readonly kind: string;
  /** What names the record in its file. */
  readonly name: string;
  /** By column what stood there; none of a record that is new. */
  readonly before?: Readonly<Record<string, string>> | undefined;
  /** By column a digest of what the import wrote. */
  readonly after: Readonly<Record<string, string>>;
  /** What the import before had given. */
  readonly last?: ImportedRow | undefined;
}

interface JournalPart {
  readonly part: number;
  readonly importId: string;
  readonly changes: readonly ImportChange[];
}

const words = z.record(z.string(), z.string());
const importChange: z.ZodType<ImportChange> = z.object({
  kind: z.string(),
  name: z.string(),
  before: words.optional(),
  after: words,
  last: z.object({ source: z.string(), cells: words }).optional(),
});

/**
 * The last import of a partnership, in parts, so that it can be taken back; the next one writes over
 * it. It holds texts, so it is no part of the audit log, and what names a person goes with them.
 */
export const importJournalStore = store<JournalPart>({
  kind: 'import-journal',
  key: ({ part }) => String(part).padStart(6, '0'),
  audited: false,
  columns: z.object({
    part: numberColumn,
    importId: textColumn,
    changes: jsonColumn(z.array(importChange).readonly()),
  }),
});

/** A stored text has 32,768 characters at most. */
const MAX_CHARACTERS = 24_000;

/** Writes down what an import is about to change; what was known of the one before goes. */
export async function keepJournal(
  stores: OpenStores,
  partnership: string,
  importId: string,
  changes: readonly ImportChange[],
  event: ChangeEvent,
): Promise<void> {
  await removeJournal(stores, partnership, event);
  const parts: ImportChange[][] = [[]];
  let characters = 0;
  for (const change of changes) {
    const length = JSON.stringify(change).length;
    if (characters + length > MAX_CHARACTERS && characters > 0) {
      parts.push([]);
      characters = 0;
    }
    parts.at(-1)?.push(change);
    characters += length;
  }
  const records = parts.map((own, part) => ({ part, importId, changes: own }));
  await stores(partnership)(importJournalStore).importAll(records, event);
}

/** What the last import changed; nothing where it was taken back. */
export async function loadJournal(
  stores: OpenStores,
  partnership: string,
): Promise<{ readonly importId: string; readonly changes: readonly ImportChange[] } | undefined> {
  const parts = await stores(partnership)(importJournalStore).list();
  const [first] = parts;
  return first && { importId: first.importId, changes: parts.flatMap(({ changes }) => changes) };
}

export async function removeJournal(
  stores: OpenStores,
  partnership: string,
  event: ChangeEvent,
): Promise<void> {
  const journal = stores(partnership)(importJournalStore);
  // The first part goes last: a removal that is cut off leaves the import known.
  for (const { part } of (await journal.list()).reverse())
    await journal.remove(String(part).padStart(6, '0'), event);
}
