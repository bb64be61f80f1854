import { z } from 'zod';
import { dayColumn, textColumn, textListColumn } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import { SOURCE_KINDS, type Source } from '../../domain/source.ts';

/** Sources stay: what was asked of a partnership, and by whom, is read years later. */
export const sourceStore = store<Source>({
  kind: 'source',
  key: ({ id }) => id,
  audited: ['kind', 'on', 'review'],
  history: true,
  columns: z.object({
    id: textColumn,
    name: textColumn,
    alsoKnownAs: textListColumn,
    kind: z.enum(SOURCE_KINDS),
    body: textColumn.optional(),
    on: dayColumn.optional(),
    review: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});
