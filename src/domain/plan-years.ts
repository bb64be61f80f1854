import type { Priority } from './partnership.ts';

/**
 * Whether a year lies in the plan of a priority: a plan over several years is in force in each.
 * @example isInPlan('2025-26', { year: '2024-26' }) // true
 */
export function isInPlan(year: string, { year: plan }: Pick<Priority, 'year'>): boolean {
  const [from, to] = toCalendarYears(year);
  const [planFrom, planTo] = toCalendarYears(plan);
  return plan === year || (planFrom <= from && to <= planTo);
}

/** `2020-21` begins in 2020 and ends in 2021. */
function toCalendarYears(year: string): [number, number] {
  const from = Number(year.slice(0, 4));
  return [from, Number(`${year.slice(0, 2)}${year.slice(5)}`)];
}
