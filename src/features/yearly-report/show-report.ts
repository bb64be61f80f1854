import { z } from 'zod';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { parseYear, resolveYear } from '../../domain/partnership-year.ts';
import { reportedYear } from '../../domain/yearly-report.ts';
import { reportAnswer } from './record-published.ts';
import { yearlyReportStore } from './store.ts';

/** “is the yearly report published”, “build the annual report pack 20-21”. Without a year, of the one that ended last. */
export async function answerReport(request: Request, { filters }: Question): Promise<Answer> {
  const answer = await showReport(request, filters.year);
  return {
    ...answer,
    text: `${answer.text} I cannot put its figures together yet, and nothing has been changed.`,
  };
}

/** *Open*, on a notice. */
export const openReport = action({
  id: 'yearly-report.show',
  permission: 'anybody',
  input: z.object({ year: z.string().max(20) }),
  handle: (request: Request, { year }) => showReport(request, year),
});

/** `/yearly-report 2020-21` */
export async function showReport(request: Request, asked = ''): Promise<Answer> {
  const { directory, store, today } = request;
  const { yearStart } = directory.partnership;
  const named = asked === 'current' ? undefined : resolveYear(asked.trim(), today, yearStart);
  const year = parseYear(named ?? '') ?? reportedYear(today, yearStart);
  return reportAnswer(request, year, await store(yearlyReportStore).get(year));
}
