import type { Answer } from '../contract/answer.ts';
import type { Context } from '../contract/request.ts';
import { formatDayWithYear } from '../domain/dates.ts';

/**
 * The small line above a card: whose it is, what it is about, and of which day. Made here once for every answer.
 * @example 'SCSP · plan priority 2020-21 · as at Mon 15 March 2021'
 */
export function withSource(
  answer: Answer,
  { directory, today }: Pick<Context, 'directory' | 'today'>,
): Answer {
  if (!answer.heading || answer.source !== undefined) return answer;
  const parts = [
    directory.partnership.shortName,
    answer.about,
    `as at ${formatDayWithYear(today)}`,
  ];
  return { ...answer, source: parts.filter(Boolean).join(' · ') };
}
