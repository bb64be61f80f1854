import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { matchesQuery } from '../../domain/action-query.ts';
import { addDays } from '../../domain/dates.ts';
import { DRIFT, isEvidenceScarce } from '../../domain/drift.ts';
import { aboutAll, listFor, refsOf } from './finding-parts.ts';

/** What was called complete and says nothing of what it changed. */
export const unevidencedActions: FindingSource = {
  rule: 'complete-without-evidence',
  kind: 'impact',
  why: `An action was completed more than ${DRIFT.evidenceDays} days ago and no evidence of impact is written. That the task was done is none.`,
  async find(context) {
    const until = addDays(context.today, -DRIFT.evidenceDays - 1);
    const all = await listFor(context, { status: 'complete', hasEvidence: false });
    const bare = all.filter((action) => matchesQuery(action, { completedTo: until }));
    return {
      findings: aboutAll(
        bare,
        {
          subject: 'partnership',
          level: 'warn',
          sentence: `${formatCount(bare.length, 'action')} completed more than ${DRIFT.evidenceDays} days ago ${pluralVerb(bare.length, 'says', 'say')} nothing of what ${pluralVerb(bare.length, 'it', 'they')} changed`,
          opens: {
            title: 'The actions',
            ...ask('list_actions', { status: 'complete' }, { hasEvidence: false }),
          },
        },
        bare.map(({ completedOn }) => completedOn),
      ),
      unmeasured: refsOf(all.filter(({ completedOn }) => !completedOn)),
    };
  },
};

/** How few actions of audits say what they changed. */
export const scarceEvidence: FindingSource = {
  rule: 'audit-evidence-scarce',
  kind: 'impact',
  why: `Of the actions of audits that were raised within the last ${DRIFT.inspectionDays} days and not withdrawn, ${DRIFT.auditActions} or more, less than ${DRIFT.evidenceShare * 100}% have evidence of impact.`,
  async find(context) {
    const raised = await listFor(context, {
      sourceKind: 'audit',
      raisedFrom: addDays(context.today, -DRIFT.inspectionDays),
    });
    const all = raised.filter(({ status }) => status !== 'withdrawn');
    const bare = all.filter(({ impactEvidence }) => !impactEvidence);
    const evidenced = all.length - bare.length;
    return {
      findings: isEvidenceScarce(evidenced, all.length)
        ? aboutAll(bare, {
            subject: 'audits',
            level: 'warn',
            sentence: `${evidenced || 'None'} of the ${all.length} actions of audits ${evidenced > 1 ? 'have' : 'has'} evidence of impact`,
            opens: { title: 'The actions', ...ask('list_actions', { source: 'audit' }) },
          })
        : [],
    };
  },
};
