import { aboutReview } from '../../answers/questions.ts';
import type { Finding, FindingSource } from '../../contract/finding.ts';
import { daysBetween, formatDay } from '../../domain/dates.ts';
import { clockDriftsFrom, clockStanding, DRIFT } from '../../domain/drift.ts';
import { incidentDeadlines } from '../../domain/notices/running-clocks.ts';

/** Statutory clocks of serious incidents that end soon, or have. */
export const nearReviewClocks: FindingSource = {
  rule: 'review-clock',
  kind: 'learning',
  countsDays: true,
  why: `The Panel is to be notified, or to have the rapid review, within ${DRIFT.clockWorkingDays} working days, or was to. The last days are those of the statutory guidance in force when the council became aware.`,
  async find({ directory, ports, today, bankHolidays }) {
    const running = await ports.reviews.running(directory.partnership.id);
    return {
      findings: running.flatMap((incident) => {
        const { notify, review } = incidentDeadlines(incident, directory.partnership, bankHolidays);
        const due = [
          ['the Panel is to be notified', notify],
          ['the rapid review is to be with the Panel', review],
        ] as const;
        return due.flatMap(([what, dueOn], at): Finding[] => {
          const standing = dueOn && clockStanding(dueOn, today, bankHolidays);
          if (!dueOn || !standing) return [];
          const { ref } = incident;
          const when = `by ${formatDay(dueOn, today)}`;
          return [
            {
              subject: at === 0 ? `${ref}:notify` : ref,
              level: standing === 'past' ? 'alert' : 'warn',
              figure: Math.abs(daysBetween(today, dueOn)),
              since: standing === 'past' ? dueOn : clockDriftsFrom(dueOn, bankHolidays),
              sentence: `${ref}: ${standing === 'past' ? what.replace(' is to ', ' was to ') : what} ${when}`,
              rows: [ref],
              opens: { title: 'The review', ...aboutReview(ref) },
            },
          ];
        });
      }),
    };
  },
};
