import type { ReportFigure } from '../contract/report-section.ts';
import { toPercentage } from '../domain/attendance-table.ts';

/**
 * A figure that counts rows.
 * @example countFigure('Risks open', ['CH-01', 'CH-02']) // { value: '2', … }
 */
export const countFigure = (label: string, rows: readonly string[]): ReportFigure => ({
  label,
  value: String(rows.length),
  rows,
});

/**
 * A figure that counts some rows of others.
 * @example shareFigure('Actions complete', ['SA-001'], 4) // { value: '1 of 4 (25%)', … }
 */
export const shareFigure = (label: string, rows: readonly string[], of: number): ReportFigure => ({
  label,
  value: formatPart(rows.length, of),
  rows,
});

/** `1 of 4 (25%)`; `0 of 0` where there is nothing to have a share of. */
export function formatPart(part: number, of: number): string {
  const percentage = toPercentage(part, of);
  return `${part} of ${of}${percentage === undefined ? '' : ` (${percentage}%)`}`;
}
