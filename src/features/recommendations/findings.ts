import { ask } from '../../answers/questions.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';
import { listRecommendations } from './queries.ts';

/** What audits recommended and nobody has shown to be met. */
export const openAuditRecommendations: FindingSource = {
  rule: 'audit-recommendation-open',
  kind: 'actions',
  why: `A recommendation of an audit that was accepted, or not answered, is not met ${DRIFT.auditDays} days after its report.`,
  async find(context) {
    const known = (await listRecommendations(context)).filter(
      ({ source, state }) => source.kind === 'audit' && state !== 'met' && state !== 'not accepted',
    );
    const late = known.flatMap(({ recommendation, source }) => {
      const days = source.on && daysBetween(source.on, context.today);
      return days && days > DRIFT.auditDays ? [{ ...recommendation, source, days }] : [];
    });
    return {
      findings: [...Map.groupBy(late, ({ source }) => source)].map(([source, of]) => ({
        subject: source.id,
        level: 'warn' as const,
        figure: of.length,
        ...(source.on && { since: source.on }),
        sentence: `${of.length} of the recommendations of “${source.name}” ${of.length === 1 ? 'is' : 'are'} not met after ${of[0]?.days} days`,
        agencies: [...new Set(of.flatMap(({ addressedTo }) => addressedTo))],
        rows: of.map(({ ref }) => ref),
        opens: {
          title: 'The recommendations',
          ...ask('list_recommendations', {}, { source: source.id }),
        },
      })),
      unmeasured: known
        .filter(({ source }) => !source.on)
        .map(({ recommendation }) => recommendation.ref),
    };
  },
};
