import { z } from 'zod';
import {
  choiceCell,
  dayCell,
  idCell,
  instantCell,
  jsonCell,
  listCell,
  numberCell,
  operationCell,
  textCell,
  wholeNumberCell,
} from '../contract/cells.ts';
import { camelKeys, type FolderFile, folderFile } from '../contract/folder-file.ts';
import type { Store } from '../contract/store.ts';
import { AGENDA_STATUSES, type AgendaItem, type StandingItem } from '../domain/agenda.ts';
import type { LearnedWords } from '../domain/directory.ts';
import { omitUndefined } from '../domain/optional.ts';
import type { RapidReview } from '../domain/rapid-review.ts';
import type { Mark, Register } from '../domain/register.ts';
import { taughtWordsStore } from '../storage/directory/taught-words.ts';
import {
  markWithBefore,
  partnershipThenColumns,
  presenceColumns,
  proceededColumns,
  registerStore,
} from '../storage/meetings/meeting-stores.ts';
import {
  reviewStore,
  roundColumns,
  summaryColumns,
  withdrawnColumns,
} from '../storage/reviews/review-stores.ts';
import { agendaItemStore, standingItemStore } from '../storage/stores/agendas.ts';
import { chatLinkStore } from '../storage/stores/chat-links.ts';
import { createHistoryFile } from './history-file.ts';

const agendaItems = folderFile({
  name: 'agenda-items',
  columns: {
    id: operationCell,
    meeting_id: idCell,
    title: textCell,
    position: numberCell,
    status: choiceCell(...AGENDA_STATUSES),
    paper: textCell.optional(),
    presenter: textCell.optional(),
    minutes: wholeNumberCell(1, 1440).optional(),
    proposed_by: idCell,
    proposed_at: instantCell,
    decided_by: idCell.optional(),
  },
  read: (cells): AgendaItem => omitUndefined(camelKeys(cells)),
  isOfExports: true,
  unguardedColumns: ['id'],
  nameColumns: ['presenter'],
  settledColumns: () => [
    'title',
    'position',
    'status',
    'paper',
    'presenter',
    'minutes',
    'proposed_by',
    'proposed_at',
    'decided_by',
  ],
  uniqueKeys: [
    { columns: 'meeting_id and id', value: ({ meetingId, id }) => `${meetingId} ${id}` },
  ],
  references: ({ meetingId }) => [['meeting_id', 'meetings', meetingId]],
  store: agendaItemStore,
});

const standingItems = folderFile({
  name: 'standing-items',
  columns: {
    id: operationCell,
    group: idCell,
    title: textCell,
    added_at: instantCell.optional(),
    dropped_at: instantCell.optional(),
  },
  read: (cells): StandingItem => omitUndefined(camelKeys(cells)),
  isOfExports: true,
  unguardedColumns: ['id'],
  settledColumns: () => ['title', 'added_at', 'dropped_at'],
  uniqueKeys: [{ columns: 'group and id', value: ({ group, id }) => `${group} ${id}` }],
  references: ({ group }) => [['group', 'groups', group]],
  store: standingItemStore,
});

const chatLinks = folderFile({
  name: 'chat-links',
  columns: {
    conversation_id: textCell,
    group: idCell,
    meeting_id: idCell.optional(),
    linked_at: instantCell,
  },
  read: (cells): ChatLink => omitUndefined(camelKeys(cells)),
  isOfExports: true,
  unguardedColumns: ['conversation_id'],
  settledColumns: () => ['group', 'meeting_id', 'linked_at'],
  idColumn: 'conversation_id',
  uniqueKeys: [{ columns: 'conversation_id', value: ({ conversationId }) => conversationId }],
  references: ({ group, meetingId }) => [
    ['group', 'groups', group],
    ['meeting_id', 'meetings', meetingId],
  ],
  store: chatLinkStore as Store<ChatLink>,
});

interface ChatLink {
  readonly conversationId: string;
  readonly group: string;
  readonly meetingId?: string | undefined;
  readonly linkedAt: string;
}

