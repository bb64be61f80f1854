import { z } from 'zod';

/** The first line of every backup. */
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

/**
 * The last line of a backup: the number of rows of each table, the head of each audit log, and the
 * digest of all previous lines.
 */
export const manifestSchema = z.object({
  rows: z.record(z.string(), z.int()),
  heads: z.array(head).readonly(),
  digest: z.string(),
});

export type Manifest = z.output<typeof manifestSchema>;
export type BackupRow = z.output<typeof rowSchema>;

/** Thrown for a file that is not a complete backup; nothing of it is written. */
export class UnusableBackup extends Error {
  override readonly name = 'UnusableBackup';
}
