import { z } from 'zod';

/** What a backup begins with: a file that does not is none. */
export const headerSchema = z.object({
  kind: z.literal('convenor backup'),
  format: z.literal(1),
  at: z.iso.datetime(),
});

export const rowSchema = z.object({
  table: z.string(),
  row: z
    .object({ partitionKey: z.string(), rowKey: z.string() })
    .catchall(z.union([z.string(), z.number(), z.boolean()])),
});

const head = z.object({
  partition: z.string(),
  sequence: z.int(),
  hash: z.string(),
  faults: z.int(),
});

/** What a backup ends with: how many rows of each table, where each audit log ended, and the digest of all lines before. */
export const manifestSchema = z.object({
  rows: z.record(z.string(), z.int()),
  heads: z.array(head).readonly(),
  digest: z.string(),
});

export type Manifest = z.output<typeof manifestSchema>;
export type BackupRow = z.output<typeof rowSchema>;

/** A file is not a backup, or not a whole one. Nothing of it is written. */
export class UnusableBackup extends Error {
  override readonly name = 'UnusableBackup';
}
