import { z } from 'zod';
import type { Risk } from '../domain/risk.ts';
import type { AuditedTable } from './audited-table.ts';
import { day, number, text } from './columns.ts';
import { keyOf } from './keys.ts';
import { createKind, itemsOf, rowsOf } from './kind.ts';
import { imported, type Saved, saveChanged } from './save-changed.ts';

const riskColumns = z.object({
  id: text,
  title: text,
  ownerAgency: text.optional(),
  ownerGroup: text.optional(),
  likelihood: number.optional(),
  impact: number.optional(),
  controls: text.optional(),
  nextReviewOn: day.optional(),
  basis: text.optional(),
});

export interface RiskRecords {
  all(partnership: string): Promise<Risk[]>;
  save(partnership: string, risks: readonly Risk[], by: string): Promise<Saved>;
}

/** Partition: `PARTNERSHIP|risks`. Rows: `risk|ID`. */
export function createRisks(table: AuditedTable): RiskRecords {
  const kind = createKind<Risk>(table.name, 'risk', riskColumns, ({ id }) => [id]);
  const partitionOf = (partnership: string) => keyOf(partnership, 'risks');

  return {
    all: async (partnership) => itemsOf(kind, await table.range(partitionOf(partnership))),
    async save(partnership, risks, by) {
      const partition = partitionOf(partnership);
      const stored = await table.range(partition);
      return saveChanged(
        table,
        partition,
        rowsOf(kind, partition, risks),
        stored,
        imported(by, 'risks', partnership),
      );
    },
  };
}
