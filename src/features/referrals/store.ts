import { z } from 'zod';
import { dayCell, idCell, textCell } from '../../contract/cells.ts';
import { dayColumn, textColumn } from '../../contract/columns.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import { declareRetention } from '../../contract/retention.ts';
import { store } from '../../contract/store.ts';
import type { Referral } from '../../domain/referral.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';

export const referralStore = store<Referral>({
  kind: 'referral',
  key: ({ id }) => id,
  audited: ['on'],
  history: true,
  columns: z.object({
    id: textColumn,
    on: dayColumn,
    from: textColumn,
    whyNot: textColumn,
    basis: textColumn.optional(),
  }),
});

/** `referrals.csv`: what was referred and did not become a rapid review. */
export const referralsFile = folderFile({
  name: 'referrals',
  columns: {
    id: idCell,
    on: dayCell,
    from: textCell,
    why_not: textCell,
    basis: textCell.optional(),
  },
  read: (cells): Referral => camelKeys(cells),
  uniqueKeys: [byId],
  store: referralStore,
});

/** Ten years after it was made, as an assumption like the others. */
export const referralRetention = declareRetention({
  store: referralStore,
  rule: {
    kind: 'referral',
    from: 'made',
    months: 120,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ on }) => on,
});
