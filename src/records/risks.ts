import { z } from 'zod';
import type { Risk } from '../domain/risk.ts';
import { day, number, text } from './columns.ts';
import { keyOf } from './keys.ts';
import { createKind, itemsOf, rowsOf } from './kind.ts';
import { type Saved, saveChanged } from './save-changed.ts';
import type { Table } from './table.ts';

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
  save(partnership: string, risks: readonly Risk[]): Promise<Saved>;
}

/** Partition: `PARTNERSHIP|risks`. Rows: `risk|ID`. */
export function createRisks(table: Table): RiskRecords {
  const kind = createKind<Risk>(table.name, 'risk', riskColumns, ({ id }) => [id]);
  const partitionOf = (partnership: string) => keyOf(partnership, 'risks');

  return {
    all: async (partnership) => itemsOf(kind, await table.range(partitionOf(partnership))),
    async save(partnership, risks) {
      const partition = partitionOf(partnership);
      return saveChanged(table, rowsOf(kind, partition, risks), await table.range(partition));
    },
  };
}
