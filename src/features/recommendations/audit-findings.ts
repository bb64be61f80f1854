import { aboutSource } from '../../answers/source-questions.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';
import { isNamedSource } from '../../domain/source.ts';
import { listSources } from '../sources/queries.ts';
import { listRecommendations } from './queries.ts';

/** Audits from which nothing came: neither a recommendation nor an action. */
export const fruitlessAudits: FindingSource = {
  rule: 'audit-without-action',
  countsDays: true,
  kind: 'actions',
  why: `An audit was reported more than ${DRIFT.auditActionDays} days ago, and nobody raised an action or a recommendation from it. Audits whose day is not recorded are not measured.`,
  async find(context) {
    const { directory, today, ports } = context;
    const [sources, recommendations] = await Promise.all([
      listSources(context),
      listRecommendations(context),
    ]);
    const bare = sources.filter(
      ({ id, kind }) => kind === 'audit' && !recommendations.some(({ source }) => source.id === id),
    );
    const names = bare.flatMap(({ id, name, alsoKnownAs }) => [id, name, ...alsoKnownAs]);
    const named = await Promise.all(
      [{ sourceKind: 'audit' }, { sourceNames: names }].map((query) =>
        bare.length > 0 ? ports.actions.list(directory.partnership.id, query, today) : [],
      ),
    );
    const raised = [...new Set(named.flat().flatMap(({ source }) => source.name ?? []))];
    const fruitless = bare.filter((each) => !raised.some((name) => isNamedSource(each, name)));
    return {
      findings: fruitless.flatMap(({ id, name, on }) => {
        const days = on ? daysBetween(on, today) : 0;
        return on && days > DRIFT.auditActionDays
          ? [
              {
                subject: id,
                level: 'warn' as const,
                figure: days,
                since: on,
                sentence: `No action or recommendation came from “${name}”, reported ${days} days ago`,
                rows: [id],
                opens: { title: 'The audit', ...aboutSource(id) },
              },
            ]
          : [];
      }),
      unmeasured: fruitless.filter(({ on }) => !on).map(({ name }) => name),
    };
  },
};
