import { idCell, listCell, textCell } from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import type { Theme } from '../../domain/theme.ts';
import { themeStore } from './store.ts';

/** `themes.csv`: the partnership's own list of what recommendations are about. */
export const themesFile = folderFile({
  name: 'themes',
  columns: {
    id: idCell,
    name: textCell,
    also_known_as: listCell(';'),
    merged_into: idCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Theme => camelKeys(cells),
  sparseColumns: ['merged_into'],
  uniqueKeys: [byId],
  nameColumns: ['name', 'also_known_as'],
  store: themeStore,
});
