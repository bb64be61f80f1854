import { z } from 'zod';
import { dayColumn, numberColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import type { Day } from '../../domain/dates.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

/** That somebody imported a file from the chat; neither the file nor its name is kept. */
export interface SheetImport {
  readonly id: string;
  readonly person: string;
  /** The files of a partnership folder that its sheets were read as. */
  readonly kinds: readonly string[];
  readonly written: number;
  readonly unchanged: number;
  readonly waiting: number;
  /** Whether they said that its doubtful rows name no child. */
  readonly namesNoChild: boolean;
  readonly importedOn: Day;
  readonly takenBackOn?: Day | undefined;
}

export const sheetImportStore = store<SheetImport>({
  kind: 'sheet-import',
  key: ({ id }) => id,
  audited: [
    'person',
    'kinds',
    'written',
    'unchanged',
    'waiting',
    'namesNoChild',
    'importedOn',
    'takenBackOn',
  ],
  columns: z.object({
    id: textColumn,
    person: textColumn,
    kinds: textListColumn,
    written: numberColumn,
    unchanged: numberColumn,
    waiting: numberColumn,
    namesNoChild: z.boolean(),
    importedOn: dayColumn,
    takenBackOn: dayColumn.optional(),
  }),
});

/** As long as who was handed what may be asked about. */
export const sheetImportRetention = declareRetention({
  store: sheetImportStore,
  rule: {
    kind: 'sheet import',
    from: 'imported',
    months: 24,
    outcome: 'deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ importedOn }) => importedOn,
});
