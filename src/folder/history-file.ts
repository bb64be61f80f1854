import { z } from 'zod';
import {
  choiceCell,
  idCell,
  instantCell,
  jsonCell,
  textCell,
  wholeNumberCell,
} from '../contract/cells.ts';
import { type FolderFile, folderFile } from '../contract/folder-file.ts';
import type { Store } from '../contract/store.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import { omitUndefined } from '../domain/optional.ts';
import { createHistoryStore, type HistoryLine } from '../storage/history.ts';

const text = z.string().optional();

/** What a history says besides who changed what, when and why. */
const detailColumns = z.object({
  agency: text,
  person: text,
  round: z.number().optional(),
  ref: text,
  on: text,
  dueOn: text,
  answer: z.enum(['needed', 'not needed', 'more information']).optional(),
  national: z.boolean().optional(),
  what: text,
});

const changeColumns = z.record(z.string(), z.object({ from: text, to: text }));

/** Histories of which all is said of rapid reviews. */
const OF_REVIEWS: readonly string[] = ['review', 'lcspr'];

/** `history.csv`: every change of a record, by whom, when and why. */
export function createHistoryFile(stores: readonly Store<unknown>[]): FolderFile {
  const [first = 'meeting', ...others] = stores.map(({ kind }) => kind);
  return folderFile({
    name: 'history',
    columns: {
      kind: choiceCell('action', 'meeting', first, ...others),
      record: textCell,
      number: wholeNumberCell(1, 999_999_999),
      at: instantCell,
      by: idCell,
      on_behalf: idCell.optional(),
      type: textCell,
      reason: textCell.optional(),
      changes: jsonCell(changeColumns).optional(),
      details: jsonCell(detailColumns).optional(),
    },
    read: ({ kind, record, number, on_behalf: onBehalf, details, ...event }): HistoryLine => ({
      kind,
      record,
      number,
      event: omitUndefined({ ...event, onBehalf, ...details }) as ChangeEvent,
    }),
    write: ({ kind, record, number, event }) => {
      const { at, by, onBehalf, type, reason, changes, operation: _, ...details } = event;
      const parts = { kind, record, number, at, by, onBehalf, type, reason, changes };
      return Object.keys(details).length > 0
        ? { ...parts, details: detailColumns.parse(details) }
        : parts;
    },
    isOfExports: true,
    jsonColumns: ['changes', 'details'],
    nameColumns: ['record'],
    toOpenRecord: (line) => {
      if (OF_REVIEWS.includes(line.kind)) return undefined;
      const { reason, ...event } = line.event;
      const isOfSeat = line.kind === 'register' && event.type === 'refused';
      return isOfSeat ? { ...line, event } : line;
    },
    settledColumns: () => ['at', 'by', 'on_behalf', 'type', 'reason', 'changes', 'details'],
    idColumn: 'record',
    uniqueKeys: [
      {
        columns: 'kind, record and number',
        value: ({ kind, record, number }) => `${kind} ${record} ${number}`,
      },
    ],
    store: createHistoryStore(stores),
  });
}
