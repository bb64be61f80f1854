import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Finding, FindingSource } from '../../contract/finding.ts';
import { addDays } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';
import {
  aboutAll,
  ageOf,
  isAnyClosed,
  isUntouched,
  listFor,
  ownersOf,
  refsOf,
} from './finding-parts.ts';

/** What audits led to and is still not done; an audit of which nothing is closed has a finding already. */
export const oldAuditActions: FindingSource = {
  rule: 'audit-action-old',
  kind: 'actions',
  why: `An action of an audit is open more than ${DRIFT.auditDays} days after it was raised. Audits with ${DRIFT.sourceActions} actions or more of which none is closed are named as such.`,
  async find(context) {
    const { today } = context;
    const open = await listFor(context, { status: 'not complete', sourceKind: 'audit' });
    const before = addDays(today, -DRIFT.auditDays);
    const byAudit = [...Map.groupBy(open, ({ source }) => source.name ?? '')].flatMap(
      ([name, all]) => {
        const old = all.filter(({ raisedOn }) => raisedOn && raisedOn < before);
        return old.length > 0 ? [{ name, all, old }] : [];
      },
    );
    const findings = await Promise.all(
      byAudit.map(async ({ name, all, old }): Promise<Finding[]> => {
        if (isUntouched(all, today) && !(await isAnyClosed(context, name, all))) return [];
        const days = ageOf(old, today) ?? 0;
        const of = name ? `of “${name}”` : 'of audits without a name';
        return [
          {
            subject: name || 'audits',
            level: 'warn',
            figure: old.length,
            since: addDays(today, -days),
            sentence: `${formatCount(old.length, 'action')} ${of} ${pluralVerb(old.length, 'is', 'are')} open for more than ${DRIFT.auditDays} days, ${old.length === 1 ? 'raised' : 'the oldest'} ${days} days ago`,
            agencies: ownersOf(old),
            rows: old.map(({ ref }) => ref),
            opens: {
              title: 'Its actions',
              ...ask(
                'list_actions',
                { source: 'audit', status: 'open' },
                name ? { sourceName: name } : {},
              ),
            },
          },
        ];
      }),
    );
    return {
      findings: findings.flat(),
      unmeasured: refsOf(open.filter(({ raisedOn }) => !raisedOn)),
    };
  },
};

/** Actions that an inspection asked for and that are still open. */
export const oldInspectionActions: FindingSource = {
  rule: 'inspection-action-old',
  kind: 'actions',
  why: `What an inspection asked for is open more than ${DRIFT.inspectionDays} days after it was raised.`,
  async find(context) {
    const open = await listFor(context, { status: 'not complete', sourceKind: 'inspection' });
    const before = addDays(context.today, -DRIFT.inspectionDays);
    const old = open.filter(({ raisedOn }) => raisedOn && raisedOn < before);
    return {
      findings: aboutAll(
        old,
        {
          subject: 'inspections',
          level: 'alert',
          sentence: `${formatCount(old.length, 'action')} of inspections ${pluralVerb(old.length, 'is', 'are')} open for more than ${DRIFT.inspectionDays} days`,
          opens: {
            title: 'The actions',
            ...ask('list_actions', { source: 'inspection', status: 'open' }),
          },
        },
        old.map(({ raisedOn }) => raisedOn),
      ),
      unmeasured: refsOf(open.filter(({ raisedOn }) => !raisedOn)),
    };
  },
};
