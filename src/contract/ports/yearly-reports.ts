import type { PartnershipYear } from '../../domain/partnership-year.ts';
import type { YearlyReport } from '../../domain/yearly-report.ts';

export interface StoredReport {
  readonly report: YearlyReport;
  /** Differs after every change. */
  readonly version: string;
}

/** The yearly reports that are out. One request each. */
export interface YearlyReports {
  find(partnership: string, year: PartnershipYear): Promise<StoredReport | undefined>;
  /** `stale` when somebody else recorded it since that version; `''` for “not yet”. */
  record(partnership: string, report: YearlyReport, version: string): Promise<'saved' | 'stale'>;
}
