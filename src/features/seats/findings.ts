import type { FindingSource } from '../../contract/finding.ts';
import { daysBetween } from '../../domain/dates.ts';
import { isSamePosition, listVacancies } from '../../domain/seat.ts';
import { vacantSeats } from './buttons.ts';
import { loadSeats, seatTitle } from './queries.ts';

/** A seat may be vacant so long before it counts: our proposal. */
const MAX_DAYS_VACANT = 30;

/** Seats that nobody has held for longer than a month. */
export const longVacancies: FindingSource = {
  rule: 'seat-vacant',
  countsDays: true,
  kind: 'attendance',
  why: `A chair’s, a member’s or a key post’s seat has been vacant for more than ${MAX_DAYS_VACANT} days (our proposal). A vacancy is no absence: nobody is expected there.`,
  async find(context) {
    const { directory, today } = context;
    const seats = await loadSeats(context);
    const vacant = listVacancies(directory, seats, today);
    return {
      findings: vacant.flatMap((vacancy) => {
        const { role, group, agency, since } = vacancy;
        const days = since ? daysBetween(since, today) : 0;
        if (!since || days <= MAX_DAYS_VACANT) return [];
        return [
          {
            subject: [role, group, agency].filter(Boolean).join(':'),
            level: role === 'chair' ? ('alert' as const) : ('warn' as const),
            figure: days,
            sentence: `${seatTitle(vacancy, directory)} has been vacant for ${days} days`,
            since,
            ...(group && { group }),
            ...(agency && { agencies: [agency] }),
            rows: seats.filter((each) => isSamePosition(each, vacancy)).map(({ id }) => id),
            opens: vacantSeats,
          },
        ];
      }),
      unmeasured: vacant
        .filter(({ since }) => !since)
        .map((vacancy) => seatTitle(vacancy, directory)),
    };
  },
};
