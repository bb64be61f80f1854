import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { DRIFT, type ThemedSource, themeReturn } from '../../domain/drift.ts';
import { isSettled, isUnassigned, type KnownRecommendation } from '../../domain/recommendation.ts';
import { listThemes } from '../themes/queries.ts';
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

/** What nobody is to do, or by no day. */
export const unassignedRecommendations: FindingSource = {
  rule: 'recommendation-unassigned',
  kind: 'actions',
  why: 'A recommendation waits for a response or was accepted, and has no owner (it is addressed to no agency and none of its actions has one) or no day (neither for the response, nor for an action, nor a report from whose day the response is reckoned).',
  async find(context) {
    const open = (await listRecommendations(context)).filter(isUnassigned);
    return {
      findings: [...Map.groupBy(open, ({ source }) => source)].map(([source, of]) => ({
        subject: source.id,
        level: 'warn' as const,
        figure: of.length,
        ...(source.on && { since: source.on }),
        sentence: `${formatCount(of.length, 'recommendation')} of “${source.name}” ${pluralVerb(of.length, 'has', 'have')} no owner or no day`,
        agencies: addresseesOf(of),
        rows: of.map(({ recommendation }) => recommendation.ref),
        opens: {
          title: 'The recommendations',
          ...ask('list_recommendations', {}, { source: source.id }),
        },
      })),
    };
  },
};

/** Themes that a source names though an earlier one did. */
export const returnedThemes: FindingSource = {
  rule: 'theme-returned',
  kind: 'learning',
  why: `Two sources name a theme within ${DRIFT.themeYears} years, and what the later one recommends on it is not settled. Sources whose day is not recorded are not measured.`,
  async find(context) {
    const [all, themes] = await Promise.all([listRecommendations(context), listThemes(context)]);
    const findings = themes.flatMap(({ id, name }) => {
      const of = all.filter(({ recommendation }) => recommendation.themes.includes(id));
      const named = of.flatMap(({ source }): ThemedSource[] =>
        source.on ? [{ source: source.id, on: source.on }] : [],
      );
      const returned = themeReturn(named);
      if (!returned) return [];
      const { latest, earlier } = returned;
      const latestOnes = of.filter(({ source }) => source.id === latest.source);
      if (latestOnes.every(({ state }) => isSettled(state))) return [];
      const before = of.find(({ source }) => source.id === earlier.source);
      return [
        {
          subject: id,
          level: 'warn' as const,
          figure: new Set(named.map(({ source }) => source)).size,
          since: latest.on,
          sentence: `“${name}” has returned: “${latestOnes[0]?.source.name}” names it after “${before?.source.name}” (${earlier.on.slice(0, 4)})`,
          agencies: addresseesOf(latestOnes),
          rows: of.map(({ recommendation }) => recommendation.ref),
          opens: {
            title: 'The recommendations',
            ...ask('list_recommendations', {}, { source: latest.source }),
          },
        },
      ];
    });
    return {
      findings,
      unmeasured: all
        .filter(({ recommendation, source }) => recommendation.themes.length > 0 && !source.on)
        .map(({ recommendation }) => recommendation.ref),
    };
  },
};

const addresseesOf = (of: readonly KnownRecommendation[]): string[] => [
  ...new Set(of.flatMap(({ recommendation }) => recommendation.addressedTo)),
];
