import { choiceCell, dayCell, idCell, listCell, textCell } from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import { SOURCE_KINDS, type Source } from '../../domain/source.ts';
import { sourceStore } from './store.ts';

/** `sources.csv`: the reviews, audits, inspections, scrutinies and surveys. */
export const sourcesFile = folderFile({
  name: 'sources',
  columns: {
    id: idCell,
    name: textCell,
    also_known_as: listCell(';'),
    kind: choiceCell(...SOURCE_KINDS),
    body: textCell.optional(),
    on: dayCell.optional(),
    review: idCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Source => camelKeys(cells),
  uniqueKeys: [byId],
  nameColumns: ['name', 'also_known_as', 'body'],
  store: sourceStore,
});
