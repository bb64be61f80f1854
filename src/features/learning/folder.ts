import { choiceCell, dayCell, idCell, textCell } from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import {
  LEARNING_KINDS,
  type LearningItem,
  type LearningReply,
  REPLY_STATES,
} from '../../domain/learning.ts';
import { learningReplyStore, learningStore } from './store.ts';

/** `learning.csv`: briefings that were sent and events that were held. */
export const learningFile = folderFile({
  name: 'learning',
  columns: {
    id: idCell,
    title: textCell,
    kind: choiceCell(...LEARNING_KINDS),
    source: idCell.optional(),
    on: dayCell,
    link: textCell.optional(),
    tested_by: idCell.optional(),
    cancelled_on: dayCell.optional(),
    cancelled_because: textCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): LearningItem => camelKeys(cells),
  columnGroups: [['cancelled_on', 'cancelled_because']],
  sparseColumns: ['cancelled_on', 'cancelled_because'],
  uniqueKeys: [byId],
  references: ({ source, testedBy }) => [
    ['source', 'sources', source],
    ['tested_by', 'sources', testedBy],
  ],
  store: learningStore,
});

/** `learning-replies.csv`: to which agencies each went, and what each said. */
export const learningRepliesFile = folderFile({
  name: 'learning-replies',
  columns: {
    item: idCell,
    agency: idCell,
    sent_on: dayCell,
    due_on: dayCell,
    state: choiceCell(...REPLY_STATES),
    on: dayCell.optional(),
    by: textCell.optional(),
    text: textCell.optional(),
    answer: textCell.optional(),
  },
  read: (cells): LearningReply => camelKeys(cells),
  // What an agency said here is never undone by a sheet.
  settledColumns: ({ state }) => (state === 'waiting' ? [] : ['state', 'on', 'by', 'text']),
  columnGroups: [['state', 'on', 'by', 'text']],
  sparseColumns: ['answer'],
  idColumn: 'item',
  uniqueKeys: [{ columns: 'item and agency', value: ({ item, agency }) => `${item} ${agency}` }],
  references: ({ item, agency }) => [
    ['item', 'learning', item],
    ['agency', 'agencies', agency],
  ],
  unguardedColumns: ['by'],
  store: learningReplyStore,
});
