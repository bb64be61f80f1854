import { z } from 'zod';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import {
  isConfirmed,
  LEARNING_KINDS,
  type LearningItem,
  type LearningReply,
  REPLY_STATES,
} from '../../domain/learning.ts';

/** What a partnership learned and told its agencies is read years later: it stays. */
export const learningStore = store<LearningItem>({
  kind: 'learning',
  key: ({ id }) => id,
  audited: ['kind', 'source', 'on', 'testedBy', 'cancelledOn'],
  history: true,
  columns: z.object({
    id: textColumn,
    title: textColumn,
    kind: z.enum(LEARNING_KINDS),
    source: textColumn.optional(),
    on: dayColumn,
    link: textColumn.optional(),
    testedBy: textColumn.optional(),
    cancelledOn: dayColumn.optional(),
    cancelledBecause: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});

/** One record for each agency that it was sent to. */
export const learningReplyStore = store<LearningReply>({
  kind: 'learning-reply',
  key: ({ item, agency }) => [item, agency],
  indexes: { unconfirmedByDueDay: (reply) => !isConfirmed(reply) && reply.dueOn },
  audited: ['item', 'agency', 'sentOn', 'dueOn', 'state', 'on'],
  auditId: ({ item, agency }) => `${item} ${agency}`,
  history: true,
  columns: z.object({
    item: textColumn,
    agency: textColumn,
    sentOn: dayColumn,
    dueOn: dayColumn,
    state: z.enum(REPLY_STATES),
    on: dayColumn.optional(),
    by: textColumn.optional(),
    text: textColumn.optional(),
    answer: textColumn.optional(),
  }),
});
