import { toDecisionRow } from '../../answers/decision-words.ts';
import { withSource } from '../../answers/source.ts';
import type { Hit } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { addMonths } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import { findDecisions } from './queries.ts';

/** So far back the search looks. */
const MONTHS = 36;

/** Decisions for the search of the message extension: those in which each word begins a word, the latest first. */
export async function searchDecisions(
  request: Request,
  words: string,
  most: number,
): Promise<readonly Hit[]> {
  const wanted = splitWords(words);
  if (wanted.length === 0 || !isPermitted(request.person, 'meetings.read')) return [];
  const { today } = request;
  const decisions = await findDecisions(request, { from: addMonths(today, -MONTHS), to: today });
  return decisions
    .filter((decision) => isAbout(decision, words))
    .slice(0, most)
    .map((decision) => toHit(request, decision));
}

/** Whether each of the words begins a word of a decision; the small ones say nothing. */
export function isAbout({ what, options }: Decision, words: string): boolean {
  const own = splitWords([what, ...options].join(' '));
  const wanted = splitWords(words);
  const telling = wanted.filter((word) => !SMALL.has(word));
  return (telling.length > 0 ? telling : wanted).every((word) =>
    own.some((each) => each.startsWith(word)),
  );
}

const SMALL: ReadonlySet<string> = new Set('a an and for in of on our the to with'.split(' '));

function toHit(request: Request, decision: Decision): Hit {
  const { title, line, details } = toDecisionRow(decision, request.directory);
  const sections = [{ rows: [{ title, line, details }] }];
  return {
    title,
    line,
    answer: withSource({ text: title, heading: 'Decision', sections }, request),
  };
}

const splitWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
