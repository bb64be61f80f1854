import { z } from 'zod';
import { textColumn, textListColumn } from '../../contract/columns.ts';
import { store } from '../../contract/store.ts';
import type { Theme } from '../../domain/theme.ts';

/** The partnership's own list of themes; it stays with the recommendations that have them. */
export const themeStore = store<Theme>({
  kind: 'theme',
  key: ({ id }) => id,
  history: true,
  columns: z.object({
    id: textColumn,
    name: textColumn,
    alsoKnownAs: textListColumn,
    mergedInto: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});
