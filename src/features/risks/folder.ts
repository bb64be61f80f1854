import { dayCell, idCell, textCell, wholeNumberCell } from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import type { Risk, RiskReview } from '../../domain/risk.ts';
import { riskReviewStore, riskStore } from './store.ts';

/** `risks.csv`: each risk as it stands now. */
export const risksFile = folderFile({
  name: 'risks',
  columns: {
    id: idCell,
    title: textCell,
    owner_agency: idCell.optional(),
    owner_group: idCell.optional(),
    likelihood: wholeNumberCell(1, 5).optional(),
    impact: wholeNumberCell(1, 5).optional(),
    controls: textCell.optional(),
    next_review_on: dayCell.optional(),
    closed_on: dayCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Risk => camelKeys(cells),
  columnGroups: [['likelihood', 'impact']],
  sparseColumns: ['closed_on'],
  uniqueKeys: [{ ...byId, isReference: true }],
  references: ({ ownerAgency, ownerGroup }) => [
    ['owner_agency', 'agencies', ownerAgency],
    ['owner_group', 'groups', ownerGroup],
  ],
  store: riskStore,
});

/** `risk-reviews.csv`: the score of each risk by day, by whom and why. */
export const riskReviewsFile = folderFile({
  name: 'risk-reviews',
  columns: {
    risk: idCell,
    at: textCell,
    by: textCell,
    likelihood: wholeNumberCell(1, 5),
    impact: wholeNumberCell(1, 5),
    reason: textCell,
    controls: textCell.optional(),
    next_review_on: dayCell.optional(),
  },
  read: (cells): RiskReview => camelKeys(cells),
  settledColumns: () => ['likelihood', 'impact', 'reason', 'controls', 'next_review_on'],
  idColumn: 'risk',
  uniqueKeys: [
    { columns: 'risk, at and by', value: ({ risk, at, by }) => [risk, at, by].join(' ') },
  ],
  references: ({ risk }) => [['risk', 'risks', risk]],
  unguardedColumns: ['by'],
  store: riskReviewStore,
});
