import { ask } from '../../answers/questions.ts';
import { formatCount } from '../../answers/words.ts';
import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { DRIFT } from '../../domain/drift.ts';
import { yearContaining, yearSpan } from '../../domain/partnership-year.ts';
import { isInPlan } from '../../domain/plan-years.ts';

/** Priorities of this year that nobody leads. */
export const leaderlessPriorities: FindingSource = {
  rule: 'priority-without-lead',
  countsDays: true,
  kind: 'actions',
  why: 'A priority of this year has no group that leads it.',
  async find({ directory, today }) {
    const { priorities, partnership } = directory;
    const year = yearContaining(today, partnership.yearStart);
    const { from } = yearSpan(year, partnership.yearStart);
    return {
      findings: priorities
        .filter((each) => isInPlan(year, each) && !each.leadGroup)
        .map(({ id, title }) => ({
          subject: id,
          level: 'warn' as const,
          figure: daysBetween(from, today),
          since: from,
          sentence: `No group leads the priority “${title}”`,
          rows: [id],
          opens: { title: 'The priority', ...ask('priority_detail', { priority: id, year }) },
        })),
    };
  },
};

/** Priorities with much to do of which nothing shows yet what it changed. */
export const unprovenPriorities: FindingSource = {
  rule: 'priority-without-evidence',
  kind: 'impact',
  why: `A priority with ${DRIFT.priorityActions} actions or more has no evidence of impact more than ${DRIFT.priorityDays} days into the year, and after the first of them was raised.`,
  async find({ directory, today, ports }) {
    const { priorities, partnership } = directory;
    const year = yearContaining(today, partnership.yearStart);
    const { from } = yearSpan(year, partnership.yearStart);
    const days = daysBetween(from, today);
    if (days <= DRIFT.priorityDays) return { findings: [] };
    const found = await Promise.all(
      priorities
        .filter((each) => isInPlan(year, each))
        .map(async ({ id, title, leadGroup }) => {
          const actions = await ports.actions.list(partnership.id, { priority: id }, today);
          const [first] = actions.flatMap(({ raisedOn }) => raisedOn ?? []).sort();
          return first &&
            daysBetween(first, today) > DRIFT.priorityDays &&
            actions.length >= DRIFT.priorityActions &&
            actions.every(({ impactEvidence }) => !impactEvidence)
            ? [
                {
                  subject: id,
                  level: 'warn' as const,
                  figure: actions.length,
                  since: first > from ? first : from,
                  sentence: `None of the ${formatCount(actions.length, 'action')} on “${title}” has evidence of impact`,
                  ...(leadGroup && { group: leadGroup }),
                  agencies: [...new Set(actions.flatMap(({ owner }) => owner.agency ?? []))],
                  rows: actions.map(({ ref }) => ref),
                  opens: { title: 'Its actions', ...ask('list_actions', { priority: id }) },
                },
              ]
            : [];
        }),
    );
    return { findings: found.flat() };
  },
};