/** Marks and invitations of a roll-call; what they came to for each agency is attendance.csv. */
const registers = folderFile({
  name: 'registers',
  columns: {
    meeting_id: idCell,
    group: idCell,
    status: choiceCell('planned', 'open', 'closed'),
    expected: listCell(';'),
    invited: listCell(';'),
    vacant: listCell(';'),
    marks: jsonCell(z.array(markWithBefore).readonly()),
    joined: jsonCell(z.array(presenceColumns).readonly()),
    proceeded: jsonCell(proceededColumns).optional(),
    partnership_then: jsonCell(partnershipThenColumns).optional(),
  },
  read: (cells): Register => omitUndefined({ ...camelKeys(cells), lines: [] }),
  isOfExports: true,
  jsonColumns: ['marks', 'joined', 'proceeded', 'partnership_then'],
  toOpenRecord: (register) => ({
    ...register,
    marks: register.marks.map(({ before, ...mark }) => ({
      ...toOpenMark(mark),
      ...(before && { before: toOpenMark(before) }),
    })),
  }),
  settledColumns: () => [
    'group',
    'status',
    'expected',
    'invited',
    'vacant',
    'marks',
    'joined',
    'proceeded',
    'partnership_then',
  ],
  idColumn: 'meeting_id',
  uniqueKeys: [{ columns: 'meeting_id', value: ({ meetingId }) => meetingId }],
  references: ({ meetingId, group, expected, invited, vacant }) => [
    ['meeting_id', 'meetings', meetingId],
    ['group', 'groups', group],
    ['expected', 'agencies', [...expected, ...invited, ...vacant]],
  ],
  store: registerStore as Store<unknown> as Store<Register>,
});

/** Without the words to the chair, and why a seat was not confirmed. */
function toOpenMark({ message: _, claim, ...mark }: Mark): Mark {
  if (!claim) return mark;
  const { reason: __, ...open } = claim;
  return { ...mark, claim: open };
}

/** What reviews.csv has no column for: summaries, positions, rounds. */
const rapidReviews = folderFile({
  name: 'rapid-reviews',
  columns: {
    ref: idCell,
    year: idCell.optional(),
    category: textCell.optional(),
    aware_on: dayCell.optional(),
    notified_on: dayCell.optional(),
    summaries: jsonCell(z.array(summaryColumns).readonly()),
    rounds: jsonCell(z.array(roundColumns).readonly()),
    outcome: textCell.optional(),
    withdrawn: jsonCell(withdrawnColumns).optional(),
    basis: textCell.optional(),
  },
  read: (cells): RapidReview => omitUndefined(camelKeys(cells)),
  isOfExports: true,
  jsonColumns: ['summaries', 'rounds', 'withdrawn'],
  toOpenRecord: () => undefined,
  settledColumns: () => [
    'year',
    'category',
    'aware_on',
    'notified_on',
    'summaries',
    'rounds',
    'outcome',
    'withdrawn',
    'basis',
  ],
  idColumn: 'ref',
  uniqueKeys: [{ columns: 'ref', value: ({ ref }) => ref }],
  references: ({ ref }) => [['ref', 'reviews', ref]],
  store: reviewStore as Store<unknown> as Store<RapidReview>,
});

const taughtWords = folderFile({
  name: 'taught-words',
  columns: { words: textCell, kind: choiceCell('agency', 'group', 'priority'), id: idCell },
  read: (cells): LearnedWords => cells,
  isOfExports: true,
  settledColumns: () => ['kind', 'id'],
  idColumn: 'words',
  uniqueKeys: [{ columns: 'words', value: ({ words }) => words }],
  store: taughtWordsStore,
});

/** What people did in the chat and no feature has a file of its own for. */
const KEPT_FILES: readonly FolderFile[] = [
  agendaItems,
  standingItems,
  chatLinks,
  registers,
  rapidReviews,
  taughtWords,
];

/** All files of a folder that keep what people did in the chat, with the histories of all of them. */
export function keptFiles(featureFiles: readonly FolderFile[]): readonly FolderFile[] {
  const stores = [...featureFiles, ...KEPT_FILES].flatMap(({ store }) => store ?? []);
  return [...KEPT_FILES, createHistoryFile(stores.filter(({ history }) => history))];
}
