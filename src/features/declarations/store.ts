import { z } from 'zod';
import {
  choiceCell,
  dayCell,
  idCell,
  instantCell,
  operationCell,
  textCell,
} from '../../contract/cells.ts';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import { DECLARED_PARTS, type Declaration } from '../../domain/declaration.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const toKey = ({
  meetingId,
  id,
}: Pick<Declaration, 'meetingId' | 'id'>): readonly string[] => [meetingId, id];

export const declarationStore = store<Declaration>({
  kind: 'declaration',
  key: toKey,
  history: true,
  audited: ['meetingId', 'group', 'on', 'person', 'part', 'withdrawnOn'],
  columns: z.object({
    id: textColumn,
    meetingId: textColumn,
    group: textColumn,
    on: dayColumn,
    item: textColumn.optional(),
    about: textColumn.optional(),
    person: textColumn,
    nature: textColumn,
    part: z.enum(DECLARED_PARTS),
    recordedBy: textColumn,
    recordedAt: textColumn,
    withdrawnOn: dayColumn.optional(),
  }),
  indexes: { byDay: ({ on }) => on, byPerson: ({ person }) => person },
});

/** `declarations.csv`: who declared which interest at which meeting. */
export const declarationsFile = folderFile({
  name: 'declarations',
  columns: {
    id: operationCell,
    meeting_id: idCell,
    group: idCell,
    on: dayCell,
    item: textCell.optional(),
    about: idCell.optional(),
    person: idCell,
    nature: textCell,
    part: choiceCell(...DECLARED_PARTS),
    recorded_by: idCell,
    recorded_at: instantCell,
    withdrawn_on: dayCell.optional(),
  },
  read: (cells): Declaration => camelKeys(cells),
  isOfExports: true,
  unguardedColumns: ['id', 'person', 'recorded_by'],
  sparseColumns: ['withdrawn_on'],
  uniqueKeys: [{ columns: 'meeting_id and id', value: (each) => toKey(each).join(' ') }],
  references: ({ meetingId, group, person }) => [
    ['meeting_id', 'meetings', meetingId],
    ['group', 'groups', group],
    ['person', 'people', person],
  ],
  store: declarationStore,
});

/** As long as the agenda of the meeting. */
export const declarationRetention = declareRetention({
  store: declarationStore,
  rule: {
    kind: 'declaration',
    from: 'declared',
    months: 84,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ on }) => on,
});
