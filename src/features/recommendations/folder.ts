import { choiceCell, dayCell, idCell, listCell, textCell } from '../../contract/cells.ts';
import { camelKeys, folderFile } from '../../contract/folder-file.ts';
import { RESPONSES, type Recommendation } from '../../domain/recommendation.ts';
import { recommendationStore } from './store.ts';

/** `recommendations.csv`: what each source asks, in its own words, and what came of it. */
export const recommendationsFile = folderFile({
  name: 'recommendations',
  columns: {
    ref: idCell,
    source: idCell,
    text: textCell,
    addressed_to: listCell(';'),
    response_due_on: dayCell.optional(),
    response: choiceCell(...RESPONSES).optional(),
    response_reason: textCell.optional(),
    responded_on: dayCell.optional(),
    themes: listCell(';'),
    repeats: idCell.optional(),
    actions: listCell(';'),
    evidence: textCell.optional(),
    evidence_by: textCell.optional(),
    evidence_on: dayCell.optional(),
    verified_by: textCell.optional(),
    verified_on: dayCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Recommendation => camelKeys(cells),
  columnGroups: [
    ['response', 'response_reason', 'responded_on'],
    ['evidence', 'evidence_by', 'evidence_on'],
    ['verified_by', 'verified_on'],
  ],
  idColumn: 'ref',
  uniqueKeys: [{ columns: 'ref', value: ({ ref }) => ref, isReference: true }],
  references: ({ source, addressedTo, themes, repeats, actions }) => [
    ['source', 'sources', source],
    ['addressed_to', 'agencies', addressedTo],
    ['themes', 'themes', themes],
    ['repeats', 'recommendations', repeats],
    ['actions', 'actions', actions, 'may be unknown'],
  ],
  unguardedColumns: ['evidence_by', 'verified_by'],
  store: recommendationStore,
});
