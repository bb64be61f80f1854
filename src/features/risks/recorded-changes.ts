import type { FindRecordedChanges, RecordedChange } from '../../contract/recorded-change.ts';
import { isPermitted } from '../../domain/access.ts';
import { toDay, toLocalTime } from '../../domain/dates.ts';
import { isWithin } from '../../domain/is-within.ts';
import { toRiskRow } from './describe-risk.ts';
import { riskStore } from './store.ts';

const KINDS: Readonly<Record<string, RecordedChange['kind']>> = {
  added: { one: 'risk added', many: 'risks added' },
  reviewed: { one: 'risk reviewed', many: 'risks reviewed' },
  closed: { one: 'risk closed', many: 'risks closed' },
};

/** What became of risks, each once of a kind; of a review the score before and after. */
export const findRiskChanges: FindRecordedChanges = async (request, period) => {
  const { directory, person, store } = request;
  if (!isPermitted(person, 'risks.read')) return [];
  const risks = await store(riskStore).list();
  const found = await Promise.all(
    risks.map(async (risk): Promise<RecordedChange[]> => {
      const history = await store(riskStore).history(risk.id);
      const events = history.flatMap((event) => {
        const on = toDay(toLocalTime(new Date(event.at), directory.partnership.timeZone));
        return isWithin(on, period) ? [{ ...event, on }] : [];
      });
      return Object.entries(KINDS).flatMap(([type, kind]) => {
        const of = events.filter((event) => event.type === type);
        const last = of.at(-1);
        if (!last) return [];
        const from = of[0]?.changes?.score?.from;
        const to = last.changes?.score?.to;
        return {
          kind,
          on: last.on,
          row: {
            ...toRiskRow(risk, directory, request),
            ...(from && to && from !== to && { details: `Score ${from} before` }),
          },
          owner: { agency: risk.ownerAgency, group: risk.ownerGroup } as RecordedChange['owner'],
        };
      });
    }),
  );
  return found.flat();
};
