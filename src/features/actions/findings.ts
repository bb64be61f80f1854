import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Finding, FindingContext, FindingSource } from '../../contract/finding.ts';
import { type Action, isOverdue } from '../../domain/action.ts';
import { addDays, type Day, daysBetween, formatDay } from '../../domain/dates.ts';
import { DRIFT, isEvidenceScarce } from '../../domain/drift.ts';

/** Whose findings an inspector would expect to see acted on. */
const LOOKED_AFTER = ['audit', 'inspection', 'review', 'rapid-review', 'scrutineer'];

const isLookedAfter = ({ source }: Action): boolean =>
  source.name !== undefined && LOOKED_AFTER.includes(source.kind ?? '');

/** Whether these open actions of one source count as untouched, where none of it is closed. */
function isUntouched(actions: readonly Action[], today: Day): boolean {
  const own = actions.filter(isLookedAfter);
  return own.length >= DRIFT.sourceActions && (ageOf(own, today) ?? 0) > DRIFT.sourceDays;
}

const list = (
  { directory, today, ports }: FindingContext,
  query: Parameters<FindingContext['ports']['actions']['list']>[1],
): Promise<Action[]> => ports.actions.list(directory.partnership.id, query, today);

/** Sources of which nothing has been closed, though the oldest of their actions is old. */
export const untouchedSources: FindingSource = {
  rule: 'source-untouched',
  countsDays: true,
  kind: 'actions',
  why: `None of the actions of one audit, inspection, review or scrutiny is closed, there are ${DRIFT.sourceActions} or more, and the oldest was raised more than ${DRIFT.sourceDays} days ago.`,
  async find(context) {
    const { today } = context;
    const open = await list(context, { status: 'not complete' });
    const named = open.filter(isLookedAfter);
    const bySource = Map.groupBy(named, ({ source }) => source.name as string);
    const candidates = [...bySource].filter(([, actions]) => isUntouched(actions, today));
    const findings = await Promise.all(
      candidates.map(async ([name, actions]): Promise<Finding[]> => {
        const closed = await list(context, { status: 'complete', sourceNames: [name] });
        const days = ageOf(actions, today) ?? 0;
        return closed.length > 0
          ? []
          : [
              {
                subject: name,
                level: days > 2 * DRIFT.sourceDays ? 'alert' : 'warn',
                figure: days,
                since: addDays(today, -days),
                sentence: `None of the ${actions.length} actions of “${name}” is closed; the oldest was raised ${days} days ago`,
                agencies: ownersOf(actions),
                rows: actions.map(({ ref }) => ref),
                opens: {
                  title: 'Its actions',
                  ...ask('list_actions', { source: actions[0]?.source.kind }, { sourceName: name }),
                },
              },
            ];
      }),
    );
    return {
      findings: findings.flat(),
      unmeasured: unmeasured(named.filter(({ raisedOn }) => !raisedOn)),
    };
  },
};

/** Actions that an inspection asked for and that are still open. */
export const oldInspectionActions: FindingSource = {
  rule: 'inspection-action-old',
  kind: 'actions',
  why: `What an inspection asked for is open more than ${DRIFT.inspectionDays} days after it was raised.`,
  async find(context) {
    const open = await list(context, { status: 'not complete', sourceKind: 'inspection' });
    const before = addDays(context.today, -DRIFT.inspectionDays);
    const old = open.filter(({ raisedOn }) => raisedOn && raisedOn < before);
    return {
      findings: aboutAll(old, {
        subject: 'inspections',
        level: 'alert',
        sentence: `${formatCount(old.length, 'action')} of inspections ${pluralVerb(old.length, 'is', 'are')} open for more than ${DRIFT.inspectionDays} days`,
        opens: {
          title: 'The actions',
          ...ask('list_actions', { source: 'inspection', status: 'open' }),
        },
      }),
      unmeasured: unmeasured(open.filter(({ raisedOn }) => !raisedOn)),
    };
  },
};

/** What was called complete and says nothing of what it changed. */
export const unevidencedActions: FindingSource = {
  rule: 'complete-without-evidence',
  kind: 'impact',
  why: `An action was completed more than ${DRIFT.evidenceDays} days ago and no evidence of impact is written. That the task was done is none.`,
  async find(context) {
    const until = addDays(context.today, -DRIFT.evidenceDays);
    const bare = await list(context, {
      status: 'complete',
      hasEvidence: false,
      completedTo: until,
    });
    const undated = await list(context, { status: 'complete', hasEvidence: false });
    return {
      findings: aboutAll(bare, {
        subject: 'partnership',
        level: 'warn',
        sentence: `${formatCount(bare.length, 'action')} completed by ${formatDay(until, context.today)} ${pluralVerb(bare.length, 'says', 'say')} nothing of what ${pluralVerb(bare.length, 'it', 'they')} changed`,
        opens: {
          title: 'The actions',
          ...ask('list_actions', { status: 'complete' }, { hasEvidence: false }),
        },
      }),
      unmeasured: unmeasured(undated.filter(({ completedOn }) => !completedOn)),
    };
  },
};

