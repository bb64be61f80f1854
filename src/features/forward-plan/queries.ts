import type { ContextWith } from '../../contract/asker.ts';
import type { Meetings } from '../../contract/ports/meetings.ts';
import type { Context } from '../../contract/request.ts';
import { monthContaining } from '../../domain/calendar-spans.ts';
import { addMonths, day, toDay } from '../../domain/dates.ts';
import {
  findMeetingOf,
  type PlanItem,
  type PlanState,
  planState,
} from '../../domain/forward-plan.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { planStore } from './store.ts';

type Reading = Pick<Context, 'store'> &
  Pick<ContextWith<{ readonly meetings: Meetings }>, 'directory' | 'ports'>;

/** An item with the meeting that it comes to, as far as one is set up, and where it stands. */
export interface KnownPlanItem {
  readonly item: PlanItem;
  readonly meeting?: Meeting | undefined;
  readonly state: PlanState;
}

/** What is planned for a meeting, withdrawn items aside, in the order of their references. */
export async function findPlannedFor(
  { store, directory, ports }: Reading,
  meeting: Meeting,
): Promise<PlanItem[]> {
  const { group, startsAt } = meeting;
  const month = startsAt.slice(0, 7);
  const items = await store(planStore).range('byGroup', [group, month], [group, `${month}~`]);
  if (items.length === 0) return [];
  const { from, to } = monthContaining(toDay(startsAt));
  const all = await ports.meetings.list(directory.partnership.id, group, from, to);
  return items.filter((item) => !item.withdrawnOn && findMeetingOf(item, all)?.id === meeting.id);
}

/** Items with their meetings: one range of meetings for each group, however many items there are. */
export async function withMeetings(
  {
    directory,
    ports,
    today,
    bankHolidays,
  }: Omit<Reading, 'store'> & Pick<Context, 'today' | 'bankHolidays'>,
  items: readonly PlanItem[],
): Promise<KnownPlanItem[]> {
  const months = items.flatMap(({ month }) => month ?? []).sort();
  const [first, last] = [months[0], months.at(-1)];
  const groups = [...new Set(items.map(({ group }) => group))];
  const meetings =
    first && last
      ? await Promise.all(
          groups.map((group) =>
            ports.meetings.list(
              directory.partnership.id,
              group,
              day(`${first}-01`),
              addMonths(day(`${last}-01`), 1),
            ),
          ),
        )
      : [];
  const all = meetings.flat();
  return items.map((item) => {
    const meeting = findMeetingOf(item, all);
    return { item, meeting, state: planState(item, meeting, { today, bankHolidays }) };
  });
}

/** All that is on the plan, by month; withdrawn items last. */
export async function listPlan(
  context: Reading & Pick<Context, 'today' | 'bankHolidays'>,
): Promise<KnownPlanItem[]> {
  const items = await context.store(planStore).list();
  const when = ({ month, dueOn }: PlanItem) => month ?? dueOn ?? '';
  const sorted = items.sort(
    (a, b) => when(a).localeCompare(when(b)) || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
  return withMeetings(context, sorted);
}
