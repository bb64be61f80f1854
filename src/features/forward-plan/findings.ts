import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween, formatDay, toDay } from '../../domain/dates.ts';
import { findDuty } from '../../domain/duties.ts';
import { isAwaited } from '../../domain/forward-plan.ts';
import { yearContaining, yearSpan } from '../../domain/partnership-year.ts';
import { aboutPlanItem } from './buttons.ts';
import { listPlan } from './queries.ts';

/** Our proposal; a paper that is not there so late in the year will hardly be agreed in it. */
export const DUTY_DAYS = 60;

/** What did not come to the meeting for which it was planned. */
export const missedItems: FindingSource = {
  rule: 'plan-item-missed',
  kind: 'meetings',
  why: 'Something on the forward plan had not come when its meeting, its month or its last day was over.',
  async find(context) {
    const all = await listPlan(context);
    return {
      findings: all
        .filter(({ state }) => state === 'missed')
        .map(({ item, meeting }) => {
          const ends = [meeting && toDay(meeting.startsAt), item.dueOn].filter(
            (on) => on !== undefined,
          );
          const since = ends.sort()[0];
          return {
            subject: item.id,
            level: item.duty ? ('alert' as const) : ('warn' as const),
            figure: since ? daysBetween(since, context.today) : 0,
            ...(since && { since }),
            sentence: `${item.id} “${item.title}” did not come to its meeting`,
            group: item.group,
            rows: [item.id],
            opens: { title: 'The item', ...aboutPlanItem(item.id) },
          };
        }),
    };
  },
};

/** Duties of the year that are not met shortly before its end. */
export const openDuties: FindingSource = {
  rule: 'duty-open',
  kind: 'meetings',
  why: `A duty of the year is not met ${DUTY_DAYS} days before the year ends.`,
  async find(context) {
    const { directory, today } = context;
    const { yearStart } = directory.partnership;
    const { from, to } = yearSpan(yearContaining(today, yearStart), yearStart);
    if (daysBetween(today, to) > DUTY_DAYS) return { findings: [] };
    const all = await listPlan(context);
    return {
      findings: all
        .filter(({ item, state }) => {
          const on = item.dueOn ?? (item.month && `${item.month}-01`);
          const isOfYear = on !== undefined && on >= from && on <= to;
          return item.duty && isAwaited(item) && isOfYear && state !== 'missed';
        })
        .map(({ item }) => ({
          subject: item.id,
          level: 'warn' as const,
          figure: DUTY_DAYS - daysBetween(today, to),
          sentence: `${findDuty(item.duty)?.name ?? item.title} is not received, and the year ends on ${formatDay(to, today)}`,
          group: item.group,
          rows: [item.id],
          opens: { title: 'The item', ...aboutPlanItem(item.id) },
        })),
    };
  },
};