/** Sets of actions whose days have all gone by, and of which nothing is closed. */
export const passedSets: FindingSource = {
  rule: 'set-past-its-day',
  kind: 'actions',
  countsDays: true,
  why: `The due days of all actions of one source have gone by, there are ${DRIFT.sourceActions} or more, and none is closed. A source that counts as untouched is named there, and not again.`,
  async find(context) {
    const { today } = context;
    const open = await list(context, { status: 'not complete' });
    const sets = Map.groupBy(
      open.filter(({ source }) => source.name),
      ({ source }) => source.name as string,
    );
    const passed = [...sets].filter(
      ([, actions]) =>
        actions.length >= DRIFT.sourceActions &&
        actions.every((action) => isOverdue(action, today)) &&
        !isUntouched(actions, today),
    );
    const findings = await Promise.all(
      passed.map(async ([name, actions]): Promise<Finding[]> => {
        const closed = await list(context, { status: 'complete', sourceNames: [name] });
        const last = actions
          .flatMap(({ dueOn }) => dueOn ?? [])
          .sort()
          .at(-1);
        if (closed.length > 0 || !last) return [];
        return [
          {
            subject: name,
            level: 'warn',
            figure: daysBetween(last, today),
            since: last,
            sentence: `None of the ${actions.length} actions of “${name}” is closed; the last was due ${formatDay(last, today)}`,
            agencies: ownersOf(actions),
            rows: actions.map(({ ref }) => ref),
            opens: {
              title: 'Its actions',
              ...ask('list_actions', { source: actions[0]?.source.kind }, { sourceName: name }),
            },
          },
        ];
      }),
    );
    return {
      findings: findings.flat(),
      unmeasured: unmeasured(open.filter(({ source, dueOn }) => source.name && !dueOn)),
    };
  },
};

/** Audits of whose completed actions few say what they changed. */
export const scarceEvidence: FindingSource = {
  rule: 'audit-evidence-scarce',
  kind: 'impact',
  why: `Of the actions of one audit that were completed within the last ${DRIFT.inspectionDays} days, ${DRIFT.auditActions} or more, less than ${DRIFT.evidenceShare * 100}% say what they changed.`,
  async find(context) {
    const { today } = context;
    const done = await list(context, {
      status: 'complete',
      sourceKind: 'audit',
      completedFrom: addDays(today, -DRIFT.inspectionDays),
    });
    const audits = Map.groupBy(
      done.filter(({ source }) => source.name),
      ({ source }) => source.name as string,
    );
    return {
      findings: [...audits].flatMap(([name, actions]): Finding[] => {
        const bare = actions.filter(({ impactEvidence }) => !impactEvidence);
        const evidenced = actions.length - bare.length;
        if (!isEvidenceScarce(evidenced, actions.length)) return [];
        return [
          {
            subject: name,
            level: 'warn',
            figure: bare.length,
            sentence: `${evidenced || 'None'} of the ${actions.length} completed actions of “${name}” ${evidenced > 1 ? 'say what they' : 'says what it'} changed`,
            agencies: ownersOf(bare),
            rows: bare.map(({ ref }) => ref),
            opens: {
              title: 'Its actions',
              ...ask('list_actions', { source: 'audit', status: 'complete' }, { sourceName: name }),
            },
          },
        ];
      }),
    };
  },
};

const ageOf = (actions: readonly Action[], today: Day): number | undefined => {
  const days = actions.flatMap(({ raisedOn }) => (raisedOn ? [daysBetween(raisedOn, today)] : []));
  return days.length > 0 ? Math.max(...days) : undefined;
};

/** Whose actions they are, those who own one jointly included. */
const ownersOf = (actions: readonly Action[]): string[] => [
  ...new Set(actions.flatMap(({ owner }) => [owner.agency ?? [], owner.with ?? []].flat())),
];

const unmeasured = (actions: readonly Action[]): string[] => actions.map(({ ref }) => ref);

/** One finding about all of them, or none where there are none. */
function aboutAll(
  actions: readonly Action[],
  parts: Pick<Finding, 'subject' | 'level' | 'sentence' | 'opens'>,
): Finding[] {
  return actions.length > 0
    ? [
        {
          ...parts,
          figure: actions.length,
          agencies: ownersOf(actions),
          rows: actions.map(({ ref }) => ref),
        },
      ]
    : [];
}
