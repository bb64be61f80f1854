import { z } from 'zod';
import {
  dayCell,
  idCell,
  instantCell,
  jsonCell,
  operationCell,
  textCell,
} from '../../contract/cells.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import type { Decision } from '../../domain/decision.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { decisionStore, inErrorColumns, quorumColumns, toKey } from './store.ts';

/** `decisions.csv`: what was decided, with the quorum of the moment. */
export const decisionsFolderFile = folderFile({
  name: 'decisions',
  columns: {
    id: operationCell,
    group: idCell,
    meeting_id: idCell.optional(),
    item: textCell.optional(),
    decided_on: dayCell,
    what: textCell,
    options: jsonCell(z.array(z.string()).readonly()),
    dissent: textCell.optional(),
    authority: textCell,
    quorum_then: jsonCell(quorumColumns).optional(),
    priority: idCell.optional(),
    recorded_by: idCell,
    recorded_at: instantCell,
    in_error: jsonCell(inErrorColumns).optional(),
  },
  read: (cells): Decision => omitUndefined(camelKeys(cells)),
  isOfExports: true,
  unguardedColumns: ['id'],
  jsonColumns: ['options', 'quorum_then', 'in_error'],
  settledColumns: () => SETTLED,
  uniqueKeys: [{ columns: 'group, decided_on and id', value: (each) => toKey(each).join(' ') }],
  references: ({ group, meetingId, priority }) => [
    ['group', 'groups', group],
    ['meeting_id', 'meetings', meetingId],
    ['priority', 'priorities', priority, 'may be unknown'],
  ],
  store: decisionStore,
});

/** An import never changes what was decided: what is wrong is marked so in the chat. */
const SETTLED = [
  'meeting_id',
  'item',
  'what',
  'options',
  'dissent',
  'authority',
  'quorum_then',
  'priority',
  'recorded_by',
  'recorded_at',
  'in_error',
] as const;
