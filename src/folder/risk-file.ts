import { day, id, text, wholeNumber } from '../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../contract/folder-file.ts';
import type { Risk } from '../domain/risk.ts';
import { riskStore } from '../storage/stores/risks.ts';

export const riskFile = folderFile({
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
    basis: text.optional(),
  },
  read: (cells): Risk => camelKeys(cells),
  uniqueKeys: [byId],
  references: ({ ownerAgency, ownerGroup }) => [
    ['owner_agency', 'agencies', ownerAgency],
    ['owner_group', 'groups', ownerGroup],
  ],
  store: riskStore,
});
