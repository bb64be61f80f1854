import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Finding, FindingSource } from '../../contract/finding.ts';
import { isOverdue } from '../../domain/action.ts';
import { addDays, daysBetween, formatDay } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';
import {
  aboutAll,
  ageOf,
  isAnyClosed,
  isLookedAfter,
  isUntouched,
  listOpen,
  ownersOf,
  refsOf,
} from './finding-parts.ts';

/** Sources of which nothing has been closed, though the oldest of their actions is old. */
export const untouchedSources: FindingSource = {
  rule: 'source-untouched',
  countsDays: true,
  kind: 'actions',
  why: `None of the actions of one audit, inspection, review or scrutiny is closed, there are ${DRIFT.sourceActions} or more, and the oldest was raised more than ${DRIFT.sourceDays} days ago.`,
  async find(context) {
    const { today } = context;
    const open = await listOpen(context);
    const named = open.filter(isLookedAfter);
    const bySource = Map.groupBy(named, ({ source }) => source.name as string);
    const candidates = [...bySource].filter(([, actions]) => isUntouched(actions, today));
    const findings = await Promise.all(
      candidates.map(async ([name, actions]): Promise<Finding[]> => {
        if (await isAnyClosed(context, name, actions)) return [];
        const days = ageOf(actions, today) ?? 0;
        return [
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
      unmeasured: refsOf(named.filter(({ raisedOn }) => !raisedOn)),
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
    const open = await listOpen(context);
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
        if (await isAnyClosed(context, name, actions)) return [];
        const last = actions
          .flatMap(({ dueOn }) => dueOn ?? [])
          .sort()
          .at(-1);
        if (!last) return [];
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
      unmeasured: refsOf(open.filter(({ source, dueOn }) => source.name && !dueOn)),
    };
  },
};

/** Open actions that are in no plan: nobody comes to them by what they look after. */
export const unplannedActions: FindingSource = {
  rule: 'action-without-plan',
  kind: 'actions',
  why: 'An open action has neither a source nor a group, a priority or a review: it is in no plan.',
  async find(context) {
    const open = await listOpen(context);
    const loose = open.filter(
      ({ source, owner, priority, review }) =>
        !source.name && !source.kind && !owner.group && !priority && !review,
    );
    return {
      findings: aboutAll(
        loose,
        {
          subject: 'partnership',
          level: 'warn',
          sentence: `${formatCount(loose.length, 'open action')} ${pluralVerb(loose.length, 'has', 'have')} no source, group or priority`,
          opens: { title: 'The actions', ...ask('list_actions', { status: 'open' }) },
        },
        loose.map(({ raisedOn }) => raisedOn),
      ),
    };
  },
};
