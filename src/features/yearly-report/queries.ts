import type { Request } from '../../contract/request.ts';
import type { PartnershipYear } from '../../domain/partnership-year.ts';
import { yearlyReportStore } from './store.ts';

/** Whether the report on a year is published, and with it the figures of that year. */
export async function isReportPublished(
  { store }: Pick<Request, 'store'>,
  year: PartnershipYear,
): Promise<boolean> {
  return (await store(yearlyReportStore).get(year)) !== undefined;
}
