import type { PartnershipYear } from '../domain/partnership-year.ts';
import type { Period } from '../domain/period.ts';
import type { Request } from './request.ts';

/** What a section of the yearly report reads. Whoever asks for the pack may see every record of it. */
export type ReportContext = Pick<Request, 'directory' | 'today' | 'bankHolidays' | 'store'> & {
  readonly ports: Pick<Request['ports'], 'actions' | 'meetings' | 'attendance' | 'reviews'>;
};

/** The year that a report is on, with its first and last day. */
export interface ReportYear extends Period {
  readonly year: PartnershipYear;
}

/** A figure, with the rows that it counts: whoever doubts it counts them again. */
export interface ReportFigure {
  /** `Actions complete` */
  readonly label: string;
  /** `31`, `186 of 234 (79%)` */
  readonly value: string;
  /** The references of the rows that it counts. */
  readonly rows: readonly string[];
}

export type ReportCell = string | number | undefined;

/** The rows behind the figures, as a table of a document and a sheet of a workbook. */
export interface ReportTable {
  /** At most 31 characters, for a spreadsheet takes no more. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** What the records say for one section; it holds figures and quotations, and no sentence about them. */
export interface ReportContent {
  /** What is counted, and as of which day. */
  readonly basis: string;
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  /** What the records do not say: `3 meetings were held without a register`. */
  readonly gaps: readonly string[];
}

/** A section of the yearly report's pack. A feature brings its own; the pack knows none by name. */
export interface ReportSection {
  /** What a question calls it: `attendance`. */
  readonly id: string;
  readonly title: string;
  /** The smaller, the earlier in the pack. */
  readonly position: number;
  readonly compile: (context: ReportContext, year: ReportYear) => Promise<ReportContent>;
}
