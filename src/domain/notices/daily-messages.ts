import { omitUndefined } from '../optional.ts';
import { claimedNoticeIds, type Delivery } from './delivery.ts';
import type { FindRule, Notice } from './notice.ts';
import type { SweepWindow } from './steps.ts';

/** More than this nobody reads; what is left over is found again the next day. */
const MAX_NOTICES = 200;

export interface DayOfMessages {
  readonly window: SweepWindow;
  readonly at: Date;
  readonly findRule: FindRule;
}

/**
 * The messages that these notices make: one to each person, with everything that is owed to them. Whoever had their message of the
 * day gets no second one, unless a statutory clock has something new or somebody
 * asks for it.
 */
export function dailyMessages(
  notices: readonly Notice[],
  earlier: readonly Delivery[],
  { window: { from, today }, at, findRule }: DayOfMessages,
): Delivery[] {
  const told = claimedNoticeIds(earlier, today, findRule);
  const fresh = notices.filter(({ id }) => !told.has(id));
  const byPerson = Map.groupBy(fresh, ({ to }) => to);
  const deliveries = [...byPerson].flatMap(([person, own]): Delivery[] => {
    const before = earlier.filter(
      (delivery) => delivery.person === person && delivery.day === today,
    );
    const owed = before.some((delivery) => isDailyMessage(delivery, findRule))
      ? own.filter(({ id }) => !isOfTheDay(id, findRule))
      : own;
    const ids = owed.toSorted(byWeight).map(({ id }) => id);
    if (ids.length === 0) return [];
    const number = Math.max(0, ...before.map((delivery) => delivery.number)) + 1;
    const facts = {
      day: today,
      person,
      number,
      from,
      state: 'claimed',
      attempts: 0,
      at: at.toISOString(),
    } as const;
    return [omitUndefined({ ...facts, notices: ids.slice(0, MAX_NOTICES) })];
  });
  return deliveries.sort((a, b) => (a.person < b.person ? -1 : 1));
}

/** A message of statutory notices alone, or of what was asked for, leaves room for the day’s own; one that was suppressed was none. */
function isDailyMessage({ state, notices }: Delivery, findRule: FindRule): boolean {
  return state !== 'suppressed' && notices.some((id) => isOfTheDay(id, findRule));
}

/** Neither a time limit in law nor asked for by somebody: those are said whatever was said before. */
function isOfTheDay(id: string, findRule: FindRule): boolean {
  const rule = findRule(id);
  return rule?.priorityClass !== 'statutory' && !rule?.isAskedFor;
}

function byWeight(a: Notice, b: Notice): number {
  const weight = ({ priorityClass }: Notice) => (priorityClass === 'ordinary' ? 1 : 0);
  return (
    weight(a) - weight(b) ||
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    a.id.localeCompare(b.id)
  );
}
