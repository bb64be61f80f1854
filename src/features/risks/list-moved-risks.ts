import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay } from '../../domain/dates.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import { type Risk, type RiskMove, riskMove, worstFirst } from '../../domain/risk.ts';
import { toRiskRow } from './describe-risk.ts';
import { riskReviewStore, riskStore } from './store.ts';

const MAX_ROWS = 20;

/** “which risks went up since march”: by how much the scores of open risks moved since a day, or at the last review. */
export async function listMovedRisks(request: Request, question: Question): Promise<Answer> {
  const { directory, store, today } = request;
  const { moved } = question.args;
  const isDown = DOWN.test(String(moved));
  const isEither = EITHER.test(String(moved));
  const { group, agency, dueRange } = question.filters;
  const since = dueRange ? resolveDueRange(dueRange, today)?.from : undefined;
  const risks = worstFirst(await store(riskStore).list()).filter(
    ({ ownerGroup, ownerAgency }) =>
      (!group || ownerGroup === group) && (!agency || ownerAgency === agency),
  );
  const reviewed = Map.groupBy(await store(riskReviewStore).list(), ({ risk }) => risk);
  const moves = await Promise.all(
    risks.map(async (risk) => {
      const reviews = reviewed.get(risk.id);
      // A risk that nobody reviewed has no other score, so its history need not be read.
      const history = reviews ? await store(riskStore).history(risk.id) : [];
      const first = history.find(({ type }) => type === 'reviewed')?.changes?.score?.from;
      return {
        risk,
        move: riskMove(risk, reviews ?? [], { since, first: Number(first) || undefined }),
      };
    }),
  );
  const known = moves.flatMap(({ risk, move }) => (move ? [{ risk, ...move }] : []));
  const up = known.filter(({ from, to }) => to > from);
  const down = known.filter(({ from, to }) => to < from);
  const wanted = isEither ? [...up, ...down] : isDown ? down : up;
  const when = since ? `since ${formatDay(since, today)}` : 'at the last review';
  const unknown = risks.length - known.length;
  const unknownNote =
    unknown > 0
      ? ` ${unknown} ${pluralVerb(unknown, 'has', 'have')} no score from before, so of ${pluralVerb(unknown, 'it', 'them')} nobody can tell.`
      : '';
  return {
    text: isEither
      ? `${sentence(up, `went up ${when}`)} ${sentence(down, `went down ${when}`)}${unknownNote}`
      : `${sentence(wanted, `went ${isDown ? 'down' : 'up'} ${when}`)}${unknownNote}`,
    ...(wanted.length > 0 && {
      heading: `Scores that moved ${when}`,
      sections: [
        {
          rows: wanted.slice(0, MAX_ROWS).map(({ risk, from, to }) => ({
            ...toRiskRow(risk, directory, request),
            details: `${from} → ${to}`,
          })),
        },
      ],
    }),
    suggestions: [{ title: 'Risk register', ...ask('list_risks', question.filters) }],
    thread: { question },
  };
}

const DOWN = /down|fell|fallen|lower|better|improv/i;
const EITHER = /chang|moved/i;

/** “2 risks went up since 1 March: CH-01 (12 to 20) and CH-02 (9 to 12).” */
function sentence(moves: readonly ({ readonly risk: Risk } & RiskMove)[], what: string): string {
  if (moves.length === 0) return `No open risk ${what}.`;
  const named = moves.map(({ risk, from, to }) => `${risk.id} (${from} to ${to})`);
  return `${formatCount(moves.length, 'risk')} ${what}: ${formatList(named)}.`;
}
