import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermitted } from '../../domain/access.ts';
import { parseYear, resolveYear } from '../../domain/partnership-year.ts';
import { reportedYear } from '../../domain/yearly-report.ts';
import { reportAnswer } from './report-answer.ts';

/** “is the yearly report published”, “build the annual report pack 20-21”. Without a year, of the one that ended last. */
export async function showReport(
  asker: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<Answer> {
  const reply = await showReportOf(asker, filters.year ?? '', ports);
  return {
    ...reply,
    text: `${reply.text} I cannot put its figures together yet, and nothing has been changed.`,
  };
}

const schema = z.object({ year: z.string().max(20) });

/** *Open*, on a notice. */
export async function openReport(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const sent = schema.safeParse(data);
  if (!sent.success) throw new UnreadableInput('yearly-report.show');
  return showReportOf(asker, sent.data.year, ports);
}

/** `/yearly-report 2020-21` */
export async function showReportOf(asker: Asker, asked: string, ports: Ports): Promise<Answer> {
  const { id, timeZone, yearStart } = asker.directory.partnership;
  const { bankHolidays } = ports.calendar;
  const day = ports.calendar.today(timeZone);
  const named = asked === 'current' ? undefined : resolveYear(asked.trim(), day, yearStart);
  const year = parseYear(named ?? '') ?? reportedYear(day, yearStart);
  const report = (await ports.yearlyReports.find(id, year))?.report;
  const mayRecord = isPermitted(asker.person, 'yearly-report.record');
  return reportAnswer(asker, { year, report, mayRecord }, { today: day, bankHolidays });
}
