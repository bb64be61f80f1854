import { z } from 'zod';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { reportAnswer } from './record-published.ts';
import { reportYearOf } from './report-year.ts';

/** *Open*, on a notice. */
export const openReport = action({
  id: 'yearly-report.show',
  permission: 'anybody',
  input: z.object({ year: z.string().max(20) }),
  handle: (request: Request, { year }) => showReport(request, year),
});

/** `/yearly-report 2020-21` */
export function showReport(request: Request, asked = ''): Promise<Answer> {
  return reportAnswer(request, reportYearOf(request, asked));
}
