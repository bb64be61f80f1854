import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createRecords, type Records, type RecordsOptions } from '../../src/storage/records.ts';
import { patientStorage } from './patient-storage.ts';

/** A prefix that keeps a test's tables apart from all others in the shared Azurite. */
export function freshPrefix(): string {
  return `T${randomBytes(8).toString('hex')}`;
}

/** Empty records of a test's own. With the `tablePrefix` of other records, a second instance over the same tables. */
export async function freshRecords(
  options: Partial<Omit<RecordsOptions, 'connection'>> = {},
): Promise<Records> {
  const connection = { connectionString: inject('azurite') };
  const policies = [patientStorage, ...(options.policies ?? [])];
  const records = createRecords({ connection, tablePrefix: freshPrefix(), ...options, policies });
  await records.prepare();
  return records;
}
