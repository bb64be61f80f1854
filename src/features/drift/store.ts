import { z } from 'zod';
import {
  choiceCell,
  dayCell,
  idCell,
  listCell,
  numberCell,
  textCell,
} from '../../contract/cells.ts';
import {
  dayColumn,
  jsonColumn,
  numberColumn,
  textColumn,
  textListColumn,
} from '../../contract/columns.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import type { DriftSnapshot } from '../../domain/drift-snapshot.ts';
import { type FindingResponse, RESPONSE_STATES } from '../../domain/finding-response.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const findingResponseStore = store<FindingResponse>({
  kind: 'finding-response',
  key: ({ id }) => id,
  audited: ['rule', 'state', 'until', 'by', 'on', 'level'],
  history: true,
  columns: z.object({
    id: textColumn,
    rule: textColumn,
    subject: textColumn,
    state: z.enum(RESPONSE_STATES),
    words: textColumn,
    until: dayColumn,
    by: textColumn,
    on: dayColumn,
    level: z.enum(['alert', 'warn']),
    figure: numberColumn,
    since: dayColumn.optional(),
    rows: textListColumn,
  }),
});

/** Ten years after its last day, like what it is about. */
export const findingResponseRetention = declareRetention({
  store: findingResponseStore,
  rule: {
    kind: 'finding response',
    from: 'ended',
    months: 120,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ until }) => until,
});

/** `finding-responses.csv`: what drifted and was looked into or accepted, by whom, why and until when. */
export const findingResponsesFile = folderFile({
  name: 'finding-responses',
  columns: {
    id: idCell,
    rule: textCell,
    subject: textCell,
    state: choiceCell(...RESPONSE_STATES),
    words: textCell,
    until: dayCell,
    by: textCell,
    on: dayCell,
    level: choiceCell('alert', 'warn'),
    figure: numberCell,
    since: dayCell.optional(),
    rows: listCell(';'),
  },
  read: (cells): FindingResponse => camelKeys(cells),
  uniqueKeys: [{ ...byId, isReference: true }],
  unguardedColumns: ['rule', 'by'],
  nameColumns: ['subject'],
  isOfExports: true,
  store: findingResponseStore,
});

const snapshotLine = z.object({
  rule: z.string(),
  subject: z.string(),
  level: z.enum(['alert', 'warn']),
  figure: z.number(),
  group: z.string().optional(),
  sentence: z.string(),
});

/** What drifted on the days of letters and boards, kept by Convenor itself. */
export const driftSnapshotStore = store<DriftSnapshot>({
  kind: 'drift-snapshot',
  key: ({ on, part }) => [on, String(part)],
  auditId: ({ on, part }) => `${on}:${part}`,
  audited: ['on', 'part'],
  columns: z.object({
    on: dayColumn,
    part: numberColumn,
    lines: jsonColumn(z.array(snapshotLine).readonly()),
  }),
});

/** Long enough to say what is new since the board of last year. */
export const driftSnapshotRetention = declareRetention({
  store: driftSnapshotStore,
  rule: {
    kind: 'drift snapshot',
    from: 'kept',
    months: 24,
    outcome: 'deleted',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ on }) => on,
});
