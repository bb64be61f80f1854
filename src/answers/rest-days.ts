import type { Answer } from '../contract/answer.ts';
import type { Moment } from '../contract/request.ts';
import type { BankHolidays } from '../domain/bank-holidays.ts';
import { type Day, formatDay, parseDay } from '../domain/dates.ts';
import { isWorkingDay } from '../domain/working-days.ts';

/**
 * What is said of a day on which few people work; `undefined` of a working day.
 * @example describeRestDay(day('2021-05-03'), { today, bankHolidays }) // 'Mon 3 May is a bank holiday.'
 */
export function describeRestDay(of: Day, { today, bankHolidays }: Moment): string | undefined {
  if (isWorkingDay(of, bankHolidays)) return undefined;
  return `${formatDay(of, today)} is ${nameRestDay(of, bankHolidays)}.`;
}

const nameRestDay = (of: Day, { days }: BankHolidays): string =>
  days.has(of) ? 'a bank holiday' : 'at the weekend';

/** A form whose day is to come and no working day says so, before it is confirmed. */
export function withRestDays(answer: Answer, moment: Moment): Answer {
  const days = (answer.form?.fields ?? []).flatMap(({ kind, value }) => {
    const of = kind === 'day' && value ? parseDay(value) : undefined;
    return of && of > moment.today ? [of] : [];
  });
  const notes = [...new Set(days)].flatMap((of) => describeRestDay(of, moment) ?? []);
  if (notes.length === 0) return answer;
  const note = notes.join(' ');
  return {
    ...answer,
    text: `${answer.text} ${note}`,
    sections: [...(answer.sections ?? []), { text: note, isEmphasised: true }],
  };
}
