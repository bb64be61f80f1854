import { countFigure } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection } from '../../contract/report-section.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findMeetingsBetween } from './queries.ts';

/** The meetings of all groups in the year, and what became of them. */
export const meetingsSection: ReportSection = {
  id: 'meetings',
  title: 'Meetings',
  position: 20,
  async compile(context, { year, from, to }) {
    const { directory, today } = context;
    const meetings = await findMeetingsBetween(context, undefined, { from, to });
    const by = (status: Meeting['status']) => meetings.filter((each) => each.status === status);
    const [held, postponed, cancelled] = [by('held'), by('postponed'), by('cancelled')];
    const unknown = by('scheduled').filter(({ startsAt }) => toDay(startsAt) < today);
    const groups = [...new Set(meetings.map(({ group }) => group))];
    const many = (of: readonly Meeting[], group: string) =>
      of.filter((each) => each.group === group).length;
    return {
      basis: `Meetings of all groups from ${formatDayWithYear(from)} to ${formatDayWithYear(to)}, as recorded on ${formatDayWithYear(today)}.`,
      figures: [
        countFigure('Held', ids(held)),
        countFigure('Postponed', ids(postponed)),
        countFigure('Cancelled', ids(cancelled)),
      ],
      tables: [
        {
          title: 'Meetings by group',
          columns: ['Group', 'Held', 'Postponed', 'Cancelled'],
          rows: groups.map((group) => [
            groupName(directory, group),
            many(held, group),
            many(postponed, group),
            many(cancelled, group),
          ]),
        },
        {
          title: 'Meetings',
          columns: ['Day', 'Group', 'Kind', 'Status'],
          rows: meetings.map(({ startsAt, group, kind, status }) => [
            formatDayWithYear(toDay(startsAt)),
            groupName(directory, group),
            kind,
            status,
          ]),
        },
      ],
      gaps: [
        ...(meetings.length === 0 ? [`No meeting is recorded in ${year}.`] : []),
        ...(unknown.length > 0
          ? [
              `Whether ${formatCount(unknown.length, 'meeting')} took place: ${ids(unknown).join(', ')}.`,
            ]
          : []),
      ],
    };
  },
};

const ids = (meetings: readonly Meeting[]): string[] => meetings.map(({ id }) => id);
