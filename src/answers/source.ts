import type { Answer } from '../contract/answer.ts';
import type { Context } from '../contract/request.ts';
import { formatDayWithYear } from '../domain/dates.ts';

/**
 * Whose an answer is, and the small line above its card that says so: what it is about, and of which day. Made here once for every answer.
 * @example 'SCSP · plan priority 2020-21 · as at Mon 15 March 2021'
 */
export function withSource(
  answer: Answer,
  { directory, today }: Pick<Context, 'directory' | 'today'>,
): Answer {
  const { id, shortName } = directory.partnership;
  const stamped = { ...answer, partnership: id };
  if (!answer.heading || answer.source !== undefined) return stamped;
  const parts = [shortName, answer.about, `as at ${formatDayWithYear(today)}`];
  return { ...stamped, source: parts.filter(Boolean).join(' · ') };
}
