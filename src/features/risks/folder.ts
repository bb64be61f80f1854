import { day, id, text, wholeNumber } from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import type { Risk, RiskReview } from '../../domain/risk.ts';
import { riskReviewStore, riskStore } from './store.ts';

/** `risks.csv`: each risk as it stands now. */
export const risksFile = folderFile({
  name: 'risks',
  columns: {
    id,
    title: text,
    owner_agency: id.optional(),
    owner_group: id.optional(),
    likelihood: wholeNumber(1, 5).optional(),
    impact: wholeNumber(1, 5).optional(),
    controls: text.optional(),
    next_review_on: day.optional(),
    closed_on: day.optional(),
    basis: text.optional(),
  },
  read: (cells): Risk => camelKeys(cells),
  sparseColumns: ['closed_on'],
  uniqueKeys: [byId],
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
    risk: id,
    at: text,
    by: text,
    likelihood: wholeNumber(1, 5),
    impact: wholeNumber(1, 5),
    reason: text,
    controls: text.optional(),
    next_review_on: day.optional(),
  },
  read: (cells): RiskReview => camelKeys(cells),
  idColumn: 'risk',
  uniqueKeys: [
    { columns: 'risk, at and by', value: ({ risk, at, by }) => [risk, at, by].join(' ') },
  ],
  references: ({ risk }) => [['risk', 'risks', risk]],
  unguardedColumns: ['by'],
  store: riskReviewStore,
});
