import type { FindingSource } from '../../contract/finding.ts';
import { addDays, addMonths, daysBetween, toDay } from '../../domain/dates.ts';
import { DRIFT, groupSilence, isRegular } from '../../domain/drift.ts';
import { aboutGroup } from './buttons.ts';
import { formatAgo } from './group-record.ts';
import { belongs } from './queries.ts';

/** So far back a group's last meeting is looked for. */
const MONTHS_BACK = 60;
const DAYS_A_WEEK = 7;

/** Groups that have not met for longer than they are to. */
export const silentGroups: FindingSource = {
  rule: 'group-silent',
  countsDays: true,
  kind: 'meetings',
  why: `A group has not met for more than ${DRIFT.groupIntervals} times its own interval; after ${DRIFT.groupDays} days it is an alert, unless it is to meet less often than half-yearly. Development days are no meetings. Groups whose interval is not recorded are not measured.`,
  async find(context) {
    const { directory, today, ports } = context;
    const own = directory.groups.filter(
      (group) => belongs(context, group) && !(group.endsOn && group.endsOn < today),
    );
    const measured = await Promise.all(
      own.map(async (group) => {
        const from = addMonths(today, -MONTHS_BACK);
        const past = await ports.meetings.list(directory.partnership.id, group.id, from, today);
        return { group, last: past.findLast((each) => each.status === 'held' && isRegular(each)) };
      }),
    );
    const findings = measured.flatMap(({ group, last }) => {
      if (!last || !group.meetsEveryWeeks) return [];
      const on = toDay(last.startsAt);
      const days = daysBetween(on, today);
      const level = groupSilence(days, group.meetsEveryWeeks);
      const planned = group.meetsEveryWeeks * DAYS_A_WEEK;
      return level
        ? [
            {
              subject: group.id,
              level,
              figure: days,
              since: addDays(on, Math.min(planned, DRIFT.groupDays)),
              sentence: `${group.name} last met ${formatAgo(on, today)}${days > planned ? ', though' : ';'} it meets every ${group.meetsEveryWeeks} weeks`,
              group: group.id,
              rows: [last.id],
              opens: { title: 'The group', ...aboutGroup(group.id) },
            },
          ]
        : [];
    });
    const unmeasured = measured
      .filter(({ group, last }) => !last || !group.meetsEveryWeeks)
      .map(({ group }) => group.name);
    return { findings, unmeasured };
  },
};
