import { dayCell, idCell } from '../../contract/cells.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import type { Deputy } from '../../domain/deputy.ts';
import { deputyStore } from './store.ts';

/** `deputies.csv`: who takes the seat of another agency, named beforehand. */
export const deputiesFile = folderFile({
  name: 'deputies',
  columns: {
    agency: idCell,
    person: idCell,
    from: dayCell,
    to: dayCell.optional(),
    named_by: idCell.default('import'),
  },
  read: (cells): Deputy => camelKeys(cells),
  idColumn: 'person',
  uniqueKeys: [
    { columns: 'agency and person', value: ({ agency, person }) => `${agency} ${person}` },
  ],
  references: ({ agency, person }) => [
    ['agency', 'agencies', agency],
    ['person', 'people', person],
  ],
  unguardedColumns: ['person', 'named_by'],
  store: deputyStore,
});
