import { formatCount } from '../../answers/words.ts';
import type { Finding, FindingContext, FindingSource } from '../../contract/finding.ts';
import { type Day, daysBetween, formatDay } from '../../domain/dates.ts';
import { clockDriftsFrom, clockStanding, DRIFT } from '../../domain/drift.ts';
import { lcsprDeadline } from '../../domain/notices/running-clocks.ts';
import { aboutLcspr } from './buttons.ts';

/** Local reviews whose last day for publication has gone by. */
export const lateLcsprs: FindingSource = {
  rule: 'lcspr-late',
  kind: 'learning',
  countsDays: true,
  why: 'A local review (LCSPR) was to be published within six months of its start, or by the day to which it was put off with a reason, and is not. Of one without a day of decision nothing is reckoned.',
  find: (context) =>
    overLcsprs(context, 'past', (name, dueOn) => ({
      level: 'alert',
      figure: daysBetween(dueOn, context.today),
      sentence: `${name} was due to be published ${formatDay(dueOn, context.today)}, ${formatCount(daysBetween(dueOn, context.today), 'day')} ago`,
    })),
};

/** Local reviews whose last day is near. */
export const dueLcsprs: FindingSource = {
  rule: 'lcspr-near',
  kind: 'learning',
  countsDays: true,
  why: `A local review (LCSPR) that is not published has its last day within ${DRIFT.clockWorkingDays} working days.`,
  find: (context) =>
    overLcsprs(context, 'near', (name, dueOn) => ({
      level: 'warn',
      figure: daysBetween(context.today, dueOn),
      sentence: `${name} is due to be published by ${formatDay(dueOn, context.today)}`,
    })),
};

async function overLcsprs(
  { directory, ports, today, bankHolidays }: FindingContext,
  standing: 'near' | 'past',
  describe: (name: string, dueOn: Day) => Pick<Finding, 'level' | 'figure' | 'sentence'>,
) {
  const running = await ports.reviews.runningLcsprs(directory.partnership.id);
  return {
    findings: running.flatMap((lcspr): Finding[] => {
      const { name } = lcspr;
      const dueOn = lcsprDeadline(lcspr, directory.partnership, bankHolidays);
      if (!dueOn || clockStanding(dueOn, today, bankHolidays) !== standing) return [];
      return [
        {
          subject: name,
          ...describe(name, dueOn),
          since: standing === 'past' ? dueOn : clockDriftsFrom(dueOn, bankHolidays),
          rows: [name],
          opens: { title: 'The review', ...aboutLcspr(name) },
        },
      ];
    }),
  };
}
